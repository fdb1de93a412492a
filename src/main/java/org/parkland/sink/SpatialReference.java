package org.parkland.sink;

import org.parkland.geometry.Crs;

/**
 * A reference system as the file formats spell it. The three that Jianghai's data use are given
 * here; they share the CGCS2000 ellipsoid (a = 6378137 m, 1/f = 298.257222101) and, where plane,
 * the Gauss-Krueger projection with central meridian 114°E.
 *
 * @param epsg EPSG code
 * @param name EPSG name
 * @param esriWkt text of a .prj file, as domestic ArcGIS writes it
 * @param ogcWkt definition for a GeoPackage
 * @param geographic true when coordinates are degrees
 */
public record SpatialReference(
    int epsg, String name, String esriWkt, String ogcWkt, boolean geographic) {

  private static final String ESRI_GEOGCS =
      "GEOGCS[\"GCS_China_Geodetic_Coordinate_System_2000\",DATUM[\"D_China_2000\","
          + "SPHEROID[\"CGCS2000\",6378137.0,298.257222101]],PRIMEM[\"Greenwich\",0.0],"
          + "UNIT[\"Degree\",0.0174532925199433]]";

  private static final String OGC_GEOGCS =
      "GEOGCS[\"China Geodetic Coordinate System 2000\",DATUM[\"China_2000\","
          + "SPHEROID[\"CGCS2000\",6378137,298.257222101,AUTHORITY[\"EPSG\",\"1024\"]],"
          + "AUTHORITY[\"EPSG\",\"1043\"]],PRIMEM[\"Greenwich\",0,AUTHORITY[\"EPSG\",\"8901\"]],"
          + "UNIT[\"degree\",0.0174532925199433,AUTHORITY[\"EPSG\",\"9122\"]],"
          + "AUTHORITY[\"EPSG\",\"4490\"]]";

  /** EPSG:4490, degrees of longitude and latitude. */
  public static final SpatialReference CGCS2000_DEGREES =
      new SpatialReference(
          4490, "China Geodetic Coordinate System 2000", ESRI_GEOGCS, OGC_GEOGCS, true);

  /** EPSG:4526, metres, easting with the zone number 38 in front (false easting 38 500 000 m). */
  public static final SpatialReference CGCS2000_ZONE_38 =
      gaussKruger(4526, "CGCS2000 / 3-degree Gauss-Kruger zone 38",
          "CGCS2000_3_Degree_GK_Zone_38", 38_500_000);

  /** EPSG:4547, metres, easting without zone number (false easting 500 000 m). */
  public static final SpatialReference CGCS2000_CM_114E =
      gaussKruger(4547, "CGCS2000 / 3-degree Gauss-Kruger CM 114E",
          "CGCS2000_3_Degree_GK_CM_114E", 500_000);

  private static SpatialReference gaussKruger(
      int epsg, String name, String esriName, int falseEastingM) {
    String esri =
        "PROJCS[\"" + esriName + "\"," + ESRI_GEOGCS + ",PROJECTION[\"Gauss_Kruger\"],"
            + "PARAMETER[\"False_Easting\"," + falseEastingM + ".0],"
            + "PARAMETER[\"False_Northing\",0.0],PARAMETER[\"Central_Meridian\",114.0],"
            + "PARAMETER[\"Scale_Factor\",1.0],PARAMETER[\"Latitude_Of_Origin\",0.0],"
            + "UNIT[\"Meter\",1.0]]";
    String ogc =
        "PROJCS[\"" + name + "\"," + OGC_GEOGCS + ",PROJECTION[\"Transverse_Mercator\"],"
            + "PARAMETER[\"latitude_of_origin\",0],PARAMETER[\"central_meridian\",114],"
            + "PARAMETER[\"scale_factor\",1],PARAMETER[\"false_easting\"," + falseEastingM + "],"
            + "PARAMETER[\"false_northing\",0],UNIT[\"metre\",1,AUTHORITY[\"EPSG\",\"9001\"]],"
            + "AUTHORITY[\"EPSG\",\"" + epsg + "\"]]";
    return new SpatialReference(epsg, name, esri, ogc, false);
  }

  /** Any system of the EPSG register; the three above as domestic files spell them. */
  public static SpatialReference of(Crs crs) {
    return switch (crs.epsg()) {
      case 4490 -> CGCS2000_DEGREES;
      case 4526 -> CGCS2000_ZONE_38;
      case 4547 -> CGCS2000_CM_114E;
      default -> new SpatialReference(crs.epsg(), crs.name(), crs.wkt(), crs.wkt(), crs.isGeographic());
    };
  }
}
