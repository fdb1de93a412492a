package org.parkland.ogc.crs;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.parkland.geometry.Crs;

/**
 * A reference system under the name other programs know it by. The name fixes the order of the axes: CRS84 is
 * longitude, latitude; the EPSG names follow the register, so 4326 and 4490 are latitude, longitude and the
 * Gauss-Krüger systems north, east.
 *
 * @param crs the same system as Parkland has it, east before north
 */
public record NamedCrs(String uri, Crs crs, boolean northFirst) {
  public static final NamedCrs CRS84 =
      new NamedCrs("http://www.opengis.net/def/crs/OGC/1.3/CRS84", Crs.of("EPSG:4326"), false);

  private static final String EPSG = "http://www.opengis.net/def/crs/EPSG/0/";
  private static final List<String> OFFERED =
      List.of("EPSG:4326", "EPSG:4490", "EPSG:4526", "EPSG:4547", Crs.WEB_MERCATOR);

  public static NamedCrs of(Crs crs) {
    return new NamedCrs(EPSG + crs.epsg(), crs, crs.isNorthFirst());
  }

  /** What a collection can be asked for in: CRS84 first, the system it is stored in last where it is another. */
  public static List<NamedCrs> offered(Optional<Crs> storage) {
    Stream<NamedCrs> fixed = OFFERED.stream().map(Crs::of).map(NamedCrs::of);
    return Stream.concat(Stream.concat(Stream.of(CRS84), fixed), storage.stream().map(NamedCrs::of)).distinct().toList();
  }

  /** The shape with the axes as the name has them; the argument is left as it is. */
  public Geometry named(Geometry eastNorth) {
    if (!northFirst) {
      return eastNorth;
    }
    Geometry copy = eastNorth.copy();
    copy.apply(TURN);
    copy.geometryChanged();
    return copy;
  }

  /** The shape given under this name, east before north. */
  public Geometry eastNorth(Geometry named) {
    return named(named);
  }

  /** A position as the name has it. */
  public Coordinate eastNorth(double first, double second) {
    return northFirst ? new Coordinate(second, first) : new Coordinate(first, second);
  }

  /** A box as the name has it: least and greatest of the first axis and of the second. */
  public Envelope eastNorth(Envelope named) {
    return northFirst ? new Envelope(named.getMinY(), named.getMaxY(), named.getMinX(), named.getMaxX()) : named;
  }

  private static final CoordinateSequenceFilter TURN = new CoordinateSequenceFilter() {
    @Override
    public void filter(CoordinateSequence sequence, int i) {
      double x = sequence.getX(i);
      sequence.setOrdinate(i, CoordinateSequence.X, sequence.getY(i));
      sequence.setOrdinate(i, CoordinateSequence.Y, x);
    }

    @Override
    public boolean isDone() {
      return false;
    }

    @Override
    public boolean isGeometryChanged() {
      return true;
    }
  };
}
