package org.parkland.web;

import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parkland.analysis.DayLayers;
import org.parkland.analysis.LandAnalysis;
import org.parkland.analysis.Workspace;
import org.parkland.config.BaseMap;
import org.parkland.land.Attribute;
import org.parkland.land.District;
import org.parkland.land.LayerKind;
import org.parkland.land.RedLinePolicy;
import org.parkland.land.Schema;
import org.parkland.land.Snapshot;
import org.parkland.store.Snapshots;

/** What there is: the district, its layers, classes and attributes. */
final class DistrictRoutes {
  private final Workspace workspace;
  private final LandAnalysis analysis;
  private final List<BaseMap> baseMaps;

  DistrictRoutes(Workspace workspace, LandAnalysis analysis, List<BaseMap> baseMaps) {
    this.baseMaps = baseMaps;
    this.workspace = workspace;
    this.analysis = analysis;
  }

  void addTo(RouteTable routes) {
    routes.get("/api/district", Needs.VIEWER, this::district);
    routes.get("/api/classes", Needs.VIEWER, this::classes);
    routes.get("/api/fields", Needs.VIEWER, this::fields);
  }

  /** Before the first parcels there is neither a day nor a place; the page then asks for a file. */
  private void district(Context context) {
    Parameters.of(context);
    District district = workspace.district();
    List<Snapshot> all = Snapshots.current(workspace.store().snapshots());
    List<LocalDate> dates = DayLayers.dates(all);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("code", district.code());
    answer.put("name", district.name());
    answer.put("nameEn", district.nameEn());
    answer.put("synthetic", district.synthetic());
    answer.put("note", district.note());
    answer.put("noteEn", district.noteEn());
    answer.put("bounds", dates.isEmpty() ? null : analysis.bounds());
    answer.put("landBounds", analysis.landBounds());
    answer.put("asOf", dates.isEmpty() ? null : dates.get(dates.size() - 1));
    answer.put("dates", dates);
    answer.put("policy", district.policy());
    answer.put("policies", workspace.policies().redLine().policies().stream().map(DistrictRoutes::policy).toList());
    answer.put("baseMaps", baseMaps);
    answer.put("layers", all.stream().map(DistrictRoutes::layer).toList());
    Json.answer(context, answer);
  }

  private static Map<String, Object> policy(RedLinePolicy policy) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("name", policy.name());
    answer.put("title", policy.title());
    answer.put("titleEn", policy.titleEn());
    answer.put("threshold", policy.threshold());
    return answer;
  }

  private static Map<String, Object> layer(Snapshot snapshot) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("snapshot", snapshot.id());
    answer.put("kind", snapshot.kind().word());
    answer.put("name", snapshot.name());
    answer.put("asOf", snapshot.asOf());
    answer.put("count", snapshot.count());
    answer.put("crs", snapshot.crs());
    answer.put("source", snapshot.source());
    answer.put("sha256", snapshot.sha256());
    answer.put("importedAt", snapshot.importedAt());
    return answer;
  }

  private void classes(Context context) {
    Parameters.of(context);
    context.header("Cache-Control", "private, max-age=3600");
    Json.answer(context, workspace.standards().classification().classes());
  }

  private void fields(Context context) {
    Parameters.of(context);
    Map<String, List<Map<String, Object>>> answer = new LinkedHashMap<>();
    for (LayerKind kind : LayerKind.values()) {
      Schema schema = workspace.standards().schema(kind);
      answer.put(kind.word(), schema.attributes().stream().map(DistrictRoutes::attribute).toList());
    }
    Json.answer(context, answer);
  }

  private static Map<String, Object> attribute(Attribute attribute) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("name", attribute.name());
    answer.put("label", attribute.label());
    answer.put("labelEn", attribute.labelEn());
    answer.put("type", attribute.type().name().toLowerCase(java.util.Locale.ROOT));
    answer.put("unit", attribute.unit());
    return answer;
  }
}
