package org.parkland.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parkland.analysis.FigureJson;
import org.parkland.analysis.Figures;
import org.parkland.land.District;
import org.parkland.land.LandUseRow;
import org.parkland.land.RedLine;
import org.parkland.land.RedLinePolicy;

/**
 * Prints land-use balance and red line of units.
 *
 * @param levels whether the sums of parent classes are rows of their own
 */
record FigurePrinter(District district, boolean levels, Format format) {
  private static final double HECTARE_M2 = 10_000;
  /** Doubts named below a unit; JSON has them all. */
  private static final int SHOWN_DOUBTS = 5;

  /** @param places of the units to be printed; what the overlay found goes to standard error */
  void print(Figures figures, List<Integer> places) {
    switch (format) {
      case JSON -> Printer.json(json(figures, places));
      case CSV -> csv(figures, places);
      default -> text(figures, places);
    }
    figures.findings().forEach(each -> System.err.println(
        each.problem() + " " + each.subject() + " " + each.areaM2() + " m²: " + each.detail()));
  }

  private Map<String, Object> json(Figures figures, List<Integer> places) {
    Map<String, Object> json = FigureJson.head(district.code(), figures);
    json.put("policy", FigureJson.policy(figures.policy()));
    json.put("units", places.stream().map(place -> {
      Map<String, Object> unit = FigureJson.unit(figures, place);
      unit.put("landUse", FigureJson.landUse(figures.landUse(place, levels)));
      unit.put("redLine", FigureJson.redLine(figures.redLine(place)));
      return unit;
    }).toList());
    json.put("findings", FigureJson.findings(figures.findings()));
    return json;
  }

  private void csv(Figures figures, List<Integer> places) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int place : places) {
      for (LandUseRow row : figures.landUse(place, levels)) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("kind", figures.unit(place).kind());
        line.put("unit", figures.unit(place).id());
        line.put("unitName", figures.unit(place).name());
        line.put("code", row.code());
        line.put("name", row.name());
        line.put("areaM2", row.areaM2());
        line.put("parcels", row.parcels());
        rows.add(line);
      }
    }
    Printer.csv(List.of("kind", "unit", "unitName", "code", "name", "areaM2", "parcels"), rows);
  }

  private void text(Figures figures, List<Integer> places) {
    RedLinePolicy policy = figures.policy();
    System.out.println(district.name() + "  " + (figures.asOf() == null ? "" : figures.asOf() + "  ")
        + figures.state().word() + "  " + figures.method().word() + (district.synthetic() ? "  示例数据" : ""));
    System.out.println(policy.title() + "：" + String.join(",", policy.numerator()) + " / "
        + String.join(",", policy.denominator()));
    System.out.println("  " + policy.source());
    System.out.printf("%-10s %12s %12s %9s %12s  %-12s %-17s %s%n", "kind", "industry ha", "of ha", "ratio",
        "headroom ha", "red line", "possible", "unit");
    for (int place : places) {
      RedLine line = figures.redLine(place);
      System.out.printf("%-10s %12.2f %12.2f %9s %12.2f  %-12s %-17s %s%n", figures.unit(place).kind(),
          line.numeratorM2() / HECTARE_M2, line.denominatorM2() / HECTARE_M2, percent(line.ratio()),
          line.headroomM2() / HECTARE_M2, line.status().word(),
          percent(line.lowest()) + "–" + percent(line.highest()), figures.unit(place).name());
      line.deciding().stream().limit(SHOWN_DOUBTS).forEach(doubt -> System.out.printf("    decides: %s %s, %.2f m²%n",
          doubt.cause().word(), doubt.subject(), doubt.areaM2()));
    }
  }

  private static String percent(Double ratio) {
    return ratio == null ? "–" : String.format("%.2f%%", 100 * ratio);
  }
}
