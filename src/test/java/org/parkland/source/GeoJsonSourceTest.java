package org.parkland.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parkland.BadInput;

class GeoJsonSourceTest {
  private static final String POLYGON =
      "{\"type\":\"Polygon\",\"coordinates\":[[[113,22],[113.1,22],[113.1,22.1],[113,22]]]}";

  @TempDir
  private Path folder;

  @Test
  void withoutCrsItIsDegreesAsTheStandardSays() throws IOException {
    try (FeatureSource source = open("{\"type\":\"FeatureCollection\",\"features\":[" + feature(POLYGON) + "]}")) {
      assertThat(source.layer().crs().code()).isEqualTo("EPSG:4326");
      assertThat(source.layer().count()).isEqualTo(1);
    }
  }

  @Test
  void aCrsMemberIsReadWhereverItStands() throws IOException {
    String crs = "\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::4490\"}}";
    try (FeatureSource first = open("{" + crs + ",\"type\":\"FeatureCollection\",\"features\":[]}");
        FeatureSource last = open("{\"features\":[" + feature(POLYGON) + "]," + crs + "}")) {
      assertThat(first.layer().crs().code()).isEqualTo("EPSG:4490");
      assertThat(last.layer().crs().code()).isEqualTo("EPSG:4490");
      assertThat(last.next().geometry().getNumPoints()).isEqualTo(4);
    }
  }

  @Test
  void columnsAreThoseOfAllFeatures() throws IOException {
    try (FeatureSource source = open("\uFEFF{\"features\":[{\"properties\":{\"a\":1}},{\"properties\":{\"b\":\"乙\",\"a\":null}}]}")) {
      assertThat(source.layer().columns()).containsExactly("a", "b");
      List<SourceFeature> rows = new ArrayList<>();
      source.forEachRemaining(rows::add);
      assertThat(rows.get(0).geometry()).isNull();
      assertThat(rows.get(1).values()).isEqualTo(Map.of("b", "乙"));
      assertThat(rows.get(1).row()).isEqualTo(2);
    }
  }

  @Test
  void anUnknownCrsIsRefused() {
    assertThatThrownBy(() -> open("{\"crs\":{\"properties\":{\"name\":\"EPSG:99999\"}},\"features\":[]}"))
        .isInstanceOf(BadInput.class).hasMessageContaining("member crs: 'EPSG:99999' is not in the EPSG register");
  }

  @Test
  void aRingThatDoesNotCloseIsRefusedByRow() throws IOException {
    String open = "{\"type\":\"Polygon\",\"coordinates\":[[[113,22],[113.1,22],[113.1,22.1]]]}";
    try (FeatureSource source = open("{\"features\":[" + feature(POLYGON) + "," + feature(open) + "]}")) {
      source.next();
      assertThatThrownBy(source::next).isInstanceOf(BadInput.class).hasMessageContaining("row 2: the shape is damaged");
    }
  }

  @Test
  void jsonWithoutFeaturesIsRefused() {
    assertThatThrownBy(() -> open("{\"type\":\"Topology\"}")).isInstanceOf(BadInput.class)
        .hasMessageContaining("is JSON but has no 'features' list");
  }

  private static String feature(String geometry) {
    return "{\"type\":\"Feature\",\"properties\":{\"id\":\"1\"},\"geometry\":" + geometry + "}";
  }

  private FeatureSource open(String text) throws IOException {
    return Sources.open(Files.writeString(Files.createTempFile(folder, "x", ".geojson"), text), null, null);
  }
}
