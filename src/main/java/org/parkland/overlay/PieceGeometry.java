package org.parkland.overlay;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** The shapes of pieces, for exports and maps; the overlay itself computes areas without them. */
public final class PieceGeometry {
  private PieceGeometry() {}

  /**
   * The piece of a parcel that lies in a unit: polygons only, empty if there is none.
   *
   * @param parcel valid polygons
   */
  public static Geometry inUnit(PreparedUnits units, int unit, Geometry parcel) {
    return of(units, unit, parcel);
  }

  /** What no unit of a kind has of a parcel. */
  public static Geometry outsideKind(PreparedUnits units, int kind, Geometry parcel) {
    return of(units, units.units().size() + kind, parcel);
  }

  static Geometry of(PreparedUnits units, int region, Geometry parcel) {
    boolean outside = units.regions().isOutside(region);
    Geometry other = outside ? units.union(units.regions().kindOf(region)) : units.geometry(region);
    Geometry result = OverlayNGRobust.overlay(parcel, other, outside ? OverlayNG.DIFFERENCE : OverlayNG.INTERSECTION);
    return polygonsOf(result);
  }

  /** Only the polygons of a result; touching leaves lines and points beside them. */
  static Geometry polygonsOf(Geometry result) {
    List<Polygon> polygons = new ArrayList<>();
    for (Object each : PolygonExtracter.getPolygons(result)) {
      polygons.add((Polygon) each);
    }
    return result.getFactory().buildGeometry(polygons);
  }
}
