package org.parkland.ogc.filter;

import org.locationtech.jts.geom.Geometry;
import org.parkland.config.Setting;
import org.parkland.config.Values;

/**
 * How much a filter may ask for, so that none can tie up the server.
 *
 * @param characters of the whole filter
 * @param depth of nesting
 * @param listed values of one IN, or parts of one AND or OR
 * @param vertices of one shape
 */
public record FilterLimits(int characters, int depth, int listed, int vertices) {
  public static FilterLimits of(Values settings) {
    return new FilterLimits(settings.kibibytes(Setting.FILTER_KIB), settings.whole(Setting.FILTER_DEPTH),
        settings.whole(Setting.FILTER_LIST), settings.whole(Setting.FILTER_POINTS));
  }

  void requireLength(String filter) {
    require("characters", filter.length(), characters);
  }

  void requireDepth(int found) {
    require("levels of nesting", found, depth);
  }

  void requireList(int found) {
    require("values in one list", found, listed);
  }

  Geometry requireVertices(Geometry shape) {
    require("vertices in one shape", shape.getNumPoints(), vertices);
    return shape;
  }

  private static void require(String what, int found, int most) {
    if (found > most) {
      throw new FilterException("a filter may have " + most + " " + what + ", this one has more");
    }
  }
}
