package org.parkland.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parkland.SampleDistrict;

/**
 * The printed figures of the sample, recalculated by PostGIS from the delivered files: its own transformation of
 * the units, its own intersection, its own sums.
 */
class SampleAgainstPostgisTest {
  private static final double RELATIVE = 1e-9;
  private static SampleInPostgis postgis;

  @BeforeAll
  static void load() throws SQLException {
    postgis = SampleInPostgis.start();
    postgis.load("parcels", "parcels-2025.zip", 4526, "YDYHFLDM");
    postgis.load("blocks", "zoning.gpkg", 4547, "GHDLBM");
    postgis.load("units", "units.geojson", 4490, "id");
  }

  @AfterAll
  static void stop() throws SQLException {
    postgis.close();
  }

  @ParameterizedTest
  @CsvSource({"current, parcels, 4526", "planned, blocks, 4547"})
  void everyClassInEveryUnitIsWhatPostgisFinds(String state, String table, int srid) throws Exception {
    Map<String, Double> theirs = intersections(table, srid);
    Map<String, Double> ours = new TreeMap<>();
    for (JsonNode unit : analyze(state).path("units")) {
      for (JsonNode row : unit.path("landUse")) {
        ours.put(unit.path("id").asText() + " " + row.path("code").asText(), row.path("areaM2").asDouble());
      }
    }
    theirs.values().removeIf(area -> area < 1e-6);
    ours.values().removeIf(area -> area < 1e-6);
    assertThat(ours.keySet()).isEqualTo(theirs.keySet());
    theirs.forEach((key, area) -> assertThat(ours.get(key)).as(key).isCloseTo(area, SampleInPostgis.tolerance(area)));
  }

  @Test
  void theRedLineIsWhatPostgisFinds() throws Exception {
    Map<String, Double> theirs = intersections("parcels", 4526);
    JsonNode result = analyze("current");
    for (JsonNode unit : result.path("units")) {
      double numerator = sum(theirs, unit, result.path("policy").path("numerator"));
      double denominator = sum(theirs, unit, result.path("policy").path("denominator"));
      JsonNode line = unit.path("redLine");
      assertThat(line.path("numeratorM2").asDouble()).isCloseTo(numerator, SampleInPostgis.tolerance(numerator));
      assertThat(line.path("denominatorM2").asDouble()).isCloseTo(denominator, SampleInPostgis.tolerance(denominator));
      assertThat(line.path("ratio").asDouble()).isCloseTo(numerator / denominator, within(RELATIVE));
      assertThat(line.path("status").asText()).isEqualTo(numerator >= 0.30 * denominator ? "pass" : "breach");
    }
  }

  private static double sum(Map<String, Double> areas, JsonNode unit, JsonNode codes) {
    double sum = 0;
    for (Map.Entry<String, Double> each : areas.entrySet()) {
      String[] key = each.getKey().split(" ");
      for (JsonNode code : codes) {
        boolean counts = key[0].equals(unit.path("id").asText()) && key[1].startsWith(code.asText());
        sum += counts ? each.getValue() : 0;
      }
    }
    return sum;
  }

  private static JsonNode analyze(String state) throws Exception {
    Console console = Console.run("analyze", "--db", SampleDistrict.database().toString(), "--state", state,
        "--area", "planar", "--format", "json");
    assertThat(console.exit()).as(console.err()).isZero();
    return new ObjectMapper().readTree(console.out());
  }

  private static Map<String, Double> intersections(String table, int srid) throws SQLException {
    return postgis.areas("with u as (select code, st_transform(geom, " + srid + ") as geom from units)"
        + " select u.code || ' ' || p.code, sum(st_area(st_intersection(p.geom, u.geom)))"
        + " from " + table + " p join u on st_intersects(p.geom, u.geom) group by 1");
  }
}
