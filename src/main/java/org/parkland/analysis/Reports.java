package org.parkland.analysis;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parkland.land.LayerKind;
import org.parkland.land.Snapshot;

/** Draws reports and keeps them with the snapshots and definitions they came from. */
public final class Reports {
  private final Workspace workspace;
  private final KeptFigures kept;
  private final ReportDesk desk;

  Reports(Workspace workspace, LandFigures figures, UnitAreas unitAreas, KeptFigures kept,
      Function<DayLayers, IdleRegister> idle) {
    this.workspace = workspace;
    this.kept = kept;
    this.desk = new ReportDesk(workspace, figures, unitAreas, idle);
  }

  /** @throws org.parkland.BadInput if a layer is missing or the query does not fit the data */
  public Sheet draw(ReportQuery query) {
    List<DayLayers> days = days(query);
    // Any figure may be asked to be adjusted to: such answers are drawn anew, or they would pile up.
    return query.controlM2() != null ? draw(query, days)
        : kept.get(key(query, days), Sheet.class, () -> draw(query, days));
  }

  private Sheet draw(ReportQuery query, List<DayLayers> days) {
    DayLayers day = days.get(days.size() - 1);
    return switch (query.report()) {
      case STRUCTURE -> new StructureReport(desk).draw(query, day);
      case CHANGES -> new ChangesReport(desk).draw(query, day);
      case RECONCILIATION -> new ReconciliationReport(desk).draw(query, day);
      case PROTECTION -> new ProtectionReport(desk).draw(query, day);
      case PARKS -> new ParksReport(desk).draw(query, day);
      case LEDGER -> new LedgerReport(desk).draw(query, days.get(0), day);
      case POLICIES -> new PoliciesReport(desk).draw(query, day);
      case TREND -> new TrendReport(desk).draw(query, days);
    };
  }

  private List<DayLayers> days(ReportQuery query) {
    List<LocalDate> dates = DayLayers.at(workspace.store(), null).dates();
    return switch (query.report()) {
      case LEDGER -> Stream.of(query.from() != null ? query.from() : dates.get(0), query.to()).map(this::day).toList();
      case TREND -> dates.stream().map(this::day).toList();
      default -> List.of(day(query.asOf()));
    };
  }

  private DayLayers day(LocalDate date) {
    return DayLayers.at(workspace.store(), date);
  }

  private String key(ReportQuery query, List<DayLayers> days) {
    String snapshots = days.stream().map(Reports::snapshots).collect(Collectors.joining("; "));
    Policies policies = workspace.policies();
    return query.report() + " of " + snapshots + " by " + KeptFigures.fingerprint(query, workspace.district(),
        policies.redLine(), policies.protection(), policies.parks(), policies.tolerances(), policies.idle(),
        policies.inefficient(), workspace.standards().structure(), workspace.standards().classification().classes());
  }

  /** Numbers of all snapshots a report may look at on a day; protection lines with their earlier versions. */
  private static String snapshots(DayLayers day) {
    Stream<Snapshot> single = Stream.of(LayerKind.PARCELS, LayerKind.ZONING, LayerKind.UNITS)
        .flatMap(kind -> day.find(kind).stream());
    Stream<Snapshot> lines = day.all().stream().filter(each -> each.kind() == LayerKind.PROTECTION);
    return Stream.concat(single, lines).map(each -> String.valueOf(each.id())).collect(Collectors.joining(","));
  }
}
