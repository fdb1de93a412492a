package org.parkland.store.embedded;

import java.util.List;
import org.parkland.store.sql.SqlNames;

/**
 * Keep the index true when another program edits a layer (GeoPackage extension "rtree", clause F.3). The
 * functions they call are provided by that program; Parkland itself never changes a stored snapshot.
 */
final class RtreeTriggers {
  private RtreeTriggers() {}

  static List<String> of(String table) {
    return List.of(
        trigger(table, "insert", "after insert", "(new.geom notnull and not st_isempty(new.geom))", PUT),
        trigger(table, "update6", "after update of geom",
            "old.fid = new.fid and (new.geom notnull and not st_isempty(new.geom))"
                + " and (old.geom notnull and not st_isempty(old.geom))", MOVE),
        trigger(table, "update7", "after update of geom",
            "old.fid = new.fid and (new.geom notnull and not st_isempty(new.geom))"
                + " and (old.geom isnull or st_isempty(old.geom))", PUT),
        trigger(table, "update2", "after update of geom",
            "old.fid = new.fid and (new.geom isnull or st_isempty(new.geom))", DROP),
        trigger(table, "update5", "after update",
            "old.fid != new.fid and (new.geom notnull and not st_isempty(new.geom))", DROP + PUT),
        trigger(table, "update4", "after update",
            "old.fid != new.fid and (new.geom isnull or st_isempty(new.geom))", DROP),
        trigger(table, "delete", "after delete", "old.geom not null", DROP));
  }

  private static final String PUT = "insert or replace into %s values (new.fid,"
      + " st_minx(new.geom), st_maxx(new.geom), st_miny(new.geom), st_maxy(new.geom));";
  private static final String MOVE = "update %s set minx = st_minx(new.geom), maxx = st_maxx(new.geom),"
      + " miny = st_miny(new.geom), maxy = st_maxy(new.geom) where id = new.fid;";
  private static final String DROP = "delete from %s where id = old.fid;";

  private static String trigger(String table, String name, String when, String condition, String action) {
    String index = GeoPackageSchema.index(table);
    return "create trigger " + SqlNames.quoted(index + "_" + name) + " " + when + " on "
        + SqlNames.quoted(table) + " when " + condition + " begin "
        + action.replace("%s", SqlNames.quoted(index)) + " end";
  }
}
