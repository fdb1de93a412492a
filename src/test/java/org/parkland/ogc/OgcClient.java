package org.parkland.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.parkland.SampleDistrict;
import org.parkland.analysis.Workspace;
import org.parkland.web.WebServer;

/** A server over the sample district and a client that speaks to it as others do; started once, for all tests. */
public final class OgcClient {
  public static final String CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";
  public static final String EPSG = "http://www.opengis.net/def/crs/EPSG/0/";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static OgcClient shared;

  private final Workspace workspace = SampleDistrict.open();
  private final WebServer server = WebServer.start(workspace);

  private OgcClient() {}

  public static synchronized OgcClient shared() {
    if (shared == null) {
      shared = new OgcClient();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> {
        shared.server.close();
        shared.workspace.close();
      }));
    }
    return shared;
  }

  public Workspace workspace() {
    return workspace;
  }

  /** All that the server answers, as {@code GET /api/units}. */
  public List<String> routes() {
    return server.routes();
  }

  /** @param path with the leading stroke */
  public HttpResponse<String> post(String path, String type, byte[] body) throws Exception {
    HttpResponse<String> answer = CLIENT.send(HttpRequest.newBuilder(URI.create(server() + path))
        .header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofByteArray(body)).build(), BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(path + ": " + answer.body()).isBetween(200, 299);
    return answer;
  }

  public String root() {
    return server.address() + "/ogc";
  }

  public String server() {
    return server.address();
  }

  /** @param path behind {@code /ogc}, or a whole address */
  public HttpResponse<String> get(String path, String accept) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : root() + path));
    if (accept != null) {
      request.header("Accept", accept);
    }
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }

  public HttpResponse<String> get(String path) throws Exception {
    return get(path, null);
  }

  /** A document that must be there. */
  public JsonNode json(String path) throws Exception {
    HttpResponse<String> response = get(path, null);
    assertThat(response.statusCode()).as(path + ": " + response.body()).isEqualTo(200);
    return JSON.readTree(response.body());
  }

  /** What is wrong with a request that is refused. */
  public JsonNode problem(int status, String path) throws Exception {
    HttpResponse<String> response = get(path, null);
    assertThat(response.statusCode()).as(path + ": " + response.body()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
    JsonNode problem = JSON.readTree(response.body());
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    assertThat(problem.path("detail").asText()).isNotBlank();
    return problem;
  }

  public static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** The items of a filter in CQL2 text. */
  public JsonNode filtered(String collection, String filter) throws Exception {
    return json("/collections/" + collection + "/items?limit=10000&filter=" + encoded(filter));
  }

  public static List<String> ids(JsonNode collection) {
    return texts(collection.path("features"), "id");
  }

  public static List<String> texts(JsonNode list, String field) {
    return StreamSupport.stream(list.spliterator(), false).map(each -> each.path(field).asText()).toList();
  }

  /** Address of the link with a relation and type; null if there is none. */
  public static String link(JsonNode document, String relation, String type) {
    for (JsonNode link : document.path("links")) {
      if (link.path("rel").asText().equals(relation) && (type == null || link.path("type").asText().startsWith(type))) {
        return link.path("href").asText();
      }
    }
    return null;
  }

  /** The ids on all pages, following the links. */
  public List<String> allIds(String path) throws Exception {
    List<String> ids = new ArrayList<>();
    for (String page = path; page != null;) {
      JsonNode answer = json(page);
      ids.addAll(ids(answer));
      page = link(answer, "next", null);
    }
    return ids;
  }

  public List<String> collections() throws Exception {
    return texts(json("/collections").path("collections"), "id");
  }
}
