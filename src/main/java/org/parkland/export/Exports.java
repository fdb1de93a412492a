package org.parkland.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.parkland.BadInput;
import org.parkland.analysis.DayLayers;
import org.parkland.analysis.LandAnalysis;
import org.parkland.analysis.Report;
import org.parkland.analysis.ReportQuery;
import org.parkland.analysis.Sheet;
import org.parkland.analysis.Workspace;
import org.parkland.geometry.AreaMethod;
import org.parkland.geometry.Crs;
import org.parkland.land.Feature;
import org.parkland.land.Heading;
import org.parkland.land.LayerKind;
import org.parkland.land.RedLinePolicy;
import org.parkland.land.Snapshot;
import org.parkland.land.State;
import org.parkland.land.Words;
import org.parkland.pack.Headings;
import org.parkland.sink.Column;
import org.parkland.store.FeatureCursor;
import org.parkland.store.FeatureQuery;

/** The contents of a database by name: its layers, its lists, the first table of each report. */
public final class Exports {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Lists that are no reports, with their titles. */
  private static final Map<String, String> LISTS = new LinkedHashMap<>();
  private static final Map<LayerKind, String> LAYERS = Map.of(LayerKind.PARCELS, "宗地", LayerKind.ZONING, "规划地块",
      LayerKind.UNITS, "统计单元", LayerKind.PROTECTION, "工业用地保护线", LayerKind.CONSTRAINT, "限制因素",
      LayerKind.APPROVAL, "批地", LayerKind.REFERENCE, "参考图层");
  /** Reports whose rows are about one parcel each. */
  private static final List<Report> ABOUT_PARCELS = List.of(Report.LEDGER, Report.RECONCILIATION);

  static {
    LISTS.put("idle", "闲置与低效用地清单");
    LISTS.put("candidates", "可利用地块清单");
    LISTS.put("findings", "入库检查问题清单");
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
          ListTable.candidates(analysis.sites(day(query), query.today()), unit(query), query.english()));
      case "findings" -> findings(query);
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
    if (query.ids() != null || query.box() != null || query.filter() != null || query.layer() != null) {
      throw new BadInput(query.what(), "ids, bbox, filter and layer select rows of layers only",
          "export " + query.what() + " whole or of one unit");
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

  /** What the import of the parcels noticed, with the shape of the row where it was stored. */
  private Content findings(ExportQuery query) {
    Snapshot parcels = day(query).parcels();
    Map<Long, String> ids = new LinkedHashMap<>();
    try (FeatureCursor rows = workspace.store().features(parcels, FeatureQuery.all().only("id"))) {
      rows.forEachRemaining(row -> ids.put(row.row(), row.id()));
    }
    List<Map<String, Object>> rows = new ArrayList<>();
    for (JsonNode each : report(parcels).path("findings")) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("sourceRow", each.path("row").asLong());
      row.put("parcel", each.path("id").isTextual() ? each.path("id").asText() : ids.get(each.path("row").asLong()));
      row.put("severity", each.path("severity").asText().toLowerCase(Locale.ROOT));
      row.put("finding", each.path("code").asText());
      row.put("message", each.path("message").asText());
      row.put("figure", each.path("figure").isNumber() ? each.path("figure").asDouble() : null);
      rows.add(row);
    }
    return list(query, new ListTable(List.of("sourceRow", "parcel", "severity", "finding", "message", "figure"), rows,
        Map.of()));
  }

  private static JsonNode report(Snapshot snapshot) {
    try {
      return JSON.readTree(snapshot.report());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what is kept with a snapshot is JSON", e);
    }
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
