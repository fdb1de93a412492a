package org.parkland.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.io.WKBWriter;
import org.parkland.land.Parcel;
import org.parkland.land.Unit;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** The same overlay in PostGIS, in the two ways it is usually written; planar areas. */
public final class PostgisOverlay {
  private static final String PLAIN = """
      select u.id, p.code, sum(st_area(st_intersection(p.geom, u.geom))) as area
      from parcels p join units u on st_intersects(p.geom, u.geom)
      group by 1, 2""";
  /** Units cut into parts of at most 64 vertices, and no intersection where a part holds the parcel. */
  private static final String SUBDIVIDED = """
      select u.id, p.code,
             sum(st_area(case when st_coveredby(p.geom, u.geom) then p.geom
                              else st_intersection(p.geom, u.geom) end)) as area
      from parcels p join units_sub u on st_intersects(p.geom, u.geom)
      group by 1, 2""";

  private final Connection connection;

  public PostgisOverlay(Connection connection) {
    this.connection = connection;
  }

  /** Square metres by unit id and class code, with the time it took. */
  public record Answer(Map<String, Double> areasM2, double seconds) {
    /** Key of a unit and a code. */
    public static String key(String unit, String code) {
      return unit + " " + code;
    }
  }

  /** Copies parcels and units into tables of their own, with spatial indexes. */
  public void load(Iterator<Parcel> parcels, List<Unit> units) throws SQLException, IOException {
    execute("create table parcels(geom geometry, code text)");
    execute("create table units(geom geometry, id text)");
    WKBWriter wkb = new WKBWriter();
    CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy parcels from stdin");
    while (parcels.hasNext()) {
      Parcel parcel = parcels.next();
      write(copy, WKBWriter.toHex(wkb.write(parcel.geometry())), parcel.landUse());
    }
    copy.endCopy();
    copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy units from stdin");
    for (Unit unit : units) {
      write(copy, WKBWriter.toHex(wkb.write(unit.geometry())), unit.id());
    }
    copy.endCopy();
    execute("create index on parcels using gist (geom)");
    execute("create index on units using gist (geom)");
    execute("analyze parcels");
    execute("analyze units");
  }

  private static void write(CopyIn copy, String geometry, String text) throws SQLException {
    byte[] row = (geometry + "\t" + text + "\n").getBytes(StandardCharsets.UTF_8);
    copy.writeToCopy(row, 0, row.length);
  }

  /** Intersections wherever a parcel meets a unit. */
  public Answer plain() throws SQLException {
    return ask(PLAIN);
  }

  /** The way an expert writes it; the time to subdivide the units counts. */
  public Answer subdivided() throws SQLException {
    long start = System.nanoTime();
    execute("create table units_sub as select id, st_subdivide(geom, 64) as geom from units");
    execute("create index on units_sub using gist (geom)");
    execute("analyze units_sub");
    double subdivisionSeconds = (System.nanoTime() - start) / 1e9;
    Answer answer = ask(SUBDIVIDED);
    return new Answer(answer.areasM2(), answer.seconds() + subdivisionSeconds);
  }

  private Answer ask(String sql) throws SQLException {
    Map<String, Double> areas = new TreeMap<>();
    long start = System.nanoTime();
    try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        areas.put(Answer.key(rows.getString(1), rows.getString(2)), rows.getDouble(3));
      }
    }
    return new Answer(areas, (System.nanoTime() - start) / 1e9);
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
