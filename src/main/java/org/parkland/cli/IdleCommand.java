package org.parkland.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.parkland.analysis.IdleRegister;
import org.parkland.analysis.LandAnalysis;
import org.parkland.analysis.Workspace;
import org.parkland.idle.IdleCase;
import org.parkland.idle.IdleReport;
import org.parkland.idle.Standing;
import org.parkland.geometry.AreaMethod;
import org.parkland.land.IdleStatus;
import org.parkland.land.State;
import org.parkland.workbook.BookName;
import org.parkland.workbook.BookQuery;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code parkland idle}: where every supplied parcel stands on the ladder of idle land. */
@Command(name = "idle", mixinStandardHelpOptions = true,
    description = "Where every supplied parcel stands on the ladder of idle land, with the clause and what is missing.")
final class IdleCommand implements Callable<Integer> {
  private static final double MU_M2 = 2000.0 / 3;

  @Spec
  private CommandSpec spec;

  @Mixin
  private DatabaseOptions database;

  @Mixin
  private WorkbookOption workbook = new WorkbookOption();

  @Option(names = "--as-of", paramLabel = "DATE", description = "Day of the data (default: the newest parcels).")
  private LocalDate asOf;

  @Option(names = "--today", paramLabel = "DATE", description = "Day the law is asked for (default: the day of the data).")
  private LocalDate today;

  @Option(names = "--alarms", paramLabel = "DAYS",
      description = "List what becomes overdue or idle in so many days instead.")
  private Integer alarmDays;

  @Option(names = "--ics", paramLabel = "FILE", description = "With --alarms: write them to a calendar file, too.")
  private Path calendar;

  @Option(names = "--stock",
      description = "Approved and not supplied by overlay, and supplied and not used, instead.")
  private boolean stock;

  @Option(names = "--format", description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).", defaultValue = "TEXT")
  private Format format;

  @Override
  public Integer call() {
    workbook.check(format, spec);
    if (format == Format.XLSX && (stock || alarmDays != null || calendar != null)) {
      throw new CommandLine.ParameterException(spec.commandLine(), "--format xlsx is the register; leave out --stock,"
          + " --alarms and --ics");
    }
    if (stock && (alarmDays != null || calendar != null)) {
      throw new CommandLine.ParameterException(spec.commandLine(), "--stock does not go with --alarms or --ics");
    }
    try (Workspace workspace = database.open()) {
      LandAnalysis analysis = new LandAnalysis(workspace);
      if (format == Format.XLSX) {
        workbook.write(workspace, analysis, BookName.IDLE, new BookQuery(asOf, today, null, null, State.CURRENT,
            AreaMethod.ELLIPSOIDAL, null, null, false));
        return 0;
      }
      if (stock) {
        StockPrinter.print(workspace.district(), analysis.stock(analysis.day(asOf), today), format);
        return 0;
      }
      IdleRegister register = analysis.idle(analysis.day(asOf), today);
      if (alarmDays != null || calendar != null) {
        AlarmPrinter.print(register, alarmDays != null ? alarmDays : register.report().policy().alarmDays(), calendar,
            format);
        return 0;
      }
      switch (format) {
        case JSON -> Printer.json(register.report().json());
        case CSV -> csv(register.report());
        default -> text(workspace, register);
      }
      return 0;
    }
  }

  private static void csv(IdleReport report) {
    List<String> columns = List.of("parcel", "status", "clause", "daysOverdue", "missing", "areaM2");
    Printer.csv(columns, report.cases().stream().map(IdleCommand::line).toList());
  }

  private static Map<String, Object> line(IdleCase idle) {
    Map<String, Object> line = idle.json();
    line.put("missing", String.join("、", idle.missing().stream().map(each -> each.zh()).toList()));
    line.keySet().retainAll(List.of("parcel", "status", "clause", "daysOverdue", "missing", "areaM2"));
    return line;
  }

  private static void text(Workspace workspace, IdleRegister register) {
    IdleReport report = register.report();
    System.out.println(workspace.district().name() + "  data " + report.asOf() + "  today " + report.today()
        + (workspace.district().synthetic() ? "  示例数据" : ""));
    for (IdleStatus status : report.policy().ladder().keySet()) {
      List<? extends Standing> cases = report.standings().stream().filter(each -> each.status() == status).toList();
      System.out.printf("%6d %10.2f 亩  %s%n", cases.size(),
          cases.stream().mapToDouble(Standing::areaM2).sum() / MU_M2,
          report.policy().ladder().get(status).word().zh());
    }
    List<IdleRegister.Entry> inefficient = register.entries().stream()
        .filter(IdleRegister.Entry::isInefficient).toList();
    System.out.printf("%6d %10.2f 亩  %s%n", inefficient.size(),
        inefficient.stream().mapToDouble(IdleRegister.Entry::areaM2).sum() / MU_M2, "疑似低效");
    System.out.printf("       %10.2f m²  厂房闲置建筑面积%n", IdleRegister.idleFloorAreaM2(register.entries()));
    for (IdleCase idle : report.cases().stream().filter(each -> each.status().isSuspected()).toList()) {
      System.out.printf("%s  %s  %d days  %.2f 亩  %s  %s%n", idle.parcel(), idle.word().zh(), idle.daysOverdue(),
          idle.areaM2() / MU_M2, idle.clause().zh(), String.join("、", idle.missing().stream().map(each -> each.zh()).toList()));
    }
  }
}
