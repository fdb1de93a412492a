package org.parkland.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.WKBWriter;
import org.parkland.bench.TemporaryPostgis;
import org.parkland.land.Feature;
import org.parkland.land.Finding;

/** Overlaps and gaps of a disturbed mesh, as a real PostGIS has them. */
class LayerChecksAgainstPostgisTest {
  private static final double SCALE = 3e-4;

  @Test
  void overlapsAndGapsAreThoseOfPostgis() throws Exception {
    DefectMesh mesh = disturbed();
    FindingBook book = CheckFiles.found(mesh, null);
    try (TemporaryPostgis server = TemporaryPostgis.start(); Connection connection = server.connect()) {
      load(connection, mesh.features());
      Map<String, Double> overlaps = new TreeMap<>();
      try (Statement query = connection.createStatement(); ResultSet row = query.executeQuery("""
          select * from (select a.row, b.row, st_area(common) as m2, 2 * st_area(common) / st_perimeter(common) as wide
          from land a join land b on a.row < b.row and a.geom && b.geom
          cross join lateral st_collectionextract(st_intersection(a.geom, b.geom), 3) as common
          where st_area(common) > 1.5) found where wide >= 0.2""")) {
        while (row.next()) {
          overlaps.put(row.getLong(1) + " " + row.getLong(2), row.getDouble(3));
        }
      }
      Map<String, Double> found = new TreeMap<>();
      book.all().filter(each -> each.code().equals("overlap") && each.figure() > 1.5)
          .forEach(each -> found.put(each.details().get("otherRow") + " " + each.row(), each.figure()));
      assertThat(found.keySet()).isEqualTo(overlaps.keySet()).hasSizeGreaterThan(60);
      found.forEach((pair, m2) -> assertThat(m2).isCloseTo(overlaps.get(pair), within(SCALE * m2)));
      List<Double> gaps = gaps(connection);
      List<Double> foundGaps = book.all().filter(each -> List.of("gap", "uncovered").contains(each.code()))
          .map(Finding::figure).sorted().toList();
      assertThat(foundGaps).hasSameSizeAs(gaps).hasSizeGreaterThan(20);
      for (int i = 0; i < gaps.size(); i++) {
        assertThat(foundGaps.get(i)).isCloseTo(gaps.get(i), within(SCALE * gaps.get(i)));
      }
    }
  }

  private static DefectMesh disturbed() {
    DefectMesh mesh = new DefectMesh(25, 25, 21);
    java.util.Random random = new java.util.Random(21);
    for (int i = 0; i < 60; i++) {
      int parcel = mesh.at(1 + random.nextInt(22), 1 + random.nextInt(22));
      mesh.bulge(parcel, 8 * random.nextDouble() - 4);
    }
    for (int i = 0; i < 12; i++) {
      double x = DefectMesh.EAST + 800 * random.nextDouble();
      double y = DefectMesh.NORTH + 800 * random.nextDouble();
      mesh.add(new GeometryFactory().toGeometry(new Envelope(x, x + 60, y, y + 50)));
    }
    return mesh.done();
  }

  private static void load(Connection connection, List<Feature> rows) throws Exception {
    try (Statement table = connection.createStatement()) {
      table.execute("create table land (row bigint, geom geometry)");
    }
    try (PreparedStatement insert = connection.prepareStatement("insert into land values (?, st_geomfromwkb(?))")) {
      for (Feature each : rows) {
        insert.setLong(1, each.row());
        insert.setBytes(2, new WKBWriter().write(each.geometry()));
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** The holes of the union of all parcels, without those that the tolerance passes over. */
  private static List<Double> gaps(Connection connection) throws Exception {
    List<Double> gaps = new java.util.ArrayList<>();
    try (Statement query = connection.createStatement(); ResultSet row = query.executeQuery("""
        select st_area((ring).geom) as m2
        from (select st_dumprings((st_dump(st_union(geom))).geom) as ring from land) rings
        where (ring).path[1] > 0 and st_area((ring).geom) > 0.01 order by m2""")) {
      while (row.next()) {
        gaps.add(row.getDouble(1));
      }
    }
    return gaps;
  }
}
