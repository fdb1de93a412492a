package org.parkland.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;

/** Classes GeoJSON and HTML of part 1, and which of them is sent. */
class FormatsTest {
  private static final OgcClient OGC = OgcClient.shared();

  static List<String> collections() throws Exception {
    return OGC.collections();
  }

  @ParameterizedTest
  @MethodSource("collections")
  @DisplayName("/req/geojson/definition, /req/geojson/content: items as application/geo+json")
  void geoJson(String id) throws Exception {
    HttpResponse<String> page = OGC.get("/collections/" + id + "/items?limit=20", "application/geo+json");
    assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("application/geo+json");
    for (JsonNode each : OGC.json("/collections/" + id + "/items?limit=20").path("features")) {
      assertThat(each.path("type").asText()).isEqualTo("Feature");
      assertThat(each.path("id").isTextual() && each.path("properties").isObject()).isTrue();
      if (each.path("geometry").path("type").asText().equals("Polygon")) {
        assertThat(isCounterclockwise(each.path("geometry").path("coordinates").get(0))).isTrue();
      }
    }
  }

  private static boolean isCounterclockwise(JsonNode ring) {
    Coordinate[] places = new Coordinate[ring.size()];
    for (int i = 0; i < places.length; i++) {
      places[i] = new Coordinate(ring.get(i).get(0).asDouble(), ring.get(i).get(1).asDouble());
    }
    return Orientation.isCCW(places);
  }

  @ParameterizedTest
  @CsvSource({"''", "/conformance", "/api", "/collections", "/collections/parcels", "/collections/parcels/items",
      "/collections/parcels/items/2-1", "/collections/parcels/queryables", "/collections/parcels/sortables",
      "/collections/parcels/tiles", "/collections/parcels/tiles/WebMercatorQuad", "/tileMatrixSets",
      "/collections/pieces/items", "/collections/idle-cases/items", "/collections/candidates/items"})
  @DisplayName("/req/html/definition, /req/html/content: each document is a page too")
  void html(String path) throws Exception {
    for (HttpResponse<String> page : List.of(OGC.get(path, "text/html,application/xhtml+xml,*/*;q=0.8"),
        OGC.get(path + "?f=html", "application/json"))) {
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
      assertThat(page.body()).startsWith("<!doctype html>").contains("<title>", "示例数据").doesNotContain(">ogc.")
          .doesNotContain("<script>");
    }
    assertThat(OGC.get(path, "application/json").headers().firstValue("Content-Type").orElse("")).contains("json");
    assertThat(OGC.get(path + "?f=json", "text/html").headers().firstValue("Content-Type").orElse("")).contains("json");
    assertThat(OGC.get(path, "*/*").headers().firstValue("Content-Type").orElse("")).contains("json");
  }

  @Test
  void whatIsNotOfferedIsNotSent() throws Exception {
    assertThat(OGC.get("/collections", "application/xml").statusCode()).isEqualTo(406);
  }
}
