package org.parkland.demo;

import static org.parkland.demo.LandUse.*;

/** What the lots of one block are used for, before the totals are steered. */
final class UseChoice {
  private final Neighbourhood neighbourhood;
  private final Dice dice;
  /** One throw for the whole block, so that a block has one main use. */
  private final double main;

  UseChoice(Neighbourhood neighbourhood, Dice dice) {
    this.neighbourhood = neighbourhood;
    this.dice = dice;
    this.main = dice.next();
  }

  LandUse of(Lot lot) {
    if (Blob.covers(JianghaiFacts.LAKE, 1, lot.x, lot.y)) {
      return LAKE;
    }
    if (Blob.covers(JianghaiFacts.LAKE, 1.7, lot.x, lot.y)) {
      return PARK;
    }
    return switch (lot.surroundings) {
      case HILL -> hill(lot);
      case PORT -> dice.chance(0.8) ? PORT : STORAGE;
      case CENTRE -> centre();
      case INDUSTRY -> base(lot);
      case VILLAGE -> village();
      case COUNTRY -> country(lot);
      case TOWN -> town(lot);
    };
  }

  private LandUse hill(Lot lot) {
    double distance = Blob.distance(JianghaiFacts.HILL, lot.x, lot.y);
    if (distance > 0.85 && dice.chance(0.25)) {
      return dice.pick(RELIGIOUS, CEMETERY, PARK);
    }
    return distance > 0.82 ? PARK : FOREST;
  }

  private LandUse centre() {
    if (dice.chance(0.12)) {
      return dice.pick(COMMUNITY, COMMERCE, PARKING, SQUARE);
    }
    return main < 0.24 ? BUSINESS : main < 0.42 ? COMMERCE : main < 0.52 ? OFFICES
        : main < 0.58 ? CULTURE : main < 0.66 ? PARK : main < 0.72 ? SCHOOL
        : main < 0.75 ? HOSPITAL : main < 0.78 ? SQUARE : HOUSING;
  }

  private LandUse base(Lot lot) {
    if (dice.chance(0.09)) {
      return dice.pick(GREEN_BELT, POWER, DRAINAGE, HOUSING, RESEARCH, COMMERCE);
    }
    return main < 0.03 ? RESEARCH : main < 0.05 ? HOUSING : industry(neighbourhood, lot, dice);
  }

  /** Classes of industry come in patches: clean in the electronics and health bases. */
  static LandUse industry(Neighbourhood neighbourhood, Lot lot, Dice dice) {
    double patch = neighbourhood.patch(lot.x, lot.y);
    boolean clean = Blob.covers(JianghaiFacts.BASES.get(1), 1.1, lot.x, lot.y)
        || Blob.covers(JianghaiFacts.BASES.get(4), 1.1, lot.x, lot.y);
    if (dice.chance(0.09)) {
      return STORAGE;
    }
    if (clean || patch > 0.62) {
      return LIGHT_INDUSTRY;
    }
    return patch < 0.3 && lot.zone > 0 ? HEAVY_INDUSTRY : INDUSTRY;
  }

  private LandUse village() {
    return dice.chance(0.9) ? VILLAGE : dice.pick(VILLAGE_SERVICE, CULTURE, PARK, POND, ORCHARD);
  }

  private LandUse country(Lot lot) {
    if (dice.chance(0.08)) {
      return dice.pick(FARM_FACILITY, DRY, POND, PADDY, ORCHARD);
    }
    double patch = neighbourhood.patch(lot.x, lot.y) + 0.1 * (main - 0.5);
    return patch < 0.4 ? POND : patch < 0.62 ? PADDY : patch < 0.7 ? DRY : ORCHARD;
  }

  private LandUse town(Lot lot) {
    if (Blob.covers(JianghaiFacts.BASES.get(3), 1, lot.x, lot.y)) {
      return main < 0.4 ? BUSINESS : main < 0.7 ? COMMERCE : main < 0.85 ? STORAGE : RESEARCH;
    }
    if (dice.chance(0.1)) {
      return dice.pick(COMMUNITY, COMMERCE, KINDERGARTEN, PARKING, PARK, GREEN_BELT, POWER);
    }
    if (main < 0.6) {
      return neighbourhood.patch(lot.x, lot.y) > 0.72 ? LOW_HOUSING : HOUSING;
    }
    return main < 0.70 ? COMMERCE : main < 0.765 ? SCHOOL : main < 0.85 ? PARK
        : main < 0.87 ? HOSPITAL : main < 0.885 ? SPORTS : main < 0.90 ? OFFICES
        : main < 0.91 ? WELFARE : main < 0.922 ? WATER_SUPPLY : main < 0.934 ? STATION
        : main < 0.944 ? SANITATION : main < 0.958 ? VACANT : main < 0.965 ? RESERVED : PADDY;
  }
}
