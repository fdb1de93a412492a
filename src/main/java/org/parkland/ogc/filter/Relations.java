package org.parkland.ogc.filter;

import java.util.Optional;
import java.util.stream.Stream;
import org.parkland.store.Condition.Relation;

/** The signs of comparison, the same in text and JSON. */
final class Relations {
  private Relations() {}

  static Optional<Relation> of(String sign) {
    return Stream.of(Relation.values()).filter(each -> each.sign().equals(sign)).findFirst();
  }
}
