package org.parkland.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parkland.SampleDistrict;

/** QGIS opens the collection, the tiles and the database file while the server runs. Needs Debian's python3-qgis. */
@Tag("heavy")
class QgisOpensAllTest {
  private static final OgcClient OGC = OgcClient.shared();
  @TempDir static Path home;
  private static JsonNode seen;
  private static String before;

  @BeforeAll
  static void open() throws Exception {
    before = OGC.get("/collections/parcels/items?limit=1000&properties=id").body().replaceAll("\"timeStamp\":\"[^\"]*\"", "");
    ProcessBuilder builder = new ProcessBuilder("/usr/bin/python3", "src/test/resources/qgis/open_all.py", OGC.root(),
        SampleDistrict.database().toAbsolutePath().toString());
    builder.environment().put("QT_QPA_PLATFORM", "offscreen");
    builder.environment().put("HOME", home.toString());
    Path errors = home.resolve("errors.txt");
    Process qgis = builder.redirectError(errors.toFile()).start();
    String out = new String(qgis.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(qgis.waitFor(5, TimeUnit.MINUTES)).isTrue();
    assertThat(out).as(out + Files.readString(errors)).contains("SEEN ");
    seen = new ObjectMapper().readTree(out.substring(out.indexOf("SEEN ") + 5).lines().findFirst().orElseThrow());
  }

  @Test
  void theCollectionIsWhole() throws Exception {
    JsonNode collection = seen.path("collection");
    assertThat(collection.path("valid").asBoolean()).isTrue();
    assertThat(collection.path("features").asInt())
        .isEqualTo(OGC.json("/collections/parcels/items?limit=1").path("numberMatched").asInt());
    assertThat(collection.path("broken").asInt()).isZero();
    assertThat(collection.path("chinese").asBoolean()).isTrue();
  }

  @Test
  void theTilesOpenAndTheStyleIsUnderstood() {
    assertThat(seen.path("tiles").path("valid").asBoolean()).isTrue();
    assertThat(seen.path("tiles").path("styled").asInt()).isZero();
    assertThat(seen.path("tiles").path("rules").asInt()).isPositive();
  }

  @Test
  void theDatabaseFileIsColouredAndWhole() throws Exception {
    JsonNode parcels = seen.path("database").path("parcels_2025_12_31");
    assertThat(parcels.path("features").asInt())
        .isEqualTo(OGC.json("/collections/parcels/items?limit=1").path("numberMatched").asInt());
    assertThat(parcels.path("broken").asInt()).isZero();
    assertThat(parcels.path("crs").asText()).isEqualTo("EPSG:4526");
    for (JsonNode layer : seen.path("database")) {
      assertThat(layer.path("coloured").asBoolean()).isTrue();
      for (JsonNode each : new ObjectMapper().readTree(OGC.get(OGC.server() + "/api/classes").body())) {
        assertThat(layer.path("colours").path(each.path("code").asText()).asText()).isEqualTo(each.path("color").asText());
      }
    }
  }

  @Test
  void theReaderDidNoHarm() throws Exception {
    assertThat(OGC.get("/collections/parcels/items?limit=1000&properties=id").body().replaceAll("\"timeStamp\":\"[^\"]*\"", ""))
        .isEqualTo(before);
  }
}
