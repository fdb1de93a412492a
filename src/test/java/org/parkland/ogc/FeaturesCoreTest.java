package org.parkland.ogc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parkland.ogc.OgcClient.ids;
import static org.parkland.ogc.OgcClient.link;
import static org.parkland.ogc.OgcClient.texts;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** OGC API – Features part 1, Core (17-069r4, annex A.2), requirement by requirement, over HTTP. */
class FeaturesCoreTest {
  private static final OgcClient OGC = OgcClient.shared();

  static List<String> collections() throws Exception {
    return OGC.collections();
  }

  @Test
  @DisplayName("/req/core/http: HTTP 1.1 with the methods and status codes of RFC 9110")
  void http() throws Exception {
    assertThat(OGC.get("").version()).hasToString("HTTP_1_1");
    assertThat(OGC.get("/nothing/here").statusCode()).isEqualTo(404);
  }

  @Test
  @DisplayName("/req/core/root-op, /req/core/root-success: landing page with its links")
  void landingPage() throws Exception {
    JsonNode landing = OGC.json("");
    assertThat(link(landing, "service-desc", "application/vnd.oai.openapi+json")).isNotNull();
    assertThat(link(landing, "service-doc", "text/html")).isNotNull();
    assertThat(link(landing, "conformance", "application/json")).isNotNull();
    assertThat(link(landing, "data", "application/json")).isNotNull();
    for (JsonNode each : landing.path("links")) {
      boolean drawn = each.path("templated").asBoolean();
      assertThat(drawn ? 200 : OGC.get(each.path("href").asText()).statusCode()).as(each.toString()).isEqualTo(200);
    }
  }

  @Test
  @DisplayName("/req/core/api-definition-op, /req/core/api-definition-success: the description is where it is said to be")
  void apiDefinition() throws Exception {
    JsonNode landing = OGC.json("");
    HttpResponse<String> description = OGC.get(link(landing, "service-desc", "application/vnd"));
    assertThat(description.statusCode()).isEqualTo(200);
    assertThat(description.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/vnd.oai.openapi+json;version=3.0");
  }

  @Test
  @DisplayName("/req/core/conformance-op, /req/core/conformance-success: the classes that hold")
  void conformance() throws Exception {
    assertThat(OGC.json("/conformance").path("conformsTo")).extracting(JsonNode::asText).contains(
        "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
        "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/oas30",
        "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson",
        "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/html",
        "http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs");
  }

  @Test
  @DisplayName("/req/core/fc-md-op, fc-md-success, fc-md-links, fc-md-items: the list of collections")
  void collectionsList() throws Exception {
    JsonNode list = OGC.json("/collections");
    assertThat(link(list, "self", "application/json")).isNotNull();
    assertThat(link(list, "alternate", "text/html")).isNotNull();
    assertThat(texts(list.path("collections"), "id")).contains("parcels", "zoning", "units", "pieces", "protection",
        "constraints", "idle-cases", "candidates");
  }

  @ParameterizedTest
  @MethodSource("collections")
  @DisplayName("/req/core/fc-md-items-links, fc-md-extent, sfc-md-op, sfc-md-success: each collection")
  void collection(String id) throws Exception {
    JsonNode inList = null;
    for (JsonNode each : OGC.json("/collections").path("collections")) {
      inList = each.path("id").asText().equals(id) ? each : inList;
    }
    JsonNode alone = OGC.json("/collections/" + id);
    for (String part : List.of("id", "title", "description", "extent", "crs", "storageCrs", "itemType")) {
      assertThat(alone.path(part)).as(part).isEqualTo(inList.path(part));
    }
    assertThat(link(inList, "items", "application/geo+json")).isNotNull();
    assertThat(link(inList, "items", "text/html")).isNotNull();
    inList.path("links").forEach(each -> assertThat(each.has("rel") && each.has("type")).isTrue());
    JsonNode box = alone.path("extent").path("spatial").path("bbox").get(0);
    assertThat(box).hasSize(4);
    for (JsonNode time : alone.path("extent").path("temporal").path("interval").get(0)) {
      assertThat(Instant.parse(time.asText())).isNotNull();
    }
  }

  @ParameterizedTest
  @MethodSource("collections")
  @DisplayName("/req/core/fc-op, fc-response, fc-links, fc-rel-type, fc-timeStamp, fc-numberReturned: items of each")
  void items(String id) throws Exception {
    JsonNode page = OGC.json("/collections/" + id + "/items");
    assertThat(page.path("type").asText()).isEqualTo("FeatureCollection");
    assertThat(page.path("features").isArray()).isTrue();
    assertThat(page.path("features")).isNotEmpty();
    assertThat(page.path("numberReturned").asInt()).isEqualTo(page.path("features").size());
    assertThat(Duration.between(Instant.parse(page.path("timeStamp").asText()), Instant.now()).abs())
        .isLessThan(Duration.ofMinutes(5));
    assertThat(link(page, "self", "application/geo+json")).isNotNull();
    assertThat(link(page, "alternate", "text/html")).isNotNull();
    page.path("links").forEach(each -> assertThat(each.has("rel") && each.has("type")).isTrue());
  }

  @ParameterizedTest
  @ValueSource(strings = {"units", "protection", "constraints", "reference", "idle-cases", "candidates", "parcels"})
  @DisplayName("/req/core/fc-numberMatched: as many as all pages together have, none twice")
  void numberMatched(String id) throws Exception {
    JsonNode first = OGC.json("/collections/" + id + "/items?limit=1000");
    List<String> all = OGC.allIds("/collections/" + id + "/items?limit=1000");
    assertThat(new LinkedHashSet<>(all)).hasSameSizeAs(all);
    assertThat(all).hasSize(first.path("numberMatched").asInt());
  }

  @ParameterizedTest
  @MethodSource("collections")
  @DisplayName("/req/core/fc-limit-definition, fc-limit-response: never more than limit, never more than the maximum")
  void limit(String id) throws Exception {
    assertThat(OGC.json("/collections/" + id + "/items?limit=3").path("features")).hasSizeLessThanOrEqualTo(3);
    assertThat(OGC.json("/collections/" + id + "/items?limit=1").path("features")).hasSize(1);
  }

  @Test
  @DisplayName("/req/core/fc-limit-response: more than the maximum counts as the maximum")
  void limitAboveTheMaximum() throws Exception {
    assertThat(OGC.json("/collections/parcels/items?limit=1000000&skipGeometry=true").path("features"))
        .hasSizeLessThanOrEqualTo(10_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"limit=unlimited", "limit=0", "limit=-1", "bbox=1,2,3", "bbox=a,b,c,d", "bbox=1,9,2,3",
      "datetime=yesterday", "datetime=2025-12-31/2020-12-31", "crs=EPSG:4326", "bbox-crs=nothing", "filter=land_use",
      "sortby=nothing", "properties=nothing", "after=nothing", "registered_area_m2=large", "skipGeometry=maybe",
      "f=xml", "limit=1&limit=2", "filter-lang=sql"})
  @DisplayName("/req/core/query-param-invalid: 400")
  void invalidParameters(String query) throws Exception {
    assertThat(OGC.problem(400, "/collections/parcels/items?" + query).path("parameter").asText())
        .isEqualTo(query.substring(0, query.indexOf('=')));
  }

  @ParameterizedTest
  @MethodSource("collections")
  @DisplayName("/req/core/query-param-unknown: 400 everywhere")
  void unknownParameters(String id) throws Exception {
    for (String path : List.of("", "/items", "/queryables", "/sortables", "/schema")) {
      assertThat(OGC.problem(400, "/collections/" + id + path + "?unknownQueryParameter1=1").path("detail").asText())
          .contains("unknownQueryParameter1");
    }
    for (String path : List.of("", "/conformance", "/collections", "/api", "/tileMatrixSets", "/styles")) {
      OGC.problem(400, path + "?unknownQueryParameter1=1");
    }
  }

  @ParameterizedTest
  @MethodSource("collections")
  @DisplayName("/req/core/f-op, f-success, f-links: each item alone, with its links")
  void feature(String id) throws Exception {
    JsonNode inList = OGC.json("/collections/" + id + "/items?limit=2").path("features").get(0);
    String path = "/collections/" + id + "/items/" + OgcClient.encoded(inList.path("id").asText());
    JsonNode alone = OGC.json(path);
    assertThat(alone.path("type").asText()).isEqualTo("Feature");
    for (String part : List.of("id", "geometry", "properties")) {
      assertThat(alone.path(part)).as(part).isEqualTo(inList.path(part));
    }
    assertThat(link(alone, "self", "application/geo+json")).endsWith(path);
    assertThat(link(alone, "alternate", "text/html")).isNotNull();
    assertThat(link(alone, "collection", null)).endsWith("/collections/" + id);
  }

  @Test
  @DisplayName("what is not there is 404")
  void notThere() throws Exception {
    OGC.problem(404, "/collections/nothing");
    OGC.problem(404, "/collections/nothing/items");
    for (String id : List.of("nothing", "2-99999999", "99-1", "2-0", "1-9999999999999999999999")) {
      OGC.problem(404, "/collections/parcels/items/" + id);
      OGC.problem(404, "/collections/pieces/items/" + id);
      OGC.problem(404, "/collections/idle-cases/items/" + id);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"2020-12-31", "2021-06-30T12:00:00Z", "2020-12-31T00:00:00Z/2024-01-01T00:00:00Z",
      "../2020-12-31", "/2022-01-01", "2021-01-01/P2D"})
  @DisplayName("/req/core/fc-time-definition, fc-time-response: the parcels that were valid then")
  void timeThatTheFirstSnapshotSpeaksFor(String datetime) throws Exception {
    JsonNode page = OGC.json("/collections/parcels/items?limit=5&datetime=" + OgcClient.encoded(datetime));
    assertThat(page.path("numberMatched").asInt()).isPositive();
    page.path("features").forEach(each ->
        assertThat(each.path("properties").path("as_of").asText()).isEqualTo("2020-12-31"));
  }

  @Test
  @DisplayName("/req/core/fc-time-response: open ends, both snapshots, none")
  void timeOfBothSnapshotsOrNone() throws Exception {
    int newest = count("");
    int first = count("&datetime=2020-12-31");
    assertThat(count("&datetime=2026-01-01/..")).isEqualTo(newest);
    assertThat(count("&datetime=../..")).isEqualTo(first + newest);
    assertThat(count("&datetime=../2020-12-30")).isZero();
    assertThat(count("&datetime=1999-01-01")).isZero();
  }

  private static int count(String query) throws Exception {
    return OGC.json("/collections/parcels/items?limit=1" + query).path("numberMatched").asInt();
  }

  @Test
  @DisplayName("pages stay where they are, whatever their size")
  void pagesOfAnySizeHoldTheSame() throws Exception {
    List<String> whole = ids(OGC.json("/collections/units/items"));
    for (int size : List.of(1, 5, 7)) {
      assertThat(OGC.allIds("/collections/units/items?limit=" + size)).isEqualTo(whole);
    }
    List<String> pieces = ids(OGC.json("/collections/pieces/items?limit=300"));
    String next = "/collections/pieces/items?limit=100";
    for (int i = 0; i < 3; i++) {
      JsonNode page = OGC.json(next);
      assertThat(ids(page)).isEqualTo(pieces.subList(100 * i, 100 * i + 100));
      next = link(page, "next", null);
    }
  }
}
