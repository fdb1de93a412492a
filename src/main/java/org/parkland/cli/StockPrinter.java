package org.parkland.cli;

import java.util.List;
import java.util.Map;
import org.parkland.BadInput;
import org.parkland.analysis.StockReport;
import org.parkland.analysis.StockReport.Approval;
import org.parkland.analysis.StockReport.Overlay;
import org.parkland.idle.IdleReport.Total;
import org.parkland.land.District;

/** Prints what is approved and not supplied, and what is supplied and not used. */
final class StockPrinter {
  private static final double MU_M2 = 2000.0 / 3;
  private static final List<String> COLUMNS =
      List.of("approval", "name", "approvedOn", "statedM2", "approvedM2", "suppliedM2", "notSuppliedM2");

  private StockPrinter() {}

  static void print(District district, StockReport report, Format format) {
    switch (format) {
      case JSON -> Printer.json(report.json());
      case CSV -> csv(report);
      default -> text(district, report);
    }
  }

  /** A header without rows would read as "nothing left". */
  private static void csv(StockReport report) {
    Overlay overlay = report.computed().orElseThrow(() -> new BadInput("--stock", "there is no approval layer",
        "import one with --as approval"));
    List<Map<String, Object>> rows = overlay.approvals().stream().map(Approval::json).toList();
    Printer.csv(COLUMNS, rows);
  }

  private static void text(District district, StockReport report) {
    System.out.println(district.name() + "  data " + report.idle().asOf() + "  today " + report.idle().today()
        + (district.synthetic() ? "  示例数据" : ""));
    report.computed().ifPresentOrElse(StockPrinter::overlay, () -> System.out.println(StockReport.NO_LAYER.zh()));
    Total rung = report.notSuppliedRung();
    System.out.printf("%6d 宗 %10.2f 亩  %s（有批准而无供地记录的宗地）%n", rung.count(), rung.areaM2() / MU_M2,
        rung.word().zh());
    System.out.printf("          %10.2f 亩  供而未用%n", report.idle().suppliedUnusedM2() / MU_M2);
  }

  private static void overlay(Overlay overlay) {
    System.out.printf("%6d 批 %10.2f 亩  已批准（另有 %d 批晚于该日）%n", overlay.approvals().size(),
        overlay.approvedM2() / MU_M2, overlay.later());
    System.out.printf("          %10.2f 亩  其中已供%n", overlay.suppliedM2() / MU_M2);
    System.out.printf("          %10.2f 亩  批而未供（叠加）%n", overlay.notSuppliedM2() / MU_M2);
    if (overlay.overlapM2() > 0) {
      System.out.printf("          %10.2f 亩  批次之间重叠，在各批中均计入%n", overlay.overlapM2() / MU_M2);
    }
    overlay.approvals().forEach(each -> System.out.printf("%s  %s  批准 %.2f 亩  已供 %.2f 亩  未供 %.2f 亩%n", each.id(),
        each.approvedOn() == null ? "批准日期未提供" : each.approvedOn(), each.approvedM2() / MU_M2,
        each.suppliedM2() / MU_M2, each.notSuppliedM2() / MU_M2));
  }
}
