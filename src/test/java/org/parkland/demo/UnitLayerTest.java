package org.parkland.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;

class UnitLayerTest {
  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final TreeMap<String, List<Geometry>> BY_KIND = new TreeMap<>();
  private static int upgraded;

  @TempDir static Path directory;

  @BeforeAll
  static void writeUnits() throws Exception {
    GeometryFactory factory = new GeometryFactory(new PrecisionModel(1000));
    long seed = DemoDistrict.SAMPLE_SEED;
    Skeleton skeleton = new Skeleton(8_000, seed, new Neighbourhood(seed), factory);
    Path file = directory.resolve("units.geojson");
    new UnitLayer(skeleton, new Divisions(skeleton, factory), seed, factory).write(file);
    for (JsonNode feature : new ObjectMapper().readTree(file.toFile()).get("features")) {
      JsonNode properties = feature.get("properties");
      upgraded += properties.get("upgraded").asBoolean(false) ? 1 : 0;
      BY_KIND.computeIfAbsent(properties.get("kind").asText(), k -> new ArrayList<>())
          .add(plane(feature.get("geometry")));
    }
  }

  /** Back to metres, so that areas can be compared. */
  private static Geometry plane(JsonNode geometry) {
    JsonNode coordinates = geometry.get("coordinates");
    if (geometry.get("type").asText().equals("Polygon")) {
      return polygon(coordinates);
    }
    Polygon[] parts = new Polygon[coordinates.size()];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = polygon(coordinates.get(i));
    }
    return FACTORY.createMultiPolygon(parts);
  }

  private static Polygon polygon(JsonNode rings) {
    LinearRing[] holes = new LinearRing[rings.size() - 1];
    for (int i = 0; i < holes.length; i++) {
      holes[i] = ring(rings.get(i + 1));
    }
    return FACTORY.createPolygon(ring(rings.get(0)), holes);
  }

  private static LinearRing ring(JsonNode positions) {
    Coordinate[] ring = new Coordinate[positions.size()];
    for (int i = 0; i < ring.length; i++) {
      ring[i] = GaussKruger.toPlane(
          positions.get(i).get(0).asDouble(), positions.get(i).get(1).asDouble());
    }
    return FACTORY.createLinearRing(ring);
  }

  private static double area(String kind) {
    return BY_KIND.get(kind).stream().mapToDouble(Geometry::getArea).sum();
  }

  @Test
  void everyKindHasItsNumberOfUnits() {
    TreeMap<String, Integer> counts = new TreeMap<>();
    BY_KIND.forEach((kind, units) -> counts.put(kind, units.size()));
    assertThat(counts).containsExactlyInAnyOrderEntriesOf(new TreeMap<>(java.util.Map.of(
        "district", 1, "zone", 3, "base", 6, "street", 3, "centre", 1, "newtown", 1,
        "corridor", 2, "village-park", 14, "special-park", 1)));
    assertThat(upgraded).isEqualTo(4);
  }

  @Test
  void zonesAndStreetsPartitionTheDistrict() {
    assertThat(area("zone")).isCloseTo(area("district"), within(2.0));
    assertThat(area("street")).isCloseTo(area("district"), within(2.0));
  }

  @Test
  void unitsOfOneKindDoNotOverlap() {
    for (List<Geometry> units : BY_KIND.values()) {
      for (int i = 0; i < units.size(); i++) {
        assertThat(units.get(i).isValid()).isTrue();
        for (int j = 0; j < i; j++) {
          assertThat(units.get(i).intersection(units.get(j)).getArea()).isLessThan(1);
        }
      }
    }
  }

  @Test
  void bordersAreAsFineAsDrawnOnesAndTheEmergencyParkHasFiveThousandMu() {
    BY_KIND.values().forEach(units -> assertThat(units)
        .allMatch(unit -> unit.getNumPoints() >= 100 && unit.getNumPoints() <= 1_200));
    Geometry park = BY_KIND.get("special-park").get(0);
    double mu = park.getArea() / GaussKruger.areaScale(park.getCentroid().getX()) * 3 / 2000;
    assertThat(mu).isCloseTo(5_000, within(50.0));
  }
}
