package org.parkland.geometry;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.GeographicCRS;
import org.geotools.api.referencing.cs.AxisDirection;
import org.geotools.api.referencing.crs.ProjectedCRS;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.referencing.CRS;
import org.geotools.referencing.wkt.Formattable;

/**
 * A coordinate reference system of the EPSG register, axes always east, north.
 *
 * <p>Decoding is costly the first time (GeoTools unpacks its register) and free afterwards.
 */
public final class Crs {
  /** CGCS2000 in degrees, what Parkland speaks at the edge of its API. */
  public static final String DEGREES = "EPSG:4490";
  /** Web Mercator, used for tiles only. */
  public static final String WEB_MERCATOR = "EPSG:3857";

  /** EPSG:4534 to 4554 are the zones with central meridians 75° to 135°. */
  private static final int FIRST_ZONE = 4534;
  private static final int ZONES = 21;
  private static final double FIRST_MERIDIAN = 75;
  private static final double ZONE_DEGREES = 3;
  private static final int WKT_INDENT = 2;

  private static final Map<String, Crs> DECODED = new ConcurrentHashMap<>();

  private final String code;
  private final CoordinateReferenceSystem system;

  private Crs(String code, CoordinateReferenceSystem system) {
    this.code = code;
    this.system = system;
  }

  /**
   * @param code such as {@code EPSG:4526}
   * @throws UnknownCrsException if the register has no such system
   */
  public static Crs of(String code) {
    return DECODED.computeIfAbsent(code, Crs::decode);
  }

  private static Crs decode(String code) {
    try {
      return new Crs(code, CRS.decode(code, true));
    } catch (FactoryException e) {
      throw new UnknownCrsException("'" + code + "' is not in the EPSG register", e);
    }
  }

  /** The CGCS2000 3-degree Gauss-Krüger system, in metres, whose central meridian is nearest to a longitude in China. */
  public static Crs metricAt(double longitude) {
    int zones = (int) Math.rint((longitude - FIRST_MERIDIAN) / ZONE_DEGREES);
    return of("EPSG:" + (FIRST_ZONE + Math.max(0, Math.min(ZONES - 1, zones))));
  }

  /** The system a WKT text (an ESRI .prj too) describes, identified by its parameters, not by its name. */
  public static Crs parse(String wkt) {
    return PrjText.read(wkt).crs();
  }

  /** @throws UnknownCrsException if it is of a frame (Beijing 54, Xi'an 80) that cannot be brought into CGCS2000 */
  public void requireKnownFrame() {
    if (system instanceof GeographicCRS geographic) {
      Frames.requireKnown(geographic);
    } else if (system instanceof ProjectedCRS projected) {
      Frames.requireKnown(projected.getBaseCRS());
    }
  }

  /** {@code EPSG:n}. */
  public String code() {
    return code;
  }

  /** The number after {@code EPSG:}. */
  public int epsg() {
    return Integer.parseInt(code.substring(code.indexOf(':') + 1));
  }

  /** Whether coordinates are degrees, so that planar lengths and areas mean nothing. */
  public boolean isGeographic() {
    return system instanceof GeographicCRS;
  }

  /**
   * Whether the register lists north before east (or latitude before longitude). Coordinates here are always east,
   * north; who writes for others by an {@code opengis.net} name must turn them.
   */
  public boolean isNorthFirst() {
    try {
      AxisDirection first = CRS.decode(code, false).getCoordinateSystem().getAxis(0).getDirection();
      return AxisDirection.NORTH.equals(first);
    } catch (FactoryException e) {
      throw new UnknownCrsException("'" + code + "' is not in the EPSG register", e);
    }
  }

  /** Name in the register: {@code CGCS2000 / 3-degree Gauss-Kruger zone 38}. */
  public String name() {
    return system.getName().getCode();
  }

  /** The definition as WKT 1, for files that carry their own. */
  public String wkt() {
    // Without a number it would ask the user's preferences for one, which fails while the program is being stopped.
    return ((Formattable) system).toWKT(WKT_INDENT);
  }

  /**
   * A transform to another system; safe to share between threads.
   *
   * <p>Lenient about datum shifts: WGS 84 and CGCS2000 count as one frame (they differ by decimetres at most,
   * and no published shift exists).
   */
  public Reprojection to(Crs target) {
    return new Reprojection(transformTo(target), code.equals(target.code));
  }

  MathTransform transformTo(Crs target) {
    try {
      return CRS.findMathTransform(system, target.system, true);
    } catch (FactoryException e) {
      throw new UnknownCrsException("no transform from " + code + " to " + target.code, e);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Crs crs && crs.code.equals(code);
  }

  @Override
  public int hashCode() {
    return code.hashCode();
  }

  @Override
  public String toString() {
    return code;
  }
}
