package org.parkland.print;

import java.awt.Color;
import java.util.HashMap;
import java.util.Map;

/**
 * How a boundary or line is drawn: the same as on screen, where {@code web/js/map/overlay-styles.js} says it; a test
 * holds both together. Lengths are screen pixels; on paper one is {@link #PIXEL_PT}.
 *
 * @param dash on, off, …; empty for a line drawn through
 * @param fill opacity of the fill, 0 for none
 */
record LineStyle(Color color, double weight, float[] dash, double fill) {
  /** Paper is looked at from nearer than a screen: lines are a little finer than their 0.75 points. */
  static final double PIXEL_PT = 0.55;

  private static final Map<String, LineStyle> STYLES = new HashMap<>();

  static {
    put("units:district", "#20282c", 3, 0);
    put("units:zone", "#20282c", 2, 0, 10, 4);
    put("units:base", "#20282c", 1.6, 0, 5, 3);
    put("units:street", "#20282c", 1.8, 0, 12, 4, 2, 4);
    put("units:village-park", "#20282c", 1.6, 0, 2, 3);
    put("units:corridor", "#20282c", 1.4, 0, 16, 5);
    put("units", "#20282c", 1.4, 0, 7, 3, 1, 3);
    put("protection:1", "#b3261e", 2.8, 0);
    put("protection:2", "#b3261e", 2, 0, 8, 4);
    put("constraint:永久基本农田", "#7a6a00", 1.6, 0.08, 1, 4);
    put("constraint:生态保护红线", "#14532d", 2, 0.08, 10, 3);
    put("constraint:城镇开发边界", "#5b2a86", 2, 0, 14, 4, 3, 4);
    put("constraint:疑似污染地块", "#6d3500", 2, 0.15, 3, 3);
    put("constraint", "#444444", 1.6, 0, 4, 4);
    put("finding:error", "#8c1d18", 2.4, 0.5);
    put("finding:warning", "#6a3d9a", 2, 0.25, 3, 2);
    put("finding:notice", "#444444", 1.4, 0.05, 1, 3);
    put("reference:roads", "#f7f7f5", 2.4, 0);
    put("reference:rivers", "#2b6f97", 1.8, 0);
    put("reference", "#5a6368", 1.2, 0);
  }

  private static void put(String key, String color, double weight, double fill, float... dash) {
    STYLES.put(key, new LineStyle(Color.decode(color), weight, dash, fill));
  }

  /** @param key layer and kind, as {@code units:zone} */
  static LineStyle of(String key) {
    LineStyle own = STYLES.get(key);
    return own != null ? own : STYLES.getOrDefault(key.split(":")[0], STYLES.get("reference"));
  }

  static Map<String, LineStyle> all() {
    return Map.copyOf(STYLES);
  }

  double weightPt() {
    return weight * PIXEL_PT;
  }

  float[] dashPt() {
    float[] points = new float[dash.length];
    for (int i = 0; i < dash.length; i++) {
      points[i] = (float) (dash[i] * PIXEL_PT);
    }
    return points;
  }
}
