package org.parkland.geometry;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * Well-known binary of shapes in x and y, little-endian, put straight where it is sent from; the same bytes as JTS'
 * {@code WKBWriter}, which copies them several times.
 */
public final class Wkb {
  private static final byte LITTLE_ENDIAN = 1;
  private static final int EWKB_SRID = 0x20000000;
  private static final int HEAD_BYTES = 5;
  private static final int POINT_BYTES = 2 * Double.BYTES;

  private Wkb() {}

  /** How many bytes {@link #put} puts. */
  public static int bytes(Geometry geometry) {
    if (geometry instanceof Point) {
      return HEAD_BYTES + POINT_BYTES;
    }
    int bytes = HEAD_BYTES + Integer.BYTES;
    if (geometry instanceof LineString line) {
      return bytes + POINT_BYTES * line.getNumPoints();
    }
    if (geometry instanceof Polygon polygon) {
      return polygon.isEmpty() ? bytes
          : bytes + Integer.BYTES * (1 + polygon.getNumInteriorRing()) + POINT_BYTES * polygon.getNumPoints();
    }
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      bytes += bytes(geometry.getGeometryN(i));
    }
    return bytes;
  }

  /** @param target in little-endian order, with room for {@link #bytes} */
  public static void put(ByteBuffer target, Geometry geometry) {
    put(target, geometry, 0);
  }

  /** Extended: four bytes more than {@link #bytes}, for the number of the reference system. */
  public static void putWithSrid(ByteBuffer target, Geometry geometry, int srid) {
    put(target, geometry, srid);
  }

  private static void put(ByteBuffer target, Geometry geometry, int srid) {
    if (target.order() != ByteOrder.LITTLE_ENDIAN) {
      throw new IllegalArgumentException("the bytes are little-endian");
    }
    target.put(LITTLE_ENDIAN).putInt(srid == 0 ? type(geometry) : type(geometry) | EWKB_SRID);
    if (srid != 0) {
      target.putInt(srid);
    }
    if (geometry instanceof Point point) {
      target.putDouble(point.isEmpty() ? Double.NaN : point.getX()).putDouble(point.isEmpty() ? Double.NaN : point.getY());
    } else if (geometry instanceof LineString line) {
      putPoints(target, line.getCoordinateSequence());
    } else if (geometry instanceof Polygon polygon) {
      putRings(target, polygon);
    } else {
      target.putInt(geometry.getNumGeometries());
      for (int i = 0; i < geometry.getNumGeometries(); i++) {
        put(target, geometry.getGeometryN(i), 0);
      }
    }
  }

  private static void putRings(ByteBuffer target, Polygon polygon) {
    if (polygon.isEmpty()) {
      target.putInt(0);
      return;
    }
    target.putInt(1 + polygon.getNumInteriorRing());
    putPoints(target, polygon.getExteriorRing().getCoordinateSequence());
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      putPoints(target, polygon.getInteriorRingN(i).getCoordinateSequence());
    }
  }

  private static void putPoints(ByteBuffer target, CoordinateSequence points) {
    target.putInt(points.size());
    for (int i = 0; i < points.size(); i++) {
      target.putDouble(points.getX(i)).putDouble(points.getY(i));
    }
  }

  private static int type(Geometry geometry) {
    return geometry instanceof Point ? 1 : geometry instanceof LineString ? 2 : geometry instanceof Polygon ? 3
        : geometry instanceof MultiPoint ? 4 : geometry instanceof MultiLineString ? 5
        : geometry instanceof MultiPolygon ? 6 : geometry instanceof GeometryCollection ? 7 : unknown(geometry);
  }

  private static int unknown(Geometry geometry) {
    throw new IllegalArgumentException("no WKB for " + geometry.getGeometryType());
  }
}
