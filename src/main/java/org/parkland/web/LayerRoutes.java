package org.parkland.web;

import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parkland.analysis.LandAnalysis;
import org.parkland.analysis.Workspace;
import org.parkland.geometry.Crs;
import org.parkland.geometry.Reprojection;
import org.parkland.land.Feature;
import org.parkland.land.LayerKind;
import org.parkland.land.Snapshot;
import org.parkland.store.FeatureCursor;
import org.parkland.store.FeatureQuery;

/** Small layers whole, as GeoJSON in degrees: units, lines and what is there for orientation. */
final class LayerRoutes {
  private static final Set<LayerKind> SMALL =
      Set.of(LayerKind.UNITS, LayerKind.PROTECTION, LayerKind.CONSTRAINT, LayerKind.APPROVAL, LayerKind.REFERENCE);

  private final Workspace workspace;
  private final LandAnalysis analysis;

  LayerRoutes(Workspace workspace, LandAnalysis analysis) {
    this.workspace = workspace;
    this.analysis = analysis;
  }

  void addTo(RouteTable routes) {
    routes.get("/api/layers/{kind}", Needs.VIEWER, this::layer);
  }

  private void layer(Context context) {
    Parameters parameters = Parameters.of(context, "asOf");
    LayerKind kind = SMALL.stream().filter(each -> each.word().equals(context.pathParam("kind"))).findFirst()
        .orElseThrow(() -> Problem.notFound(
            "layers served whole are: units, protection, constraint, approval, reference", "kind"));
    LocalDate asked = parameters.date("asOf");
    List<Map<String, Object>> features = new ArrayList<>();
    for (Snapshot snapshot : analysis.hasLand() ? analysis.day(asked).findAll(kind) : List.<Snapshot>of()) {
      add(snapshot, features);
    }
    Map<String, Object> collection = new LinkedHashMap<>();
    collection.put("type", "FeatureCollection");
    collection.put("features", features);
    Json.answer(context, collection, "application/geo+json");
  }

  private void add(Snapshot snapshot, List<Map<String, Object>> features) {
    Reprojection toDegrees = Crs.of(snapshot.crs()).to(Crs.of(Crs.DEGREES));
    try (FeatureCursor rows = workspace.store().features(snapshot, FeatureQuery.all())) {
      while (rows.hasNext()) {
        Feature row = rows.next();
        Map<String, Object> properties = new LinkedHashMap<>(row.attributes());
        properties.put("layer", snapshot.name());
        Map<String, Object> feature = new LinkedHashMap<>();
        feature.put("type", "Feature");
        feature.put("properties", properties);
        feature.put("geometry", toDegrees.apply(row.geometry()));
        features.add(feature);
      }
    }
  }
}
