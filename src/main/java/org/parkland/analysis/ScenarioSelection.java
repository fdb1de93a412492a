package org.parkland.analysis;

import static org.parkland.analysis.ReportDesk.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.parkland.BadInput;
import org.parkland.geometry.Crs;
import org.parkland.geometry.Reprojection;
import org.parkland.land.Parcel;
import org.parkland.land.State;
import org.parkland.scenario.Ground;

/** Which parcels or blocks, as they stand in a scenario, a drawn shape means. */
public final class ScenarioSelection {
  private static final int MOST = 2_000;

  private ScenarioSelection() {}

  /**
   * Those that hold a point, that a line crosses, or whose middle lies in a polygon.
   *
   * @param json with a GeoJSON geometry, in degrees, as {@code shape}
   * @throws BadInput if there are too many to choose at once
   */
  public static Map<String, Object> of(ScenarioDraft draft, State state, JsonNode json) {
    Geometry drawn = ScenarioChanges.shape(json, "shape", -1);
    if (drawn == null) {
      throw new BadInput("shape", "is missing", "draw a point, a line or a polygon");
    }
    return draft.look(scenario -> {
      Ground ground = scenario.ground(state);
      Geometry shape = ground.fromDrawn().apply(drawn);
      Envelope box = shape.getEnvelopeInternal();
      Reprojection toDegrees = Crs.of(draft.base().day().of(state).crs()).to(Crs.of(Crs.DEGREES));
      PreparedGeometry prepared = PreparedGeometryFactory.prepare(shape);
      List<Object> found = new ArrayList<>();
      for (Parcel each : scenario.land(state).near(box)) {
        if (isMeant(each, shape, prepared)) {
          found.add(ScenarioJson.feature(each, state, "selected", toDegrees, ground.measure()));
        }
        if (found.size() > MOST) {
          throw new BadInput("shape", "holds more than " + MOST + " parcels", "draw a smaller one");
        }
      }
      return object("type", "FeatureCollection", "features", found);
    });
  }

  private static boolean isMeant(Parcel parcel, Geometry shape, PreparedGeometry prepared) {
    return shape.getDimension() == 2 ? prepared.contains(parcel.geometry().getInteriorPoint())
        : prepared.intersects(parcel.geometry());
  }
}
