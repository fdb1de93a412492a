package org.parkland.geometry;

import java.util.Locale;
import org.geotools.api.parameter.ParameterValueGroup;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.GeographicCRS;
import org.geotools.api.referencing.crs.ProjectedCRS;
import org.geotools.referencing.CRS;

/**
 * Identifies the CGCS2000 system a .prj describes by its parameters.
 *
 * <p>Names are not trusted: files exist whose name says "CM 114E" and whose false easting carries the zone
 * prefix. Zone numbers: EPSG 4513–4533 are the 3-degree zones 25–45 with prefix, 4534–4554 the central
 * meridians 75E–135E without; 4491–4501 and 4502–4512 the same for 6-degree zones 13–23.
 */
final class PrjText {
  private static final double TOLERANCE = 1e-6;

  private PrjText() {}

  static Crs identify(String wkt) {
    CoordinateReferenceSystem system = parse(wkt);
    if (system instanceof ProjectedCRS projected) {
      return gaussKruger(projected, wkt);
    }
    if (system instanceof GeographicCRS geographic) {
      return geographic(geographic, wkt);
    }
    throw unknown(wkt, null);
  }

  private static CoordinateReferenceSystem parse(String wkt) {
    try {
      return CRS.parseWKT(wkt);
    } catch (FactoryException | RuntimeException e) {
      throw unknown(wkt, e);
    }
  }

  private static Crs geographic(GeographicCRS crs, String wkt) {
    return Crs.of(isWgs84(crs) ? "EPSG:4326" : cgcs2000(crs, wkt, Crs.DEGREES));
  }

  private static boolean isWgs84(GeographicCRS crs) {
    double flattening = crs.getDatum().getEllipsoid().getInverseFlattening();
    return Math.abs(flattening - 298.257223563) < 1e-8;
  }

  /** Returns the code when the ellipsoid is that of CGCS2000, and refuses other frames with the reason. */
  private static String cgcs2000(GeographicCRS crs, String wkt, String code) {
    double axis = crs.getDatum().getEllipsoid().getSemiMajorAxis();
    double flattening = crs.getDatum().getEllipsoid().getInverseFlattening();
    if (Math.abs(axis - 6378245) < 1 || Math.abs(axis - 6378140) < 1) {
      String frame = axis > 6378200 ? "Beijing 54" : "Xi'an 80";
      throw new UnknownCrsException(
          frame + " needs local transformation parameters that Parkland does not have", null);
    }
    if (Math.abs(axis - 6378137) > 0.01 || Math.abs(flattening - 298.257222101) > 1e-6) {
      throw unknown(wkt, null);
    }
    return code;
  }

  private static Crs gaussKruger(ProjectedCRS crs, String wkt) {
    String method = crs.getConversionFromBase().getMethod().getName().getCode().toLowerCase(Locale.ROOT);
    if (method.contains("mercator") && !method.contains("transverse")) {
      return Crs.of(Crs.WEB_MERCATOR);
    }
    if (!method.contains("transverse") && !method.contains("gauss")) {
      throw unknown(wkt, null);
    }
    ParameterValueGroup values = crs.getConversionFromBase().getParameterValues();
    double meridian = values.parameter("central_meridian").doubleValue();
    double falseEasting = values.parameter("false_easting").doubleValue();
    requirePlain(values, wkt);
    return Crs.of(cgcs2000((GeographicCRS) crs.getBaseCRS(), wkt, zone(meridian, falseEasting, wkt)));
  }

  private static void requirePlain(ParameterValueGroup values, String wkt) {
    boolean plain = Math.abs(values.parameter("false_northing").doubleValue()) < TOLERANCE
        && Math.abs(values.parameter("scale_factor").doubleValue() - 1) < TOLERANCE
        && Math.abs(values.parameter("latitude_of_origin").doubleValue()) < TOLERANCE;
    if (!plain) {
      throw new UnknownCrsException("the .prj describes a local system (shifted origin or scale)", null);
    }
  }

  private static String zone(double meridian, double falseEasting, String wkt) {
    long narrow = Math.round(meridian / 3);
    boolean threeDegree = Math.abs(meridian - narrow * 3) < TOLERANCE && narrow >= 25 && narrow <= 45;
    if (threeDegree && Math.abs(falseEasting - 500_000) < TOLERANCE) {
      return "EPSG:" + (4534 + narrow - 25);
    }
    if (threeDegree && Math.abs(falseEasting - (narrow * 1e6 + 500_000)) < TOLERANCE) {
      return "EPSG:" + (4513 + narrow - 25);
    }
    long wide = Math.round((meridian + 3) / 6);
    boolean sixDegree = Math.abs(meridian - (wide * 6 - 3)) < TOLERANCE && wide >= 13 && wide <= 23;
    if (sixDegree && Math.abs(falseEasting - (wide * 1e6 + 500_000)) < TOLERANCE) {
      return "EPSG:" + (4491 + wide - 13);
    }
    throw unknown(wkt, null);
  }

  private static UnknownCrsException unknown(String wkt, Throwable cause) {
    String start = wkt.strip().substring(0, Math.min(60, wkt.strip().length()));
    return new UnknownCrsException("no known system fits the .prj that begins with " + start, cause);
  }
}
