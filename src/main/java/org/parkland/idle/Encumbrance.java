package org.parkland.idle;

import org.parkland.land.Supply;
import org.parkland.land.Words;

/** What keeps a holder from giving land away: mortgage and seizure. */
enum Encumbrance {
  MORTGAGED("抵押", "mortgage") {
    @Override
    Boolean of(Supply supply) {
      return supply.mortgaged();
    }
  },
  SEIZED("查封", "seizure") {
    @Override
    Boolean of(Supply supply) {
      return supply.seized();
    }
  };

  private final Words word;

  Encumbrance(String zh, String en) {
    this.word = new Words(zh, en);
  }

  /** Null when not delivered. */
  abstract Boolean of(Supply supply);

  static Boolean flag(String attribute, Supply supply) {
    return named(attribute).of(supply);
  }

  static Words word(String attribute) {
    return named(attribute).word;
  }

  private static Encumbrance named(String attribute) {
    return valueOf(attribute.toUpperCase(java.util.Locale.ROOT));
  }
}
