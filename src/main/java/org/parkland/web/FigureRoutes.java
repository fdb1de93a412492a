package org.parkland.web;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.locationtech.jts.geom.Geometry;
import org.parkland.BadInput;
import org.parkland.analysis.FigureJson;
import org.parkland.analysis.FigureQuery;
import org.parkland.analysis.Figures;
import org.parkland.analysis.LandAnalysis;
import org.parkland.analysis.Workspace;
import org.parkland.geometry.AreaMeasure;
import org.parkland.geometry.AreaMethod;
import org.parkland.geometry.Crs;
import org.parkland.geometry.Reprojection;
import org.parkland.land.Feature;
import org.parkland.land.LayerKind;
import org.parkland.land.RedLinePolicy;
import org.parkland.land.Snapshot;
import org.parkland.land.State;
import org.parkland.store.FeatureCursor;
import org.parkland.store.FeatureQuery;

/** Units, land-use balance and red line. */
final class FigureRoutes {
  private final Workspace workspace;
  private final LandAnalysis analysis;

  FigureRoutes(Workspace workspace, LandAnalysis analysis) {
    this.workspace = workspace;
    this.analysis = analysis;
  }

  void addTo(RouteTable routes) {
    routes.get("/api/units", Needs.VIEWER, this::units);
    routes.get("/api/landuse", Needs.VIEWER, this::landUse);
    routes.get("/api/redline", Needs.VIEWER, this::redLine);
  }

  /** None before the first layer of units, as the page asks before it knows what there is. */
  private void units(Context context) {
    Parameters parameters = Parameters.of(context, "asOf");
    Optional<Snapshot> layer = analysis.hasLand()
        ? analysis.day(parameters.date("asOf")).find(LayerKind.UNITS) : Optional.empty();
    Json.answer(context, Map.of("units", layer.map(this::units).orElse(List.of())));
  }

  private List<Map<String, Object>> units(Snapshot layer) {
    Crs crs = Crs.of(layer.crs());
    AreaMeasure measure = AreaMeasure.of(AreaMethod.ELLIPSOIDAL, crs);
    Reprojection toDegrees = crs.to(Crs.of(Crs.DEGREES));
    try (FeatureCursor rows = workspace.store().features(layer, FeatureQuery.all())) {
      List<Map<String, Object>> units = new java.util.ArrayList<>();
      while (rows.hasNext()) {
        units.add(unit(rows.next(), measure, toDegrees));
      }
      return units;
    }
  }

  private static Map<String, Object> unit(Feature row, AreaMeasure measure, Reprojection toDegrees) {
    Geometry shape = row.geometry();
    Map<String, Object> unit = new LinkedHashMap<>();
    unit.put("id", row.id());
    unit.put("kind", row.text("kind"));
    unit.put("name", row.text("name"));
    unit.put("nameEn", row.text("name_en"));
    unit.put("upgraded", row.flag("upgraded"));
    unit.put("areaM2", measure.areaM2(shape));
    unit.put("bounds", toDegrees.apply(shape.getEnvelopeInternal()));
    return unit;
  }

  private void landUse(Context context) {
    Parameters parameters = Parameters.of(context, "unit", "asOf", "state", "policy", "area", "levels");
    Figures figures = figures(parameters);
    boolean withParents = parameters.flag("levels");
    Map<String, Object> answer = FigureJson.head(workspace.district().code(), figures);
    IntFunction<Map<String, Object>> one = place -> {
      Map<String, Object> unit = FigureJson.unit(figures, place);
      unit.put("landUse", FigureJson.landUse(figures.landUse(place, withParents)));
      return unit;
    };
    if (parameters.text("unit") != null) {
      answer.put("unit", one.apply(place(figures, parameters.text("unit"))));
    } else {
      answer.put("units", figures.places().stream().map(one::apply).toList());
    }
    Json.answer(context, answer);
  }

  private void redLine(Context context) {
    Parameters parameters = Parameters.of(context, "unit", "asOf", "state", "policy", "area");
    Figures figures = figures(parameters);
    String only = parameters.text("unit");
    List<Integer> places = only == null ? figures.places() : List.of(place(figures, only));
    Map<String, Object> answer = FigureJson.head(workspace.district().code(), figures);
    answer.put("policy", FigureJson.policy(figures.policy()));
    answer.put("units", places.stream().map(place -> {
      Map<String, Object> unit = FigureJson.unit(figures, place);
      unit.put("redLine", FigureJson.redLine(figures.redLine(place)));
      return unit;
    }).toList());
    Json.answer(context, answer);
  }

  private Figures figures(Parameters parameters) {
    State state = parameters.word("state", State.class, State.CURRENT);
    AreaMethod method = parameters.word("area", AreaMethod.class, AreaMethod.ELLIPSOIDAL);
    return analysis.figures().draw(analysis.day(parameters.date("asOf")),
        new FigureQuery(state, policy(parameters.text("policy")), method));
  }

  private RedLinePolicy policy(String name) {
    try {
      return workspace.policies().redLine().find(name != null ? name : workspace.district().policy());
    } catch (BadInput e) {
      throw Problem.badParameter("policy", e.getMessage());
    }
  }

  private static int place(Figures figures, String unit) {
    return figures.find(unit).orElseThrow(() -> Problem.notFound("there is no unit '" + unit + "'", "unit"));
  }
}
