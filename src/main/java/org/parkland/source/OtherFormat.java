package org.parkland.source;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Formats that Parkland has no reader of its own for: GDAL's {@code ogr2ogr} turns them into a GeoPackage. */
enum OtherFormat {
  GEODATABASE("Esri file geodatabase", "(?!)"),
  PERSONAL_GEODATABASE("Esri personal geodatabase (.mdb)", "^.{4}Standard (Jet|ACE) DB"),
  DWG("AutoCAD DWG", "^AC10\\d\\d"),
  DXF("AutoCAD DXF", "^(AutoCAD Binary DXF|(?:[ \\t]*+999[ \\t]*+\\r?+\\n[^\\n]*+\\n)*+[ \\t]*+0[ \\t]*+\\r?+\\nSECTION)"),
  TAB("MapInfo TAB", "(?i)^\\s*!table"),
  MIF("MapInfo MIF", "(?i)^\\s*version\\s+\\d+\\s*\\n\\s*charset"),
  KML("KML", "^\\s*+(?:<\\?xml[^>]*+>\\s*+)?+(?:<!--[^>]*+>\\s*+)*+<kml[\\s>]"),
  GML("GML", "^\\s*+(?:<\\?xml[^>]*+>\\s*+)?+(?:<!--[^>]*+>\\s*+)*+<(\\w++:)?+FeatureCollection[\\s>]"),
  PARQUET("GeoParquet", "^PAR1");

  private static final int LOOKED_AT = 4_096;
  private static final String CONVERT = "convert it to a GeoPackage (in QGIS: Export, Save Features As)";

  private final String label;
  private final Pattern beginning;

  OtherFormat(String label, String beginning) {
    this.label = label;
    this.beginning = Pattern.compile(beginning);
  }

  static Optional<OtherFormat> of(Beginning start) {
    String text = start.latin(LOOKED_AT);
    return Stream.of(values()).filter(each -> each.beginning.matcher(text).find()).findFirst();
  }

  /** Whether a folder is an Esri file geodatabase. */
  static boolean isGeodatabase(Path folder) {
    return Files.isRegularFile(folder.resolve("a00000001.gdbtable"));
  }

  String label() {
    return label;
  }

  /** What to do where GDAL is of no help. Spark's reader of Parquet is no part of the server: it weighs more than it. */
  String otherWay() {
    return this == PARQUET ? "draw figures from it with 'bin/parkland cluster --land FILE', or " + CONVERT : CONVERT;
  }

  /** Converts the file and lists what came out; its temporary GeoPackage lives as long as one of the layers is open. */
  List<Format.Layer> layers(Path file, Scratch scratch) {
    return Ogr2ogr.layers(file, this, scratch);
  }
}
