package org.parkland.web;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.parkland.analysis.FindingJson;
import org.parkland.analysis.FindingList;
import org.parkland.analysis.Workspace;
import org.parkland.geometry.Crs;
import org.parkland.geometry.OutsideProjectionException;
import org.parkland.geometry.Reprojection;
import org.parkland.land.Finding;
import org.parkland.land.FindingCatalogue;
import org.parkland.land.Snapshot;

/** What imports and checks found about a snapshot, as a list or as GeoJSON for the map. */
final class FindingRoutes {
  private static final int MOST = 5_000;
  private static final String[] PARAMETERS = {"snapshot", "code", "severity", "limit", "offset"};

  private final Workspace workspace;
  private final FindingCatalogue catalogue;

  FindingRoutes(Workspace workspace) {
    this.workspace = workspace;
    this.catalogue = workspace.standards().findings();
  }

  void addTo(RouteTable routes) {
    routes.get("/api/findings", Needs.PLANNER, this::list);
    routes.get("/api/findings.geojson", Needs.PLANNER, this::map);
  }

  private void list(Context context) {
    Parameters parameters = Parameters.of(context, PARAMETERS);
    Snapshot snapshot = snapshot(parameters);
    FindingList findings = new FindingList(workspace.store(), snapshot, catalogue);
    FindingJson writer = new FindingJson(catalogue, Crs.of(snapshot.crs()));
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("snapshot", snapshot.id());
    answer.put("kind", snapshot.kind().word());
    answer.put("name", snapshot.name());
    answer.put("asOf", snapshot.asOf());
    answer.put("source", snapshot.source());
    answer.put("total", total(findings, parameters));
    answer.put("counts", findings.counts().stream().map(each -> count(each, writer)).toList());
    answer.put("findings", page(findings, parameters).stream().map(writer::of).toList());
    Json.answer(context, answer);
  }

  private static Map<String, Object> count(FindingList.Count count, FindingJson writer) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("code", count.code());
    answer.put("severity", count.severity().word());
    answer.put("count", count.count());
    answer.putAll(writer.kind(count.code()));
    return answer;
  }

  /** How many findings the filters let pass. */
  private static long total(FindingList findings, Parameters parameters) {
    String code = parameters.text("code");
    Finding.Severity severity = parameters.word("severity", Finding.Severity.class, null);
    return findings.counts().stream().filter(each -> code == null || each.code().equals(code))
        .filter(each -> severity == null || each.severity() == severity).mapToLong(FindingList.Count::count).sum();
  }

  private static List<Finding> page(FindingList findings, Parameters parameters) {
    return findings.page(parameters.text("code"), parameters.word("severity", Finding.Severity.class, null),
        parameters.whole("offset", 0, 0, Integer.MAX_VALUE), parameters.whole("limit", 50, 1, MOST));
  }

  private void map(Context context) {
    Parameters parameters = Parameters.of(context, PARAMETERS);
    Snapshot snapshot = snapshot(parameters);
    FindingList findings = new FindingList(workspace.store(), snapshot, catalogue);
    FindingJson writer = new FindingJson(catalogue, Crs.of(snapshot.crs()));
    Reprojection toDegrees = Crs.of(snapshot.crs()).to(Crs.of(Crs.DEGREES));
    List<Map<String, Object>> features = new ArrayList<>();
    for (Finding each : page(findings, parameters)) {
      Map<String, Object> feature = new LinkedHashMap<>();
      feature.put("type", "Feature");
      feature.put("properties", writer.of(each));
      feature.put("geometry", degrees(each.shape(), toDegrees));
      features.add(feature);
    }
    Map<String, Object> collection = new LinkedHashMap<>();
    collection.put("type", "FeatureCollection");
    collection.put("total", total(findings, parameters));
    collection.put("features", features);
    Json.answer(context, collection, "application/geo+json");
  }

  private static Geometry degrees(Geometry shape, Reprojection toDegrees) {
    try {
      return shape == null ? null : toDegrees.apply(shape);
    } catch (OutsideProjectionException e) {
      return null;
    }
  }

  /** The snapshot with the number asked for; the one imported last if none is. */
  private Snapshot snapshot(Parameters parameters) {
    List<Snapshot> all = workspace.store().snapshots();
    String wanted = parameters.text("snapshot");
    if (wanted == null) {
      return all.stream().max(Comparator.comparingLong(Snapshot::id))
          .orElseThrow(() -> Problem.notFound("nothing has been imported yet", null));
    }
    return all.stream().filter(each -> wanted.equals(Long.toString(each.id()))).findFirst()
        .orElseThrow(() -> Problem.notFound("there is no snapshot '" + wanted + "'", "snapshot"));
  }
}
