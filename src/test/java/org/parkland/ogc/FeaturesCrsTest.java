package org.parkland.ogc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.parkland.geometry.Crs;

/** OGC API – Features part 2, reference systems by name (18-058r1, annex A). */
class FeaturesCrsTest {
  private static final OgcClient OGC = OgcClient.shared();

  static List<String> collections() throws Exception {
    return OGC.collections();
  }

  @ParameterizedTest
  @MethodSource("collections")
  @DisplayName("/req/crs/crs-uri, fc-md-crs-list, fc-md-storageCrs, fc-md-storageCrs-valid-value: the systems of each")
  void systems(String id) throws Exception {
    JsonNode collection = OGC.json("/collections/" + id);
    assertThat(collection.path("crs")).extracting(JsonNode::asText).startsWith(OgcClient.CRS84).contains(
        OgcClient.EPSG + "4326", OgcClient.EPSG + "4490", OgcClient.EPSG + "4526", OgcClient.EPSG + "4547",
        OgcClient.EPSG + "3857");
    assertThat(collection.path("crs")).contains(collection.path("storageCrs"));
  }

  @Test
  @DisplayName("/req/crs/fc-md-crs-list-global: the list of all begins with CRS84 too")
  void globalSystems() throws Exception {
    assertThat(OGC.json("/collections").path("crs").get(0).asText()).isEqualTo(OgcClient.CRS84);
  }

  @ParameterizedTest
  @MethodSource("collections")
  @DisplayName("/req/crs/crs-default-value, ogc-crs-header: CRS84 where nothing is asked for")
  void defaultSystem(String id) throws Exception {
    HttpResponse<String> page = OGC.get("/collections/" + id + "/items?limit=1");
    assertThat(page.headers().firstValue("Content-Crs")).hasValue("<" + OgcClient.CRS84 + ">");
    String feature = OGC.json("/collections/" + id + "/items?limit=1").path("features").get(0).path("id").asText();
    assertThat(OGC.get("/collections/" + id + "/items/" + OgcClient.encoded(feature)).headers().firstValue("Content-Crs"))
        .hasValue("<" + OgcClient.CRS84 + ">");
  }

  @ParameterizedTest
  @ValueSource(strings = {"crs", "bbox-crs", "filter-crs"})
  @DisplayName("/req/crs/fc-crs-valid-value, bbox-crs-valid-value: others are refused")
  void unknownSystems(String parameter) throws Exception {
    for (String uri : List.of(OgcClient.EPSG + "0", "http://www.opengis.net/def/crs/0/unknown", "4326", "")) {
      String query = parameter + "=" + OgcClient.encoded(uri);
      OGC.problem(400, "/collections/parcels/items?bbox=113,22,114,23&" + query);
    }
    OGC.problem(400, "/collections/units/items/4-1?crs=EPSG:4326");
  }

  @ParameterizedTest
  @CsvSource({"4326,1e-8,true", "4490,1e-8,true", "4526,0.001,true", "4547,0.001,true", "3857,0.001,false"})
  @DisplayName("/req/crs/crs-parameter, crs-action, ogc-crs-header-value, geojson: moved, axes as registered")
  void movedShapes(String epsg, double tolerance, boolean northFirst) throws Exception {
    String query = "&crs=" + OgcClient.encoded(OgcClient.EPSG + epsg);
    HttpResponse<String> answer = OGC.get("/collections/parcels/items?limit=20" + query);
    assertThat(answer.headers().firstValue("Content-Crs")).hasValue("<" + OgcClient.EPSG + epsg + ">");
    JsonNode moved = OGC.json("/collections/parcels/items?limit=20" + query).path("features");
    JsonNode plain = OGC.json("/collections/parcels/items?limit=20").path("features");
    for (int i = 0; i < 20; i++) {
      assertThat(moved.get(i).path("id")).isEqualTo(plain.get(i).path("id"));
      JsonNode from = plain.get(i).path("geometry").path("coordinates").get(0);
      JsonNode to = moved.get(i).path("geometry").path("coordinates").get(0);
      assertThat(to).hasSameSizeAs(from);
      for (int j = 0; j < from.size(); j++) {
        Coordinate expected = Crs.of("EPSG:4326").to(Crs.of("EPSG:" + epsg))
            .apply(from.get(j).get(0).asDouble(), from.get(j).get(1).asDouble());
        assertThat(to.get(j).get(northFirst ? 1 : 0).asDouble()).isCloseTo(expected.x, within(2 * tolerance));
        assertThat(to.get(j).get(northFirst ? 0 : 1).asDouble()).isCloseTo(expected.y, within(2 * tolerance));
      }
    }
  }

  @Test
  @DisplayName("stored coordinates come out as they came in, in the system they are stored in")
  void storedCoordinates() throws Exception {
    JsonNode shape = OGC.json("/collections/parcels/items?limit=1&crs=" + OgcClient.encoded(OgcClient.EPSG + "4526"))
        .path("features").get(0).path("geometry").path("coordinates").get(0).get(0);
    assertThat(shape.get(0).asDouble()).isBetween(2_480_000.0, 2_505_000.0);
    assertThat(shape.get(1).asDouble()).isBetween(38_400_000.0, 38_420_000.0);
  }
}
