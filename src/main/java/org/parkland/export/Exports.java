package org.parkland.export;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.parkland.BadInput;
import org.parkland.analysis.DayLayers;
import org.parkland.analysis.LandAnalysis;
import org.parkland.analysis.Report;
import org.parkland.analysis.ReportQuery;
import org.parkland.analysis.ScenarioLand;
import org.parkland.analysis.Sheet;
import org.parkland.analysis.Workspace;
import org.parkland.geometry.AreaMethod;
import org.parkland.geometry.Crs;
import org.parkland.land.Feature;
import org.parkland.land.Heading;
import org.parkland.land.LayerKind;
import org.parkland.land.RedLinePolicy;
import org.parkland.land.SavedScenario;
import org.parkland.land.Snapshot;
import org.parkland.land.State;
import org.parkland.land.Words;
import org.parkland.pack.Headings;
import org.parkland.sink.Column;

/** The contents of a database by name: its layers, its lists, the first table of each report. */
public final class Exports {
  /** Lists that are no reports, with their titles. */
  private static final Map<String, String> LISTS = new LinkedHashMap<>();
  private static final Map<LayerKind, String> LAYERS = Map.of(LayerKind.PARCELS, "宗地", LayerKind.ZONING, "规划地块",
      LayerKind.UNITS, "统计单元", LayerKind.PROTECTION, "工业用地保护线", LayerKind.CONSTRAINT, "限制因素",
      LayerKind.APPROVAL, "批地", LayerKind.REFERENCE, "参考图层");
  /** Lists of which one can be chosen by its name. */
  private static final List<String> NAMED = List.of("findings", "scenario");
  /** Reports whose rows are about one parcel each. */
  private static final List<Report> ABOUT_PARCELS = List.of(Report.LEDGER, Report.RECONCILIATION);

  static {
    LISTS.put("idle", "闲置与低效用地清单");
    LISTS.put("candidates", "可利用地块清单");
    LISTS.put("findings", "检查问题清单");
    LISTS.put("scenario", "情景方案");
  }

  private final Workspace workspace;
  private final LandAnalysis analysis;
  private final Headings headings;

  public Exports(Workspace workspace, LandAnalysis analysis) {
    this.workspace = workspace;
    this.analysis = analysis;
    this.headings = Headings.read(workspace.settings().standards());
  }

  /** All that can be asked for: layers, lists, reports. */
  public static List<String> names() {
    return Stream.of(Stream.of(LayerKind.values()).map(LayerKind::word), LISTS.keySet().stream(),
        Stream.of(Report.values()).filter(each -> each != Report.POLICIES).map(Report::word))
        .flatMap(each -> each).toList();
  }

  /** @throws BadInput if there is no such thing, or what is asked does not fit it */
  public Content find(ExportQuery query) {
    Optional<LayerKind> kind = Stream.of(LayerKind.values()).filter(each -> each.word().equals(query.what())).findFirst();
    if (kind.isPresent()) {
      return layer(kind.get(), query);
    }
    requireNoLayerSelection(query);
    return switch (query.what()) {
      case "idle" -> list(query, ListTable.idle(analysis.idle(day(query), query.today()), unit(query), query.english()));
      case "candidates" -> list(query,
          ListTable.candidates(analysis.sites(day(query), query.today()),
          unit(query), query.weights() == null ? Map.of() : query.weights(), query.english()));
      case "findings" -> findings(query);
      case "scenario" -> savedScenario(query);
      default -> report(query);
    };
  }

  private DayLayers day(ExportQuery query) {
    return analysis.day(query.asOf());
  }

  /** {@code 江海区_宗地_2025-12-31}. */
  private String title(String what, Object day) {
    return (workspace.district().name() + "_" + what + "_" + day).replaceAll("[\\\\/:*?\"<>|\\s]+", "_");
  }

  // Layers.

  private Content layer(LayerKind kind, ExportQuery query) {
    Snapshot snapshot = snapshot(kind, query);
    String name = kind.isSingle() ? LAYERS.get(kind) : LAYERS.get(kind) + "_" + snapshot.name();
    return new LayerContent(workspace.store(), snapshot, workspace.standards().schema(kind),
        title(name, snapshot.asOf()), selection(snapshot, query), workspace.standards().classification());
  }

  private Snapshot snapshot(LayerKind kind, ExportQuery query) {
    List<Snapshot> found = kind == LayerKind.PARCELS ? List.of(day(query).parcels()) : day(query).findAll(kind);
    List<String> names = found.stream().map(Snapshot::name).toList();
    List<Snapshot> wanted = found.stream()
        .filter(each -> query.layer() == null || each.name().equals(query.layer())).toList();
    if (wanted.size() == 1) {
      return wanted.get(0);
    }
    throw found.isEmpty() ? new BadInput(kind.word(), "there is no such layer", "import one with --as " + kind.word())
        : new BadInput(kind.word(), query.layer() == null ? "there are several layers"
            : "there is no layer '" + query.layer() + "'", "choose one of them: " + String.join(", ", names));
  }

  private Selection selection(Snapshot snapshot, ExportQuery query) {
    Crs crs = Crs.of(snapshot.crs());
    Geometry unit = query.unit() == null ? null : unitShape(query, crs);
    Envelope box = query.box() == null ? null : Crs.of(Crs.DEGREES).to(crs).apply(new Envelope(query.box().get(0),
        query.box().get(2), query.box().get(1), query.box().get(3)));
    LayerFields fields = LayerFields.of(snapshot, workspace.standards().schema(snapshot.kind()));
    RowFilter filter = query.filter() == null ? null
        : RowFilter.parse(query.filter(), workspace.standards().schema(snapshot.kind()), fields.extra());
    return new Selection(query.ids(), unit, box, filter);
  }

  private Geometry unitShape(ExportQuery query, Crs crs) {
    Snapshot units = day(query).units();
    Feature unit = workspace.store().find(units, query.unit()).orElseThrow(() -> noUnit(query));
    return Crs.of(units.crs()).to(crs).apply(unit.geometry());
  }

  private static BadInput noUnit(ExportQuery query) {
    return new BadInput("unit '" + query.unit() + "'", "there is no such unit", "use an id of the units layer");
  }

  // Lists.

  private static void requireNoLayerSelection(ExportQuery query) {
    boolean named = query.layer() != null && !NAMED.contains(query.what());
    boolean inUnit = query.unit() != null && NAMED.contains(query.what());
    if (query.ids() != null || query.box() != null || query.filter() != null || named || inUnit) {
      throw new BadInput(query.what(), "ids, bbox, filter and layer select rows of layers only",
          "export " + query.what() + (inUnit ? " whole" : " whole or of one unit"));
    }
  }

  private String unit(ExportQuery query) {
    if (query.unit() != null && !analysis.figures().hasUnit(query.unit(), day(query))) {
      throw noUnit(query);
    }
    return query.unit();
  }

  private Content list(ExportQuery query, ListTable table) {
    DayLayers day = day(query);
    return table(title(LISTS.get(query.what()), query.today() != null ? query.today() : day.asOf()), table,
        List.of(day.parcels()), query.english());
  }

  private Content table(String title, ListTable table, List<Snapshot> parcels, boolean english) {
    List<Heading> columns = table.columns().stream().map(each -> heading(each, table)).toList();
    List<Field> fields = columns.stream().map(each -> field(each, english)).toList();
    List<Object[]> lines = table.rows().stream().map(row -> columns.stream()
        .map(each -> ListTable.typed(row.get(each.key()), each.type())).toArray()).toList();
    return new ListContent(workspace.store(), title, fields, parcels, table.columns().indexOf("parcel"), lines);
  }

  private Heading heading(String key, ListTable table) {
    Words own = table.titles().get(key);
    return own == null ? headings.of(key) : new Heading(key, own, Heading.Type.NUMBER, key);
  }

  private static Field field(Heading heading, boolean english) {
    String unit = heading.type() == Heading.Type.AREA ? "（m²）" : "";
    String name = english ? heading.words().en() + unit.replace("（", " (").replace("）", ")") : heading.words().zh() + unit;
    return new Field(name, heading.shortName(), switch (heading.type()) {
      case TEXT -> Column.Type.TEXT;
      case INTEGER -> Column.Type.INTEGER;
      case NUMBER, AREA, SHARE -> Column.Type.DECIMAL;
      case DATE -> Column.Type.DATE;
      case FLAG -> Column.Type.FLAG;
    }, heading.words().zh());
  }

  /** What imports and checks found about the layers of the day; of one layer if its name is given. */
  private Content findings(ExportQuery query) {
    List<Snapshot> layers = day(query).all().stream()
        .filter(each -> query.layer() == null || each.name().equals(query.layer())).toList();
    if (layers.isEmpty()) {
      throw new BadInput("findings", "there is no layer '" + query.layer() + "'", "choose one of them: "
          + day(query).all().stream().map(Snapshot::name).distinct().collect(Collectors.joining(", ")));
    }
    List<Field> fields = FindingContent.COLUMNS.stream().map(each -> field(headings.of(each), query.english())).toList();
    return new FindingContent(workspace, title(LISTS.get("findings"), day(query).asOf()), fields, layers,
        query.english());
  }

  // Scenarios.

  /** Of a working copy or a saved scenario. */
  public Content scenario(ScenarioLand land) {
    String name = land.title() == null ? "未保存" : land.title();
    return new ScenarioContent(title(LISTS.get("scenario"), name), land, workspace.standards().classification());
  }

  /** The saved scenario whose number or name is given as the layer; the only one if none is. */
  private Content savedScenario(ExportQuery query) {
    List<SavedScenario> saved = analysis.scenarios().saved();
    List<SavedScenario> wanted = saved.stream().filter(each -> query.layer() == null
        || query.layer().equals(each.name()) || query.layer().equals(String.valueOf(each.id()))).toList();
    if (wanted.size() == 1) {
      return scenario(analysis.scenarios().land(wanted.get(0)));
    }
    throw new BadInput("scenario", wanted.isEmpty() ? "there is none of that name or number" : "there are several",
        "save one, or choose by name or number: " + saved.stream().map(each -> each.id() + " " + each.name())
            .collect(Collectors.joining(", ")));
  }

  // Reports.

  private Content report(ExportQuery query) {
    Report report = Stream.of(Report.values())
        .filter(each -> each != Report.POLICIES && each.word().equals(query.what())).findFirst()
        .orElseThrow(() -> new BadInput("'" + query.what() + "'", "is nothing that can be exported",
            "use one of " + String.join(", ", names())));
    RedLinePolicy policy = workspace.policies().redLine()
        .find(query.policy() != null ? query.policy() : workspace.district().policy());
    Sheet sheet = analysis.reports().draw(new ReportQuery(report, query.asOf(), state(query), AreaMethod.ELLIPSOIDAL,
        policy, null, unit(query), null, 0, query.from(), query.to(), null));
    Sheet.Table table = sheet.tables().get(0);
    LocalDate day = day(query).asOf();
    List<Snapshot> parcels = !ABOUT_PARCELS.contains(report) ? List.of() : report == Report.LEDGER
        ? List.of(analysis.day(query.to()).parcels(), analysis.day(from(query)).parcels())
        : List.of(day(query).parcels());
    return table(title(table.title(), day), new ListTable(table.columns(), table.rows(), Map.of()), parcels,
        query.english());
  }

  private LocalDate from(ExportQuery query) {
    return query.from() != null ? query.from() : analysis.day(null).dates().get(0);
  }

  private static State state(ExportQuery query) {
    return "planned".equals(query.state()) ? State.PLANNED : State.CURRENT;
  }
}
