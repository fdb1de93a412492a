package org.parkland.geometry;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.geotools.api.parameter.ParameterValueGroup;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.GeographicCRS;
import org.geotools.api.referencing.crs.ProjectedCRS;
import org.geotools.referencing.CRS;

/**
 * The system a .prj (or other WKT) describes, identified by its parameters.
 *
 * <p>Names are not trusted: files exist whose name says "CM 114E" and whose false easting carries the zone
 * prefix. Zone numbers: EPSG 4513–4533 are the 3-degree zones 25–45 with prefix, 4534–4554 the central
 * meridians 75E–135E without; 4491–4501 are the 6-degree zones 13–23 with prefix; without it a 6-degree zone is the
 * 3-degree one of its meridian. Gauss-Krüger on the WGS 84 ellipsoid counts as CGCS2000, from which it differs by
 * decimetres.
 *
 * @param contradiction where the name says another system than the parameters; else null
 */
public record PrjText(Crs crs, Contradiction contradiction) {
  /** A name, and the parameters that were believed instead: central meridian in degrees, false easting in metres. */
  public record Contradiction(String name, double meridian, double falseEastingM) {}

  private static final double TOLERANCE = 1e-6;
  private static final double UTM_SCALE = 0.9996;
  /** A definition has about a thousand characters; what is far longer, or nested far deeper, is none. */
  private static final int LONGEST = 20_000;
  private static final int DEEPEST = 12;
  private static final Pattern ZONE = Pattern.compile("(?i)zone[_ ]*(\\d{1,2})");
  private static final Pattern MERIDIAN = Pattern.compile("(?i)CM[_ ]*(\\d{2,3})E?");

  /** @throws UnknownCrsException if the text is none of the systems above; the message says why */
  public static PrjText read(String wkt) {
    CoordinateReferenceSystem system = parse(wkt);
    if (system instanceof ProjectedCRS projected) {
      return new PrjText(projected(projected, wkt), contradiction(projected));
    }
    if (system instanceof GeographicCRS geographic) {
      requireFrame(geographic, wkt);
      return new PrjText(Crs.of(isWgs84(geographic) ? "EPSG:4326" : Crs.DEGREES), null);
    }
    throw unknown(wkt, null);
  }

  private static CoordinateReferenceSystem parse(String wkt) {
    if (wkt.length() > LONGEST || depth(wkt) > DEEPEST) {
      throw unknown(wkt, null);
    }
    try {
      return CRS.parseWKT(wkt.replace("\uFEFF", "").replace("\u00ef\u00bb\u00bf", ""));
    } catch (FactoryException | RuntimeException e) {
      throw unknown(wkt, e);
    }
  }

  private static int depth(String wkt) {
    int depth = 0;
    int deepest = 0;
    for (int i = 0; i < wkt.length(); i++) {
      char c = wkt.charAt(i);
      depth += c == '[' || c == '(' ? 1 : c == ']' || c == ')' ? -1 : 0;
      deepest = Math.max(deepest, depth);
    }
    return deepest;
  }

  private static boolean isWgs84(GeographicCRS crs) {
    return Math.abs(crs.getDatum().getEllipsoid().getInverseFlattening() - 298.257223563) < 1e-8;
  }

  /** The ellipsoid must be that of CGCS2000 or WGS 84; older frames are refused with the reason. */
  private static void requireFrame(GeographicCRS crs, String wkt) {
    Frames.requireKnown(crs);
    double axis = crs.getDatum().getEllipsoid().getSemiMajorAxis();
    double flattening = crs.getDatum().getEllipsoid().getInverseFlattening();
    if (Math.abs(axis - 6378137) > 0.01 || Math.abs(flattening - 298.257222101) > 1e-5) {
      throw unknown(wkt, null);
    }
  }

  private static Crs projected(ProjectedCRS crs, String wkt) {
    String method = crs.getConversionFromBase().getMethod().getName().getCode().toLowerCase(Locale.ROOT);
    ParameterValueGroup values = crs.getConversionFromBase().getParameterValues();
    if (method.contains("mercator") && !method.contains("transverse")) {
      return webMercator(values, wkt);
    }
    if (!method.contains("transverse") && !method.contains("gauss")) {
      throw unknown(wkt, null);
    }
    requireFrame((GeographicCRS) crs.getBaseCRS(), wkt);
    requireMetres(crs);
    return isUtm(values) ? utm((GeographicCRS) crs.getBaseCRS(), values, wkt) : gaussKruger(values, wkt);
  }

  private static void requireMetres(ProjectedCRS crs) {
    String unit = String.valueOf(crs.getCoordinateSystem().getAxis(0).getUnit());
    if (!unit.equals("m")) {
      throw new UnknownCrsException("the .prj describes coordinates in " + unit + ", not in metres", null);
    }
  }

  /** Only the Mercator of web maps, which calculates on a sphere; its kin on the ellipsoid lie kilometres away. */
  private static Crs webMercator(ParameterValueGroup values, String wkt) {
    String text = wkt.toLowerCase(Locale.ROOT);
    boolean web = text.contains("pseudo") || text.contains("auxiliary_sphere") || text.contains("3857")
        || text.contains("900913");
    if (!web || Math.abs(value(values, "false_easting")) > TOLERANCE
        || Math.abs(value(values, "central_meridian")) > TOLERANCE) {
      throw unknown(wkt, null);
    }
    return Crs.of(Crs.WEB_MERCATOR);
  }

  private static boolean isUtm(ParameterValueGroup values) {
    return Math.abs(value(values, "scale_factor") - UTM_SCALE) < TOLERANCE;
  }

  private static Crs utm(GeographicCRS base, ParameterValueGroup values, String wkt) {
    long zone = Math.round((value(values, "central_meridian") + 183) / 6);
    boolean plain = Math.abs(value(values, "false_easting") - 500_000) < TOLERANCE && isUnshifted(values)
        && Math.abs(value(values, "central_meridian") - (zone * 6 - 183)) < TOLERANCE;
    if (!plain || !isWgs84(base) || zone < 43 || zone > 53) {
      throw unknown(wkt, null);
    }
    return Crs.of("EPSG:" + (32_600 + zone));
  }

  private static Crs gaussKruger(ParameterValueGroup values, String wkt) {
    double falseEasting = value(values, "false_easting");
    if (Math.abs(value(values, "scale_factor") - 1) > TOLERANCE || !isUnshifted(values)) {
      throw new UnknownCrsException("the .prj describes a local system (shifted origin or scale: false easting "
          + falseEasting + ", false northing " + value(values, "false_northing") + ")", null);
    }
    double meridian = value(values, "central_meridian");
    return zone(meridian, falseEasting).map(Crs::of).orElseThrow(() -> new UnknownCrsException(
        "the .prj describes a local system (central meridian " + meridian + ", false easting " + falseEasting
            + ") that is no zone of CGCS2000", null));
  }

  private static boolean isUnshifted(ParameterValueGroup values) {
    return Math.abs(value(values, "false_northing")) < TOLERANCE
        && Math.abs(value(values, "latitude_of_origin")) < TOLERANCE;
  }

  private static double value(ParameterValueGroup values, String name) {
    return values.parameter(name).doubleValue();
  }

  private static Optional<String> zone(double meridian, double falseEasting) {
    long narrow = Math.round(meridian / 3);
    boolean threeDegree = Math.abs(meridian - narrow * 3) < TOLERANCE && narrow >= 25 && narrow <= 45;
    if (threeDegree && Math.abs(falseEasting - 500_000) < TOLERANCE) {
      return Optional.of("EPSG:" + (4534 + narrow - 25));
    }
    if (threeDegree && Math.abs(falseEasting - (narrow * 1e6 + 500_000)) < TOLERANCE) {
      return Optional.of("EPSG:" + (4513 + narrow - 25));
    }
    long wide = Math.round((meridian + 3) / 6);
    boolean sixDegree = Math.abs(meridian - (wide * 6 - 3)) < TOLERANCE && wide >= 13 && wide <= 23;
    return sixDegree && Math.abs(falseEasting - (wide * 1e6 + 500_000)) < TOLERANCE
        ? Optional.of("EPSG:" + (4491 + wide - 13)) : Optional.empty();
  }

  /** Where the name speaks of a frame, zone or meridian other than the parameters. */
  private static Contradiction contradiction(ProjectedCRS projected) {
    String name = projected.getName().getCode();
    ParameterValueGroup values = projected.getConversionFromBase().getParameterValues();
    double meridian = value(values, "central_meridian");
    double falseEasting = value(values, "false_easting");
    int prefix = (int) (falseEasting / 1_000_000);
    Matcher zone = ZONE.matcher(name);
    Matcher cm = MERIDIAN.matcher(name);
    boolean other = zone.find() && !isUtm(values) && Integer.parseInt(zone.group(1)) != prefix
        || cm.find() && (Integer.parseInt(cm.group(1)) != Math.round(meridian) || prefix != 0);
    return other || Frames.isNamedOld(name) ? new Contradiction(name, meridian, falseEasting) : null;
  }

  private static UnknownCrsException unknown(String wkt, Throwable cause) {
    String start = wkt.strip().substring(0, Math.min(60, wkt.strip().length())).replaceAll("\\s+", " ");
    return new UnknownCrsException("no known system fits the .prj that begins with " + start, cause);
  }
}
