package org.parkland.sink;

import java.util.List;

/**
 * What every GeoPackage has, as SQL (OGC 12-128r17, version 1.3): the core tables, and the R*Tree of a layer whose
 * geometry column is {@code geom} and whose key is {@code fid}.
 */
public final class GeoPackageTables {
  /** Marks the file as a GeoPackage 1.3; also the only statements that need no transaction. */
  public static final List<String> IDENTITY =
      List.of("PRAGMA application_id=1196444487", "PRAGMA user_version=10300");

  /** The core tables, with the reference systems that the standard demands. */
  public static final List<String> CORE_TABLES = List.of(
      "CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY"
          + " KEY, organization TEXT NOT NULL, organization_coordsys_id INTEGER NOT NULL,"
          + " definition TEXT NOT NULL, description TEXT)",
      "CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL,"
          + " identifier TEXT UNIQUE, description TEXT DEFAULT '', last_change DATETIME NOT NULL"
          + " DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')), min_x DOUBLE, min_y DOUBLE, max_x"
          + " DOUBLE, max_y DOUBLE, srs_id INTEGER, CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id)"
          + " REFERENCES gpkg_spatial_ref_sys(srs_id))",
      "CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL,"
          + " geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m"
          + " TINYINT NOT NULL, CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),"
          + " CONSTRAINT uk_gc_table_name UNIQUE (table_name), CONSTRAINT fk_gc_tn FOREIGN KEY"
          + " (table_name) REFERENCES gpkg_contents(table_name), CONSTRAINT fk_gc_srs FOREIGN KEY"
          + " (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id))",
      "CREATE TABLE gpkg_extensions (table_name TEXT, column_name TEXT, extension_name TEXT NOT"
          + " NULL, definition TEXT NOT NULL, scope TEXT NOT NULL, CONSTRAINT ge_tce UNIQUE"
          + " (table_name, column_name, extension_name))",
      "INSERT INTO gpkg_spatial_ref_sys VALUES('Undefined cartesian SRS',-1,'NONE',-1,'undefined',"
          + "'undefined cartesian coordinate reference system')",
      "INSERT INTO gpkg_spatial_ref_sys VALUES('Undefined geographic SRS',0,'NONE',0,'undefined',"
          + "'undefined geographic coordinate reference system')",
      "INSERT INTO gpkg_spatial_ref_sys VALUES('WGS 84 geodetic',4326,'EPSG',4326,'GEOGCS[\"WGS 84"
          + "\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,298.257223563,AUTHORITY[\"EPSG\","
          + "\"7030\"]],AUTHORITY[\"EPSG\",\"6326\"]],PRIMEM[\"Greenwich\",0,AUTHORITY[\"EPSG\","
          + "\"8901\"]],UNIT[\"degree\",0.0174532925199433,AUTHORITY[\"EPSG\",\"9122\"]],AUTHORITY["
          + "\"EPSG\",\"4326\"]]','longitude/latitude coordinates in decimal degrees')");

  private GeoPackageTables() {}

  /** Name of the index table, not quoted. */
  public static String indexName(String table) {
    return "rtree_" + table + "_geom";
  }

  public static String spatialIndex(String table) {
    return "CREATE VIRTUAL TABLE " + index(table) + " USING rtree(id, minx, maxx, miny, maxy)";
  }

  public static String insertIntoIndex(String table) {
    return "INSERT INTO " + index(table) + " VALUES (?,?,?,?,?)";
  }

  /**
   * Keep the index true when another program edits the layer (annex L). They call ST_ functions, which that
   * program must bring; whoever fills a layer creates them at the end.
   */
  public static List<String> triggers(String table) {
    String head = "CREATE TRIGGER " + quoted("rtree_" + table + "_geom_%s") + " AFTER %s ON "
        + quoted(table) + " WHEN %s BEGIN %s; END";
    String filled = "(NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom))";
    String empty = "(NEW.geom ISNULL OR ST_IsEmpty(NEW.geom))";
    String put = "INSERT OR REPLACE INTO " + index(table) + " VALUES (NEW.fid, ST_MinX(NEW.geom),"
        + " ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom))";
    String drop = "DELETE FROM " + index(table) + " WHERE id = OLD.fid";
    String dropBoth = "DELETE FROM " + index(table) + " WHERE id IN (OLD.fid, NEW.fid)";
    return List.of(
        head.formatted("insert", "INSERT", filled, put),
        head.formatted("update1", "UPDATE OF geom", "OLD.fid = NEW.fid AND " + filled, put),
        head.formatted("update2", "UPDATE OF geom", "OLD.fid = NEW.fid AND " + empty, drop),
        head.formatted("update3", "UPDATE", "OLD.fid != NEW.fid AND " + filled, drop + "; " + put),
        head.formatted("update4", "UPDATE", "OLD.fid != NEW.fid AND " + empty, dropBoth),
        head.formatted("delete", "DELETE", "OLD.geom NOT NULL", drop));
  }

  private static String index(String table) {
    return quoted(indexName(table));
  }

  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
