package org.parkland.demo;

import java.util.List;
import java.util.ArrayList;
import org.locationtech.jts.geom.Coordinate;

/** What kind of surroundings a place of the plane has; decides street pattern and likely uses. */
final class Neighbourhood {

  /** Surroundings, with the size of a street block and its streets. */
  enum Kind {
    CENTRE(6.0, 16, false), TOWN(8.5, 15, false), INDUSTRY(10.5, 18, false),
    VILLAGE(6, 7, false), COUNTRY(19, 6, true), HILL(48, 6, true), PORT(16, 16, false);

    /** Usual area of a street block in hectares. */
    final double blockHa;
    /** Width of the smallest streets in metres. */
    final double streetM;
    final boolean rural;

    Kind(double blockHa, double streetM, boolean rural) {
      this.blockHa = blockHa;
      this.streetM = streetM;
      this.rural = rural;
    }
  }

  private static final int VILLAGES = 46;
  private static final double VILLAGE_RADIUS_M = 300;

  private final Noise wide;
  private final Noise fine;
  private final List<Coordinate> villages = new ArrayList<>();
  private final double wuyiNorthing;
  private final Coordinate[] wuyi;
  private final Coordinate[] huigang;

  Neighbourhood(long seed) {
    wide = new Noise(seed ^ 0x51D3, 1500);
    fine = new Noise(seed ^ 0x77A1, 420);
    wuyi = Curve.through(Curve.project(JianghaiFacts.ROADS.get(4).lonLat()), 60);
    huigang = Curve.through(Curve.project(JianghaiFacts.ROADS.get(5).lonLat()), 60);
    wuyiNorthing = wuyi[wuyi.length / 2].y;
    scatterVillages(new Dice(seed, 0xA11));
  }

  /** Villages keep their distance, as their fields need room. */
  private void scatterVillages(Dice dice) {
    Coordinate southWest = GaussKruger.toPlane(113.066, 22.487);
    Coordinate northEast = GaussKruger.toPlane(113.182, 22.604);
    for (int tries = 0; tries < 4000 && villages.size() < VILLAGES; tries++) {
      Coordinate c = new Coordinate(dice.between(southWest.x, northEast.x),
          dice.between(southWest.y, northEast.y));
      boolean free = villages.stream().allMatch(v -> v.distance(c) > 850);
      if (free && (zoneAt(c.x, c.y) != 0 || dice.chance(0.25))) {
        villages.add(c);
      }
    }
  }

  /** 0 north of 五邑路, 1 between 五邑路 and 会港大道, 2 south of it. */
  int zoneAt(double x, double y) {
    if (y > wuyiNorthing + 3000 || y > northingAt(wuyi, x)) {
      return 0;
    }
    return y > northingAt(huigang, x) ? 1 : 2;
  }

  private static double northingAt(Coordinate[] line, double x) {
    for (int i = 1; i < line.length; i++) {
      if (x <= line[i].x) {
        double t = (x - line[i - 1].x) / (line[i].x - line[i - 1].x);
        return line[i - 1].y + t * (line[i].y - line[i - 1].y);
      }
    }
    return line[line.length - 1].y;
  }

  Kind at(double x, double y) {
    if (Blob.covers(JianghaiFacts.HILL, 1.05, x, y)) {
      return Kind.HILL;
    }
    if (Blob.covers(JianghaiFacts.PORT, 1, x, y)) {
      return Kind.PORT;
    }
    if (industryPull(x, y) > 0.75) {
      return Kind.INDUSTRY;
    }
    if (Blob.covers(JianghaiFacts.CENTRE, 1.1, x, y)) {
      return Kind.CENTRE;
    }
    if (villageAt(x, y)) {
      return Kind.VILLAGE;
    }
    return countryside(x, y) ? Kind.COUNTRY : Kind.TOWN;
  }

  boolean villageAt(double x, double y) {
    double radius = VILLAGE_RADIUS_M * (0.55 + 0.9 * fine.at(x, y));
    for (Coordinate v : villages) {
      double dx = v.x - x;
      double dy = v.y - y;
      if (dx * dx + dy * dy < radius * radius) {
        return true;
      }
    }
    return false;
  }

  private boolean countryside(double x, double y) {
    double town = switch (zoneAt(x, y)) {
      case 0 -> 0.76;
      case 1 -> 0.42 + 0.12 * (x - 405_500) / 5_000;
      default -> 0.09;
    };
    town += 0.25 * near(JianghaiFacts.PLACES.get(3), 900, x, y);
    return wide.at(x, y) * 0.75 + fine.at(x, y) * 0.25 > town;
  }

  private static double near(JianghaiFacts.Place place, double reachM, double x, double y) {
    Coordinate c = GaussKruger.toPlane(place.lon(), place.lat());
    double d = Math.sqrt((c.x - x) * (c.x - x) + (c.y - y) * (c.y - y)) / reachM;
    return d >= 1 ? 0 : 1 - d;
  }

  /**
   * How much a place draws industry: above 0.75 within a base or park, falling off around it;
   * noise keeps the border uneven.
   */
  double industryPull(double x, double y) {
    double pull = 0;
    for (JianghaiFacts.Area base : JianghaiFacts.BASES) {
      pull = Math.max(pull, falling(Blob.distance(base, x, y), 0.9));
    }
    for (JianghaiFacts.Area park : JianghaiFacts.VILLAGE_PARKS) {
      pull = Math.max(pull, falling(Blob.distance(park, x, y), 2.2));
    }
    pull = Math.max(pull, falling(Blob.distance(JianghaiFacts.SPECIAL_PARK, x, y), 1.6));
    if (Blob.covers(JianghaiFacts.BASES.get(3), 1.15, x, y)
        || Blob.covers(JianghaiFacts.CENTRE, 1.1, x, y)) {
      // The services park and the centre grow offices and shops, not plants.
      return -0.2;
    }
    double core = near(JianghaiFacts.PLACES.get(10), 2900, x, y);
    pull = Math.max(pull, Math.min(0.72, core * 1.1));
    return pull - 0.12 * fine.at(x, y);
  }

  private static double falling(double distance, double steepness) {
    return distance <= 1.05 ? 1 : Math.max(0, 0.8 - steepness * (distance - 1.05));
  }

  /** Wide noise in [0, 1), for uses that come in patches (ponds, orchards, estates). */
  double patch(double x, double y) {
    return wide.at(x + 7_000, y - 3_000) * 0.7 + fine.at(x - 900, y + 400) * 0.3;
  }
}
