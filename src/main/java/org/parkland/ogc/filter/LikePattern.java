package org.parkland.ogc.filter;

import java.util.ArrayList;
import java.util.List;

/** A pattern of LIKE, matched in one pass without backtracking over more than the last {@code %}. */
final class LikePattern {
  private static final int ANY = -1;
  private static final int ONE = -2;

  private final List<Integer> parts = new ArrayList<>();

  LikePattern(String pattern) {
    int[] points = pattern.codePoints().toArray();
    for (int i = 0; i < points.length; i++) {
      if (points[i] == '\\' && i + 1 < points.length) {
        parts.add(points[++i]);
      } else {
        parts.add(points[i] == '%' ? ANY : points[i] == '_' ? ONE : points[i]);
      }
    }
  }

  boolean matches(String text) {
    int[] points = text.codePoints().toArray();
    int part = 0;
    int lastAny = -1;
    int resume = 0;
    int i = 0;
    while (i < points.length) {
      if (part < parts.size() && parts.get(part) == ANY) {
        lastAny = part++;
        resume = i;
      } else if (part < parts.size() && (parts.get(part) == ONE || parts.get(part) == points[i])) {
        part++;
        i++;
      } else if (lastAny >= 0) {
        part = lastAny + 1;
        i = ++resume;
      } else {
        return false;
      }
    }
    while (part < parts.size() && parts.get(part) == ANY) {
      part++;
    }
    return part == parts.size();
  }
}
