package org.parkland.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parkland.BadInput;
import org.parkland.analysis.DayLayers;
import org.parkland.analysis.FigureJson;
import org.parkland.analysis.FigureQuery;
import org.parkland.analysis.Figures;
import org.parkland.analysis.IdleCounts;
import org.parkland.analysis.IdleRegister;
import org.parkland.analysis.LandAnalysis;
import org.parkland.analysis.Report;
import org.parkland.analysis.ReportQuery;
import org.parkland.analysis.SiteJson;
import org.parkland.analysis.SiteQuery;
import org.parkland.analysis.SiteStudy;
import org.parkland.analysis.Workspace;
import org.parkland.geometry.Crs;
import org.parkland.geometry.Reprojection;
import org.parkland.land.LayerKind;
import org.parkland.land.Snapshot;
import org.parkland.land.State;
import org.parkland.land.Unit;

/** The answers of the API that a report is written from: the same code, the same figures. */
final class Answers {
  private static final ObjectMapper JSON =
      JsonMapper.builder().addModule(new JavaTimeModule()).build();

  private final Workspace workspace;
  private final LandAnalysis analysis;
  private final ReportOrder order;
  private final DayLayers day;
  private final Figures current;
  private final Figures planned;
  private final int place;

  /** @throws BadInput if there is no such unit or no parcels of that day */
  Answers(Workspace workspace, LandAnalysis analysis, ReportOrder order) {
    this.workspace = workspace;
    this.analysis = analysis;
    this.order = order;
    this.day = analysis.day(order.asOf());
    this.current = figures(State.CURRENT);
    this.planned = day.find(LayerKind.ZONING).isPresent() ? figures(State.PLANNED) : null;
    this.place = order.unit() != null ? named(order.unit()) : whole();
  }

  private Figures figures(State state) {
    return analysis.figures().draw(day, new FigureQuery(state, order.policy(), order.method()));
  }

  private int named(String unit) {
    return current.find(unit).orElseThrow(
        () -> new BadInput("unit '" + unit + "'", "there is no such unit", "use an id of the units layer"));
  }

  /** The district's own unit, or the first where none is of that kind. */
  private int whole() {
    return current.places().stream().filter(each -> current.unit(each).kind().equals("district")).findFirst().orElse(0);
  }

  DayLayers day() {
    return day;
  }

  /** The unit the report is about, in the system of the parcels. */
  Unit unit() {
    return current.unit(place);
  }

  /** Whether it is about the district as a whole. */
  boolean isWhole() {
    return order.unit() == null || unit().kind().equals("district");
  }

  boolean hasPlan() {
    return planned != null;
  }

  /** Current figures, or null where a plan is asked for and there is none. */
  private Figures of(State state) {
    return state == State.CURRENT ? current : planned;
  }

  /** The unit with its land use, level sums included; missing without a plan. */
  JsonNode landUse(State state) {
    Figures figures = of(state);
    if (figures == null) {
      return JSON.missingNode();
    }
    Map<String, Object> unit = FigureJson.unit(figures, place(figures));
    unit.put("landUse", FigureJson.landUse(figures.landUse(place(figures), true)));
    return tree(unit);
  }

  private int place(Figures figures) {
    return figures == current ? place : figures.find(unit().id()).orElseThrow();
  }

  JsonNode redLine(State state) {
    return of(state) == null ? JSON.missingNode() : tree(FigureJson.redLine(of(state).redLine(place(of(state)))));
  }

  /** This unit and all that lie in it, with their red lines. */
  List<JsonNode> redLines() {
    List<JsonNode> rows = new ArrayList<>();
    UnitParts parts = new UnitParts(unit());
    for (int each : current.places()) {
      if (each == place || isWhole() || parts.holds(current.unit(each))) {
        Map<String, Object> row = FigureJson.unit(current, each);
        row.put("redLine", FigureJson.redLine(current.redLine(each)));
        rows.add(tree(row));
      }
    }
    return rows;
  }

  JsonNode structure(State state) {
    return of(state) == null ? JSON.missingNode()
        : report(Report.STRUCTURE, state, unit().id(), null).path("units").path(0).path("structure");
  }

  /** The ledger up to this day; empty where there is no earlier one. */
  Optional<JsonNode> ledger() {
    LocalDate from = order.from() != null ? order.from()
        : day.dates().stream().filter(each -> each.isBefore(day.asOf())).reduce((a, b) -> b).orElse(null);
    return from == null ? Optional.empty() : Optional.of(report(Report.LEDGER, State.CURRENT, unit().id(), from));
  }

  /** Empty where there is no protection line. */
  Optional<JsonNode> protection(State state) {
    return day.find(LayerKind.PROTECTION).isEmpty() || of(state) == null ? Optional.empty()
        : Optional.of(report(Report.PROTECTION, state, null, null));
  }

  /** The encroachments of a protection answer whose parcel lies in the unit. */
  List<JsonNode> encroachments(JsonNode protection, State state) {
    List<JsonNode> here = new ArrayList<>();
    UnitParts parts = new UnitParts(unit());
    Snapshot land = day.of(state);
    Reprojection toUnit = Crs.of(land.crs()).to(Crs.of(day.parcels().crs()));
    for (JsonNode each : protection.path("encroachments")) {
      if (isWhole() || workspace.store().find(land, each.path("parcel").asText())
          .map(row -> parts.holds(toUnit.apply(row.geometry()))).orElse(false)) {
        here.add(each);
      }
    }
    return here;
  }

  /** All parks with the policy they are judged by; {@link #isHere} tells which of them the report is about. */
  JsonNode parks() {
    return report(Report.PARKS, State.CURRENT, null, null);
  }

  /** Whether a unit is the report's own or lies in it. */
  boolean isHere(String unit) {
    return isWhole() || unit().id().equals(unit)
        || current.find(unit).map(current::unit).map(new UnitParts(unit())::holds).orElse(false);
  }

  private JsonNode report(Report report, State state, String unit, LocalDate from) {
    return tree(analysis.reports().draw(new ReportQuery(report, day.asOf(), state, order.method(), order.policy(), null,
        unit, null, 0, from, day.asOf(), null)).answer());
  }

  /** The ladder's rungs with their parcels. */
  JsonNode statuses() {
    IdleRegister register = analysis.idle(day, order.today());
    return tree(IdleCounts.of(register, register.in(siteUnit())));
  }

  /** The day idle land is told for. */
  LocalDate today() {
    return order.today() != null ? order.today() : day.asOf();
  }

  JsonNode funnel() {
    return tree(new SiteJson(study()).funnel(siteQuery()));
  }

  /** The criteria, and the best of the usable sites. */
  JsonNode candidates() {
    SiteJson words = new SiteJson(study());
    var ranking = study().ranking(siteQuery());
    Map<String, Object> answer = new LinkedHashMap<>(words.ranked(siteQuery()));
    answer.put("total", ranking.size());
    answer.put("candidates", ranking.page(0, order.candidates()).stream().map(words::candidate).toList());
    return tree(answer);
  }

  private SiteStudy study() {
    return analysis.sites(day, order.today());
  }

  private SiteQuery siteQuery() {
    return new SiteQuery(siteUnit(), workspace.policies().sites().funnel(), Map.of());
  }

  private String siteUnit() {
    return isWhole() ? null : unit().id();
  }

  static JsonNode tree(Object answer) {
    return JSON.valueToTree(answer);
  }
}
