package org.parkland.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parkland.SampleDistrict;
import org.parkland.pack.Standards;

/** Reports of the sample, recalculated by PostGIS in the plane of the parcels (EPSG:4526). */
class ReportsAgainstPostgisTest {
  /** Cells below this are no change of use but one border drawn in two reference systems. */
  private static final double SLIVER_M2 = 10;
  /**
   * The two programs transform the plan to within nanometres of each other; along the tens of kilometres of border
   * between two classes that makes up to 0.00003 m².
   */
  private static final double BORDER_M2 = 1e-4;
  private static SampleInPostgis postgis;

  @BeforeAll
  static void load() throws SQLException {
    postgis = SampleInPostgis.start();
    postgis.load("parcels", "parcels-2025.zip", 4526, "YDYHFLDM");
    postgis.load("blocks", "zoning.gpkg", 4547, "GHDLBM");
    postgis.load("units", "units.geojson", 4490, "id");
    postgis.load("line", "protection.gpkg", 4547, "JB");
    for (String table : new String[] {"blocks", "units", "line"}) {
      postgis.execute("alter table " + table + " alter column geom type geometry using st_transform(geom, 4526)");
    }
  }

  @AfterAll
  static void stop() throws SQLException {
    postgis.close();
  }

  @Test
  void theStructureTableIsWhatPostgisFinds() throws Exception {
    Map<String, Double> classes = postgis.areas("select u.code || ' ' || p.code,"
        + " sum(st_area(st_intersection(p.geom, u.geom))) from parcels p join units u"
        + " on st_intersects(p.geom, u.geom) group by 1");
    Map<String, Double> theirs = new TreeMap<>();
    Standards.read(Path.of("gis-data/standards")).structure().forEach(row -> classes.forEach((key, areaM2) -> {
      String[] unitAndCode = key.split(" ");
      if (row.holds(unitAndCode[1])) {
        theirs.merge(unitAndCode[0] + " " + row.id(), areaM2, Double::sum);
      }
    }));
    Map<String, Double> ours = new TreeMap<>();
    for (JsonNode unit : report("structure").path("units")) {
      for (JsonNode row : unit.path("structure")) {
        ours.put(unit.path("id").asText() + " " + row.path("id").asText(), row.path("areaM2").asDouble());
      }
    }
    assertThat(theirs).hasSizeGreaterThan(100);
    theirs.forEach((key, areaM2) ->
        assertThat(ours.get(key)).as(key).isCloseTo(areaM2, SampleInPostgis.tolerance(areaM2)));
  }

  @Test
  void theChangeMatrixIsWhatPostgisFinds() throws Exception {
    Map<String, Double> theirs = postgis.areas("select p.code || ' ' || b.code,"
        + " sum(st_area(st_intersection(p.geom, b.geom))) from parcels p join blocks b"
        + " on st_intersects(p.geom, b.geom) group by 1");
    Map<String, Double> ours = new TreeMap<>();
    for (JsonNode cell : report("changes").path("cells")) {
      if (!cell.path("planned").isNull()) {
        ours.put(cell.path("current").asText() + " " + cell.path("planned").asText(), cell.path("areaM2").asDouble());
      }
    }
    assertThat(theirs).hasSizeGreaterThan(100);
    Set<String> cells = new TreeSet<>(theirs.keySet());
    cells.addAll(ours.keySet());
    for (String cell : cells) {
      double areaM2 = theirs.getOrDefault(cell, 0.0);
      assertThat(ours.getOrDefault(cell, 0.0)).as(cell).isCloseTo(areaM2,
          areaM2 < SLIVER_M2 ? within(BORDER_M2) : SampleInPostgis.tolerance(areaM2));
    }
  }

  @Test
  void theProtectionLineIsWhatPostgisFinds() throws Exception {
    JsonNode answer = report("protection");
    Map<String, Double> levels = postgis.areas("select code, sum(st_area(geom)) from line group by 1");
    assertThat(levels).hasSize(2);
    for (JsonNode level : answer.path("levels")) {
      double theirs = levels.get(level.path("level").asText());
      assertThat(level.path("areaM2").asDouble()).isCloseTo(theirs, SampleInPostgis.tolerance(theirs));
    }
    Map<String, Double> forbidden = postgis.areas("select l.code, sum(st_area(st_intersection(p.geom, l.geom)))"
        + " from parcels p join line l on st_intersects(p.geom, l.geom)"
        + " where p.code like '07%' or p.code like '09%' group by 1");
    double theirs = forbidden.values().stream().mapToDouble(Double::doubleValue).sum();
    double ours = answer.path("encroachmentsM2").asDouble() + answer.path("sliversM2").asDouble();
    assertThat(ours).isPositive().isCloseTo(theirs, SampleInPostgis.tolerance(theirs));

    Map<String, Double> enclosed = postgis.areas("with l as (select st_union(geom) as geom from line)"
        + " select u.code, st_area(st_intersection(u.geom, l.geom)) from units u, l");
    for (JsonNode unit : answer.path("enclosed")) {
      double inside = enclosed.get(unit.path("id").asText());
      assertThat(unit.path("enclosedM2").asDouble()).isCloseTo(inside, SampleInPostgis.tolerance(inside));
    }
  }

  private static JsonNode report(String name) throws IOException {
    Console console = Console.run("analyze", "--db", SampleDistrict.database().toString(), "--report", name,
        "--area", "planar", "--format", "json");
    assertThat(console.exit()).as(console.err()).isZero();
    return new ObjectMapper().readTree(console.out());
  }
}
