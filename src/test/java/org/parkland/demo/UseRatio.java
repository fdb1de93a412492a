package org.parkland.demo;

import java.util.List;

/** Sums industrial and construction land as redline.md defines them (N-B over D-A). */
final class UseRatio {
  private static final List<String> NUMERATOR = List.of("1001", "1101");
  private static final List<String> DENOMINATOR = List.of("07", "08", "09", "1001", "11", "1207",
      "1208", "1209", "1301", "1302", "1303", "1304", "1305", "1306", "1307", "1308", "1309",
      "1310", "1312", "14", "16");

  private double industrialM2;
  private double builtM2;

  void add(String code, double areaM2) {
    industrialM2 += industrial(code) ? areaM2 : 0;
    builtM2 += DENOMINATOR.stream().anyMatch(code::startsWith) ? areaM2 : 0;
  }

  static boolean industrial(String code) {
    return NUMERATOR.stream().anyMatch(code::startsWith);
  }

  double ratio() {
    return industrialM2 / builtM2;
  }
}
