package org.parkland.ogc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parkland.ogc.OgcClient.ids;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.parkland.geometry.Crs;
import org.parkland.geometry.Reprojection;
import org.parkland.land.Feature;
import org.parkland.land.LayerKind;
import org.parkland.land.Snapshot;
import org.parkland.store.FeatureCursor;
import org.parkland.store.FeatureQuery;
import org.parkland.store.Snapshots;
import org.parkland.store.Store;

/** The parameters bbox and bbox-crs (parts 1 and 2), judged by looking at every parcel. */
class FeaturesBoxTest {
  private static final OgcClient OGC = OgcClient.shared();
  private static final Envelope PLACE = new Envelope(113.120, 113.128, 22.540, 22.546);

  /** Parcel numbers that meet a box, by brute force in the system of the box. */
  private static List<String> judged(Envelope eastNorth, String crs) {
    Store store = OGC.workspace().store();
    Snapshot parcels = Snapshots.at(store.snapshots(), LayerKind.PARCELS, java.time.LocalDate.MAX).orElseThrow();
    Reprojection reprojection = Crs.of(parcels.crs()).to(Crs.of(crs));
    Geometry box = new GeometryFactory().toGeometry(eastNorth);
    List<String> found = new ArrayList<>();
    try (FeatureCursor rows = store.features(parcels, FeatureQuery.all())) {
      while (rows.hasNext()) {
        Feature row = rows.next();
        if (reprojection.apply(row.geometry()).intersects(box)) {
          found.add(row.id());
        }
      }
    }
    return found;
  }

  private static List<String> numbers(JsonNode page) {
    List<String> numbers = new ArrayList<>();
    page.path("features").forEach(each -> numbers.add(each.path("properties").path("id").asText()));
    return numbers;
  }

  private static String box(double... numbers) {
    List<String> parts = new ArrayList<>();
    for (double each : numbers) {
      parts.add(String.format(Locale.ROOT, "%.7f", each));
    }
    return String.join(",", parts);
  }

  @Test
  @DisplayName("/req/core/fc-bbox-definition, fc-bbox-response: exactly the items that meet the box")
  void box() throws Exception {
    String query = "/collections/parcels/items?limit=10000&bbox=";
    List<String> expected = judged(PLACE, "EPSG:4326");
    assertThat(expected).hasSizeBetween(20, 2_000);
    assertThat(numbers(OGC.json(query + box(PLACE.getMinX(), PLACE.getMinY(), PLACE.getMaxX(), PLACE.getMaxY()))))
        .containsExactlyInAnyOrderElementsOf(expected);
    assertThat(numbers(OGC.json(query
        + box(PLACE.getMinX(), PLACE.getMinY(), -100, PLACE.getMaxX(), PLACE.getMaxY(), 1000)))).hasSameSizeAs(expected);
  }

  @ParameterizedTest
  @CsvSource({"-1.5,50,1.5,53", "-80,-5,-70,5", "177,65,-177,70", "-180,85,180,90", "-180,-90,180,-85"})
  @DisplayName("/req/core/fc-bbox-response: meridian, equator, 180th meridian and poles find nothing here")
  void boxesElsewhere(String west, String south, String east, String north) throws Exception {
    JsonNode page = OGC.json("/collections/parcels/items?bbox=" + String.join(",", west, south, east, north));
    assertThat(page.path("features")).isEmpty();
    assertThat(page.path("numberMatched").asInt()).isZero();
  }

  @Test
  @DisplayName("/req/core/fc-bbox-response: the whole world, and across the 180th meridian")
  void boxesAroundTheWorld() throws Exception {
    int all = OGC.json("/collections/units/items").path("numberMatched").asInt();
    assertThat(OGC.json("/collections/units/items?bbox=-180,-90,180,90").path("features")).hasSize(all);
    assertThat(OGC.json("/collections/units/items?bbox=100,0,-100,60").path("features")).hasSize(all);
    assertThat(OGC.json("/collections/units/items?bbox=120,0,100,60").path("features")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"4326", "4490", "4526", "4547", "3857"})
  @DisplayName("/req/crs/fc-bbox-crs-definition, bbox-crs-action: the box in other systems, axes as registered")
  void boxInOtherSystems(String epsg) throws Exception {
    Crs crs = Crs.of("EPSG:" + epsg);
    Envelope moved = Crs.of("EPSG:4326").to(crs).apply(PLACE);
    String numbers = crs.isNorthFirst() ? box(moved.getMinY(), moved.getMinX(), moved.getMaxY(), moved.getMaxX())
        : box(moved.getMinX(), moved.getMinY(), moved.getMaxX(), moved.getMaxY());
    assertThat(crs.isNorthFirst()).isEqualTo(!epsg.equals("3857"));
    JsonNode page = OGC.json("/collections/parcels/items?limit=10000&bbox=" + numbers + "&bbox-crs="
        + OgcClient.encoded(OgcClient.EPSG + epsg));
    assertThat(numbers(page)).containsExactlyInAnyOrderElementsOf(judged(moved, "EPSG:" + epsg));
  }

  @Test
  @DisplayName("/req/crs/bbox-crs-action: without bbox-crs the box is in CRS84, whatever crs says")
  void boxIsInCrs84() throws Exception {
    String query = "/collections/parcels/items?limit=1000&bbox=" + box(113.12, 22.54, 113.124, 22.542);
    assertThat(ids(OGC.json(query + "&crs=" + OgcClient.encoded(OgcClient.EPSG + "4526")))).isEqualTo(ids(OGC.json(query)));
    assertThat(ids(OGC.json(query + "&bbox-crs=" + OgcClient.encoded(OgcClient.CRS84)))).isEqualTo(ids(OGC.json(query)));
  }

  @Test
  @DisplayName("a box outside of what its system can express finds nothing")
  void boxBeyondTheSystem() throws Exception {
    for (String epsg : List.of("4326", "4526", "4547")) {
      assertThat(OGC.json("/collections/parcels/items?bbox=113.0,22.4,113.2,22.6&bbox-crs="
          + OgcClient.encoded(OgcClient.EPSG + epsg)).path("features")).isEmpty();
    }
  }
}
