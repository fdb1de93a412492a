package org.parkland.ogc.filter;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The order of texts by code points, as both databases sort them. */
public final class CodePoints {
  private CodePoints() {}

  /** UTF-8 keeps the order of code points; Java's own order does not, beyond the first plane. */
  public static int compare(String a, String b) {
    return Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
  }
}
