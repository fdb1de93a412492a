package org.parkland.cluster;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.parkland.BadInput;
import org.parkland.source.FeatureSource;
import org.parkland.source.SourceLayer;
import org.parkland.source.Sources;

/**
 * Land as Spark reads it: GeoParquet, Shapefile and GeoPackage by Sedona, PostGIS tables by JDBC.
 *
 * @param rows with the geometry in the column {@link SparkRows#GEOMETRY}
 * @param crs as the file says, or null
 */
record LandTable(String name, Dataset<Row> rows, String crs) {
  /** How many rows of a database table a partition holds. */
  private static final long ROWS_PER_PARTITION = 250_000;

  /**
   * @param place a path that all machines can read
   * @param layer of a GeoPackage that holds several, or null
   * @throws BadInput if the format is none of those, or the table has no geometry
   */
  static LandTable open(SparkSession spark, String place, String layer) {
    String format = format(place);
    if (format.equals("geoparquet")) {
      return new LandTable(name(place), withGeometry(place, spark.read().format(format).load(place)), null);
    }
    SourceLayer described = described(place, layer);
    DataFrameReader reader = spark.read().format(format);
    if (format.equals("geopackage")) {
      reader = reader.option("tableName", described.name());
    } else if (described.encoding() != null) {
      reader = reader.option("charset", described.encoding().name());
    }
    return new LandTable(name(place), withGeometry(place, reader.load(place)),
        described.crs() == null ? null : described.crs().code());
  }

  /**
   * A table with a geometry column, read in parallel by ranges of a number.
   *
   * @param login user and password, where the URL does not hold them
   * @param number column of distinct whole numbers, such as a serial key
   */
  static LandTable ofPostgis(
      SparkSession spark, String url, Properties login, String table, String geometry, String number) {
    return ofPostgis(spark, url, login, table, geometry, number, "");
  }

  /** @param more expressions to select beside the columns, each behind a comma */
  static LandTable ofPostgis(SparkSession spark, String url, Properties login, String table, String geometry,
      String number, String more) {
    String bounds = "(select min(" + quoted(number) + ")::bigint as least, max(" + quoted(number)
        + ")::bigint as most from " + table + ") as bounds";
    Row range = spark.read().jdbc(url, bounds, login).first();
    long least = range.isNullAt(0) ? 0 : range.getLong(0);
    long most = range.isNullAt(1) ? 0 : range.getLong(1);
    String query = "(select t.*, st_asbinary(t." + quoted(geometry) + ") as " + SparkRows.GEOMETRY + more + " from " + table
        + " t) as land";
    int partitions = (int) Math.max(1, (most - least) / ROWS_PER_PARTITION + 1);
    Dataset<Row> rows = spark.read().option("fetchsize", 10_000)
        .jdbc(url, query, number, least, most + 1, partitions, login);
    return new LandTable(table, rows.drop(geometry), null);
  }

  /** The same, known to be in a reference system. */
  LandTable in(String system) {
    return new LandTable(name, rows, system);
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  private static String format(String place) {
    String name = place.toLowerCase(Locale.ROOT).replaceAll("/+$", "");
    if (name.endsWith(".gpkg")) {
      return "geopackage";
    }
    if (name.endsWith(".shp")) {
      return "shapefile";
    }
    if (name.endsWith(".parquet") || Files.isDirectory(Path.of(place))) {
      return "geoparquet";
    }
    throw new BadInput(place, "is none of the formats a cluster reads in parallel",
        "give GeoParquet, a .shp (not zipped) or a .gpkg, or a PostGIS table with --jdbc and --table");
  }

  private static SourceLayer described(String place, String layer) {
    try (FeatureSource source = Sources.open(Path.of(place), layer, null)) {
      return source.layer();
    }
  }

  private static String name(String place) {
    return Path.of(place).getFileName().toString();
  }

  private static Dataset<Row> withGeometry(String place, Dataset<Row> rows) {
    for (StructField field : rows.schema().fields()) {
      if (field.dataType().typeName().startsWith("geometry")) {
        return rows.withColumnRenamed(field.name(), SparkRows.GEOMETRY);
      }
    }
    throw new BadInput(place, "has no geometry", "check that it is GeoParquet and not a plain table");
  }
}
