package org.parkland.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parkland.SampleDistrict;
import org.parkland.access.Role;
import org.parkland.analysis.Workspace;
import org.parkland.ingest.ImportRequest;
import org.parkland.land.LayerKind;

/**
 * A parcel with a holder, a certificate, a price and a telephone that nobody else has; every answer that a viewer can
 * get is searched for them, whatever its format.
 */
class PersonalFieldsTest {
  private static final String ID = "440704001009GB99999";
  private static final String DAY = "2026-06-30";
  private static final String HOLDER = "佘金丝雀有限公司";
  /** Parts of the values, and what is computed from the price: the idle fee is a fifth of it. */
  private static final List<Pattern> SECRETS = Stream.of("金丝雀", "jinsique", "CERT-7731", "(?<![\\d.])13,?579\\.2",
      "(?<![\\d.])2,?715\\.8", "13800099887").map(Pattern::compile).toList();

  private static final Map<String, List<String>> ADDRESSES = known();

  @TempDir
  private static Path folder;
  private static Office office;
  private static String viewer;
  private static String admin;

  @BeforeAll
  static void open() throws Exception {
    Workspace workspace = Workspace.open(SampleDistrict.settings(
        Files.copy(SampleDistrict.database(), folder.resolve("canary.gpkg"))));
    workspace.importer().run(ImportRequest.of(layer(), LayerKind.PARCELS, LocalDate.parse(DAY)),
        (done, total) -> { });
    Office.staff(workspace);
    office = Office.over(workspace);
    viewer = office.session(Role.VIEWER.word());
    admin = office.session(Role.ADMIN.word());
    saveScenario();
  }

  /** Number 1, for the routes that show one. */
  private static void saveScenario() throws Exception {
    String key = Office.json(post("/api/scenarios", "{}")).path("key").asText();
    post("/api/scenarios/" + key + "/changes",
        "{\"kind\":\"class\",\"parcels\":[\"" + ID + "\"],\"code\":\"1401\"}");
    assertThat(post("/api/scenarios/" + key + "/save", "{\"name\":\"n\"}").body()).contains("\"id\":1");
  }

  private static HttpResponse<String> post(String path, String body) throws Exception {
    return Office.send(office.request(path).header("Cookie", admin).header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body)));
  }

  @AfterAll
  static void close() {
    office.close();
  }

  /** In the middle of the district; the second column of the holder is one that no attribute claims. */
  private static Path layer() throws IOException {
    return Files.writeString(folder.resolve("canary.geojson"), """
        {"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"ZDDM":"%s","YDDM":"100101","QLR":"%s","受让人":"%s","BDCQZH":"CERT-7731",
         "CJJE":13579.24,"联系电话":"13800099887","备注":"佘金丝雀","GDFS":"出让","QDRQ":"2024-01-10",
         "HTYDDGSJ":"2025-01-15","XZYY":"企业自身原因","ZDMJ":12000,"ZL":"某路"},
         "geometry":{"type":"Polygon","coordinates":[[[113.120,22.550],[113.121,22.550],[113.121,22.551],[113.120,22.551],[113.120,22.550]]]}},
        {"type":"Feature","properties":{"ZDDM":"440704001009GB99998","YDDM":"100101","QLR":"另一家","CJJE":1.5,
         "GDFS":"出让","HTYDDGSJ":"2024-01-15","ZL":"某路"},
         "geometry":{"type":"Polygon","coordinates":[[[113.122,22.550],[113.123,22.550],[113.123,22.551],[113.122,22.551],[113.122,22.550]]]}}]}
        """.formatted(ID, HOLDER, HOLDER));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** Addresses of each route a viewer may read, with parameters that bring the parcel in. */
  private static Map<String, List<String>> known() {
    return Map.ofEntries(
        Map.entry("/api/parcels/{id}", List.of("/api/parcels/" + ID + "?today=2026-07-01")),
        Map.entry("/api/identify", List.of("/api/identify?lon=113.1205&lat=22.5505")),
        Map.entry("/api/search", List.of("/api/search?q=GB99999", "/api/search?q=" + encoded("佘"),
            "/api/search?q=" + encoded("金丝雀"), "/api/search?q=sjsq", "/api/search?q=CERT", "/api/search?q=138000")),
        Map.entry("/api/idle", List.of("/api/idle?limit=50", "/api/idle?sort=-daysOverdue")),
        Map.entry("/api/alarms", List.of("/api/alarms?days=2000")),
        Map.entry("/api/funnel", List.of("/api/funnel", "/api/funnel?step=usable&limit=50")),
        Map.entry("/api/candidates", List.of("/api/candidates", "/api/candidates?weights=price=100")),
        Map.entry("/api/assemblies", List.of("/api/assemblies")),
        Map.entry("/api/match", List.of("/api/match")),
        Map.entry("/api/corrections", List.of("/api/corrections", "/api/corrections?parcel=" + ID)),
        Map.entry("/api/counted", List.of("/api/counted?unit=Z1", "/api/counted?unit=Z2")),
        Map.entry("/api/shapes", List.of("/api/shapes?ids=" + ID)),
        Map.entry("/api/ledger", List.of("/api/ledger?from=2025-12-31&to=" + DAY)),
        Map.entry("/api/policies/compare", List.of("/api/policies/compare?a=gd-2022&b=gd-2022")),
        Map.entry("/api/layers/{kind}", List.of("/api/layers/units", "/api/layers/reference")),
        Map.entry("/api/print/map.pdf", List.of("/api/print/map.pdf?bounds=113.118,22.549,113.125,22.552&labels=number")),
        Map.entry("/api/print/frame", List.of("/api/print/frame?bounds=113.118,22.549,113.125,22.552")),
        Map.entry("/api/scenarios/compare", List.of("/api/scenarios/compare?keys=1")),
        Map.entry("/tiles/{state}/{z}/{x}/{y}.mvt", List.of("/tiles/current/16/53361/28612.mvt",
            "/tiles/current/12/3335/1788.mvt")),
        Map.entry("/ogc/*", ogc()));
  }

  private static List<String> ogc() {
    List<String> all = new ArrayList<>();
    for (String collection : List.of("parcels", "idle-cases", "candidates", "findings", "pieces")) {
      String root = "/ogc/collections/" + collection;
      for (String what : List.of("", "/items?limit=100", "/items?limit=100&f=html", "/items?limit=100&f=csv",
          "/queryables", "/sortables", "/schema")) {
        all.add(root + what);
      }
      for (String filter : List.of("holder='" + HOLDER + "'", "holder LIKE '%金丝雀%'", "price_wan=13579.24",
          "price_wan>13579", "price_wan IS NOT NULL")) {
        all.add(root + "/items?filter-lang=cql2-text&filter=" + encoded(filter));
      }
      all.add(root + "/items?holder=" + encoded(HOLDER));
      all.add(root + "/items?sortby=holder");
      all.add(root + "/items?sortby=-price_wan");
    }
    all.addAll(List.of("/ogc/api", "/ogc/collections", "/ogc/collections/parcels/tiles"));
    return all;
  }

  @Test
  void nothingThatAViewerCanReadHoldsThem() throws Exception {
    List<String> leaks = new ArrayList<>();
    Set<String> covered = new TreeSet<>();
    for (String route : office.server.routes()) {
      String path = route.replaceFirst("GET ", "");
      if (!route.startsWith("GET ")) {
        continue;
      }
      covered.add(path);
      for (String address : addresses(path)) {
        leaks.addAll(leaks(address, viewer));
      }
    }
    assertThat(covered).hasSizeGreaterThan(50);
    assertThat(leaks).isEmpty();
  }

  /** What only planners may read answers 403 to anything. */
  private static List<String> addresses(String path) {
    return path.contains("{") ? ADDRESSES.getOrDefault(path, List.of(path.replaceAll("\\{\\w+}", "1")))
        : ADDRESSES.getOrDefault(path, List.of(path));
  }

  private static List<String> leaks(String address, String cookie) throws Exception {
    HttpResponse<byte[]> answer = Office.bytes(office.request(address).header("Cookie", cookie));
    assertThat(answer.statusCode()).as(address).isLessThan(500);
    // What was asked comes back in titles and links of an answer; it is the asker's own.
    String asked = java.net.URLDecoder.decode(address, StandardCharsets.UTF_8);
    return texts(answer.body()).stream().flatMap(text -> SECRETS.stream()
        .filter(secret -> secret.matcher(text).find() && !secret.matcher(asked).find()).map(each -> address + ": " + each)).toList();
  }

  /** Everything an answer says: as it is, of every part of an archive, and the words of a PDF. */
  private static List<String> texts(byte[] body) throws IOException {
    List<String> texts = new ArrayList<>(List.of(new String(body, StandardCharsets.UTF_8)));
    if (body.length > 4 && body[0] == 'P' && body[1] == 'K') {
      // By its directory: the sizes before the entries of a streamed workbook are not to be trusted.
      Path file = Files.write(Files.createTempFile("parkland-personal", ".zip"), body);
      try (ZipFile zip = new ZipFile(file.toFile())) {
        for (ZipEntry each : Collections.list(zip.entries())) {
          texts.add(new String(zip.getInputStream(each).readAllBytes(), StandardCharsets.UTF_8));
        }
      } finally {
        Files.delete(file);
      }
    } else if (texts.get(0).startsWith("%PDF")) {
      try (PDDocument pdf = Loader.loadPDF(body)) {
        texts.add(new PDFTextStripper().getText(pdf));
      }
    }
    return texts;
  }

  /** Or the search above would find nothing whatever was shown. */
  @Test
  void theAdministratorReadsThemAll() throws Exception {
    String parcel = office.get("/api/parcels/" + ID + "?today=2026-07-01", "Cookie", admin).body();
    assertThat(SECRETS).filteredOn(each -> !each.pattern().startsWith("jin"))
        .allSatisfy(each -> assertThat(parcel).containsPattern(each));
    for (String address : List.of("/api/idle?limit=50", "/ogc/collections/parcels/items?limit=100",
        "/api/search?q=GB99999", "/ogc/collections/idle-cases/items", "/api/export/parcels?format=gpkg",
        "/api/export/parcels?format=xlsx", "/api/export/idle?format=csv", "/api/workbooks/idle.xlsx")) {
      assertThat(leaks(address, admin)).as(address).isNotEmpty();
    }
  }

  @Test
  void aViewerSeesTheFirstCharacterOfTheHolderAndNoPrice() throws Exception {
    JsonNode parcel = Office.json(office.get("/api/parcels/" + ID, "Cookie", viewer));
    assertThat(parcel.path("attributes").path("holder").asText()).isEqualTo("佘*");
    assertThat(parcel.path("attributes").has("price_wan")).isFalse();
    assertThat(parcel.path("extra").toString()).isEqualTo("{\"受让人\":\"佘*\"}");
    assertThat(Office.json(office.get("/api/fields", "Cookie", viewer)).path("parcels").toString())
        .contains("\"holder\"").doesNotContain("price_wan");
    assertThat(office.get("/api/export/parcels?format=csv", "Cookie", viewer).statusCode()).isEqualTo(403);
  }

  /** What cannot be seen cannot be asked for either: the answer to a right guess is that to a wrong one. */
  @Test
  void noQuestionTellsARightGuessFromAWrongOne() throws Exception {
    assertThat(total("/api/search?q=" + encoded("金丝雀"), admin)).isEqualTo(1);
    assertThat(total("/api/search?q=" + encoded("金丝雀"), viewer)).isZero();
    for (List<String> guesses : List.of(List.of("holder='" + HOLDER + "'", "holder='佘某'"),
        List.of("price_wan=13579.24", "price_wan=99"), List.of("price_wan>13579", "price_wan>13580"))) {
      String root = "/ogc/collections/parcels/items?filter-lang=cql2-text&filter=";
      HttpResponse<String> right = office.get(root + encoded(guesses.get(0)), "Cookie", viewer);
      HttpResponse<String> wrong = office.get(root + encoded(guesses.get(1)), "Cookie", viewer);
      assertThat(right.statusCode()).as(guesses.get(0)).isEqualTo(wrong.statusCode());
      assertThat(Office.json(right).path("numberReturned").asInt(-1))
          .isEqualTo(Office.json(wrong).path("numberReturned").asInt(-1));
    }
    JsonNode dear = Office.json(office.get("/api/candidates?weights=price=100", "Cookie", viewer));
    for (JsonNode site : dear.path("candidates")) {
      assertThat(site.toString()).doesNotContain("13579");
    }
  }

  private static int total(String address, String cookie) throws Exception {
    return Office.json(office.get(address, "Cookie", cookie)).path("results").size();
  }

  /** Kept answers of one role must not reach another, whoever came first. */
  @Test
  void whatWasDrawnForOneIsNotShownToAnother() throws Exception {
    for (String address : List.of("/api/parcels/" + ID, "/api/idle?limit=50", "/api/search?q=GB99999",
        "/ogc/collections/parcels/items?limit=100", "/ogc/collections/idle-cases/items")) {
      assertThat(leaks(address, admin)).as(address).isNotEmpty();
      assertThat(leaks(address, viewer)).as(address).isEmpty();
      assertThat(leaks(address, admin)).as(address).isNotEmpty();
    }
  }
}
