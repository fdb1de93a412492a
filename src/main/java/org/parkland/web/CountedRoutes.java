package org.parkland.web;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parkland.BadInput;
import org.parkland.analysis.CountedLand;
import org.parkland.analysis.CountedLand.Counted;
import org.parkland.analysis.DayLayers;
import org.parkland.analysis.FigureJson;
import org.parkland.analysis.FigureQuery;
import org.parkland.analysis.LandAnalysis;
import org.parkland.analysis.Workspace;
import org.parkland.geometry.AreaMethod;
import org.parkland.geometry.Crs;
import org.parkland.geometry.Reprojection;
import org.parkland.land.Feature;
import org.parkland.land.LandUseClass;
import org.parkland.land.RedLinePolicy;
import org.parkland.land.Snapshot;
import org.parkland.land.State;

/** From a figure to its parcels, and from parcels to their shapes. */
final class CountedRoutes {
  private static final int MOST_ROWS = 1000;
  private static final int MOST_SHAPES = 200;

  private final Workspace workspace;
  private final LandAnalysis analysis;

  CountedRoutes(Workspace workspace, LandAnalysis analysis) {
    this.workspace = workspace;
    this.analysis = analysis;
  }

  void addTo(RouteTable routes) {
    routes.get("/api/counted", Needs.VIEWER, this::counted);
    routes.get("/api/shapes", Needs.VIEWER, this::shapes);
  }

  private void counted(Context context) {
    Parameters parameters =
        Parameters.of(context, "unit", "asOf", "state", "policy", "area", "part", "code", "limit", "offset");
    DayLayers day = analysis.day(parameters.date("asOf"));
    parameters.required("unit");
    FigureQuery figure = new FigureQuery(parameters.word("state", State.class, State.CURRENT),
        policy(parameters.text("policy")), parameters.word("area", AreaMethod.class, AreaMethod.ELLIPSOIDAL));
    CountedLand.Part part = parameters.word("part", CountedLand.Part.class, CountedLand.Part.ALL);
    CountedLand.Answer found = analysis.counted().draw(day,
        new CountedLand.Query(figure, parameters.unit(analysis, day), part, parameters.text("code")));
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("asOf", day.asOf());
    answer.put("state", figure.state().word());
    answer.put("areaMethod", figure.method().word());
    answer.put("policy", FigureJson.policy(figure.policy()));
    answer.put("unit", found.unit().id());
    answer.put("total", found.total());
    answer.put("areaM2", found.areaM2());
    answer.put("parcels", parameters.page(found.parcels(), MOST_ROWS).map(this::row).toList());
    Json.answer(context, answer);
  }

  private RedLinePolicy policy(String name) {
    try {
      return workspace.policies().redLine().find(name != null ? name : workspace.district().policy());
    } catch (BadInput e) {
      throw Problem.badParameter("policy", e.getMessage());
    }
  }

  private Map<String, Object> row(Counted each) {
    Optional<LandUseClass> known = Optional.ofNullable(each.code()).flatMap(workspace.standards().classification()::find);
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("parcel", each.parcel());
    row.put("code", each.code());
    row.put("name", known.map(LandUseClass::name).orElse(null));
    row.put("nameEn", known.map(LandUseClass::nameEn).orElse(null));
    row.put("areaM2", each.areaM2());
    return row;
  }

  private void shapes(Context context) {
    Parameters parameters = Parameters.of(context, "ids", "asOf", "state");
    Snapshot land = analysis.day(parameters.date("asOf"))
        .of(parameters.word("state", State.class, State.CURRENT));
    List<String> ids = Arrays.stream(parameters.required("ids").split(",")).map(String::strip).distinct().toList();
    if (ids.size() > MOST_SHAPES) {
      throw Problem.badParameter("ids", "at most " + MOST_SHAPES + " parcels at a time, not " + ids.size());
    }
    Reprojection toDegrees = Crs.of(land.crs()).to(Crs.of(Crs.DEGREES));
    List<Map<String, Object>> features = ids.stream()
        .flatMap(id -> workspace.store().find(land, id).stream()).map(each -> shape(each, toDegrees)).toList();
    Map<String, Object> collection = new LinkedHashMap<>();
    collection.put("type", "FeatureCollection");
    collection.put("features", features);
    Json.answer(context, collection, "application/geo+json");
  }

  private static Map<String, Object> shape(Feature row, Reprojection toDegrees) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("id", row.id());
    properties.put("code", row.landUse());
    Map<String, Object> feature = new LinkedHashMap<>();
    feature.put("type", "Feature");
    feature.put("properties", properties);
    feature.put("geometry", toDegrees.apply(row.geometry()));
    return feature;
  }
}
