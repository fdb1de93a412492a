package org.parkland.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parkland.SampleDistrict;
import org.parkland.analysis.Workspace;
import org.parkland.land.Feature;
import org.parkland.land.LayerKind;
import org.parkland.store.FeatureCursor;
import org.parkland.store.FeatureQuery;

/** Search, judged by a reading of all rows. */
class SearchRoutesTest {
  private static Workspace workspace;
  private static WebServer server;

  @BeforeAll
  static void start() {
    workspace = SampleDistrict.open();
    server = WebServer.start(workspace);
  }

  @AfterAll
  static void stop() {
    server.close();
    workspace.close();
  }

  @ParameterizedTest
  @CsvSource({"aqyj, unit, 安全应急产业园", "WHJD, unit, 外海街道", "waihai, unit, 外海街道", "安全应急, unit, 安全应急产业园",
      "bsd, place, 白水带"})
  void unitsAndPlacesByNameAndInitials(String words, String type, String title) throws Exception {
    assertThat(search(words, 20)).anySatisfy(hit -> {
      assertThat(hit.path("type").asText()).isEqualTo(type);
      assertThat(hit.path("title").asText()).isEqualTo(title);
      assertThat(hit.path("bounds")).hasSize(4);
    });
  }

  @ParameterizedTest
  @CsvSource({"gb00812", "科苑路37", "五金制品"})
  void parcelsAsAReadingOfAllRowsFindsThem(String words) throws Exception {
    List<String> found = new ArrayList<>();
    for (JsonNode hit : search(words, 50)) {
      if (hit.path("type").asText().equals("parcel")) {
        found.add(hit.path("id").asText());
      }
    }
    List<String> all = containing(words);
    assertThat(found).isNotEmpty().doesNotHaveDuplicates();
    assertThat(all).containsAll(found);
    assertThat(found).hasSize(Math.min(50, all.size()));
  }

  @Test
  void aHoldersInitialsFindItsParcels() throws Exception {
    assertThat(search("slxywjzp", 50)).isNotEmpty()
        .allSatisfy(hit -> assertThat(hit.path("subtitle").asText()).contains("示例信益五金制品"));
  }

  @Test
  void whatIsNowhereIsNotFound() throws Exception {
    assertThat(search("没有这个", 10)).isEmpty();
    assertThat(search("qqqqqqqq", 10)).isEmpty();
    assertThat(search("a\nb", 10)).isEmpty();
  }

  private static List<String> containing(String words) {
    List<String> found = new ArrayList<>();
    var layer = workspace.store().snapshots().stream().filter(each -> each.kind() == LayerKind.PARCELS)
        .reduce((a, b) -> a.asOf().isAfter(b.asOf()) ? a : b).orElseThrow();
    try (FeatureCursor rows = workspace.store().features(layer, FeatureQuery.all())) {
      while (rows.hasNext()) {
        Feature row = rows.next();
        String all = row.id() + "\n" + row.text("holder") + "\n" + row.text("location");
        if (all.toLowerCase(java.util.Locale.ROOT).contains(words)) {
          found.add(row.id());
        }
      }
    }
    return found;
  }

  private static JsonNode search(String words, int limit) throws Exception {
    String query = URLEncoder.encode(words, StandardCharsets.UTF_8);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.address() + "/api/search?q=" + query + "&limit=" + limit)).build();
    String answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    return new ObjectMapper().readTree(answer).path("results");
  }
}
