package org.parkland.geometry;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/**
 * Makes a polygon valid, openly: the original, the reason and the change stay with the result.
 *
 * @param original as delivered
 * @param geometry valid, and only polygons; equal to the original if that was valid
 * @param reason why the original was invalid, in the words of JTS with the place; null if it was valid
 * @param place the point at which it was found invalid; null if it was valid
 */
public record Repair(Geometry original, Geometry geometry, String reason, Point place) {
  /** Checks a geometry and mends it with {@link GeometryFixer} where it must be mended. */
  public static Repair of(Geometry geometry) {
    if (SimpleRing.bounds(geometry)) {
      return new Repair(geometry, geometry, null, null);
    }
    TopologyValidationError error = new IsValidOp(geometry).getValidationError();
    if (error == null) {
      return new Repair(geometry, geometry, null, null);
    }
    return new Repair(geometry, polygonsOf(GeometryFixer.fix(geometry)), error.toString(),
        geometry.getFactory().createPoint(error.getCoordinate()));
  }

  public boolean wasNeeded() {
    return reason != null;
  }

  private static Geometry polygonsOf(Geometry fixed) {
    return fixed.getFactory().buildGeometry(PolygonExtracter.getPolygons(fixed));
  }
}
