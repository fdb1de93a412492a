package org.parkland.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parkland.Chromium;
import org.parkland.SampleDistrict;
import org.parkland.analysis.Workspace;
import org.parkland.ingest.ImportRequest;
import org.parkland.land.LayerKind;

/**
 * Parcels whose names are markup, delivered in the DBF of a Shapefile: on every page they are shown as the text they
 * are. Nothing of them runs, is asked for or becomes an element, and our own pages keep to their policy.
 */
class HostileNamesBrowserTest {
  private static final String MARKUP = "<img src=x onerror=window.hit=1>";
  private static final String SCRIPT = "\"'><script>window.hit=2</script>";
  private static final String ID = "<b onclick=window.hit=3>P1</b>";
  private static final String LISTEN = "window.violations = [];"
      + "addEventListener('securitypolicyviolation', (event) => window.violations.push(event.violatedDirective));";

  @TempDir
  private static Path folder;
  private static Workspace workspace;
  private static WebServer server;
  private static Playwright playwright;
  private static Browser browser;

  private final List<String> complaints = new ArrayList<>();
  private BrowserContext context;
  private Page page;

  @BeforeAll
  static void start() throws Exception {
    Path shapefile = shapefile();
    workspace = copy("hostile.gpkg");
    importInto(workspace, shapefile, LayerKind.PARCELS);
    importInto(workspace, Files.writeString(folder.resolve("places.geojson"), """
        {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"id":"H1","name":"%s","kind":"%s"},
        "geometry":{"type":"Point","coordinates":[113.1205,22.5505]}}]}""".formatted(MARKUP, "place")),
        LayerKind.REFERENCE);
    server = WebServer.start(workspace);
    playwright = Chromium.playwright();
    PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
    browser = Chromium.launch(playwright);
  }

  private static Workspace copy(String name) throws IOException {
    return Workspace.open(SampleDistrict.settings(Files.copy(SampleDistrict.database(), folder.resolve(name))));
  }

  private static void importInto(Workspace target, Path file, LayerKind kind) {
    target.importer().run(ImportRequest.of(file, kind, LocalDate.parse("2026-06-30")), (done, total) -> { });
  }

  /** Written by our own export, so that the names stand in a DBF. */
  private static Path shapefile() throws Exception {
    try (Workspace first = copy("first.gpkg")) {
      importInto(first, Files.writeString(folder.resolve("hostile.geojson"), """
          {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"ZDDM":"%s","YDDM":"100101",
          "QLR":"%s","ZL":"%s","GDFS":"出让","HTYDDGSJ":"2024-01-15","XZYY":"%s","备注":"%s"},"geometry":{"type":"Polygon",
          "coordinates":[[[113.120,22.550],[113.121,22.550],[113.121,22.551],[113.120,22.551],[113.120,22.550]]]}}]}
          """.formatted(ID, MARKUP, SCRIPT.replace("\"", "\\\""), MARKUP, MARKUP)), LayerKind.PARCELS);
      try (WebServer exporting = WebServer.start(first)) {
        byte[] zip = HttpClient.newHttpClient().send(HttpRequest.newBuilder(
            URI.create(exporting.address() + "/api/export/parcels?format=shp")).build(), BodyHandlers.ofByteArray()).body();
        return Files.write(folder.resolve("hostile.zip"), zip);
      }
    }
  }

  @AfterAll
  static void stop() {
    browser.close();
    playwright.close();
    server.close();
    workspace.close();
  }

  @BeforeEach
  void open() {
    context = browser.newContext(new Browser.NewContextOptions().setViewportSize(1600, 900));
    context.addInitScript(LISTEN);
    page = context.newPage();
    page.onPageError(complaints::add);
    page.onDialog(dialog -> complaints.add("dialog: " + dialog.message()));
    page.onRequest(request -> {
      if (request.url().endsWith("/x")) {
        complaints.add("asked for " + request.url());
      }
    });
  }

  /** Whatever page was opened: nothing ran, nothing became an element, no rule was broken. */
  @AfterEach
  void nothingHappened() {
    requireCalm();
    context.close();
    assertThat(complaints).isEmpty();
  }

  private void requireCalm() {
    assertThat(page.evaluate("window.hit")).as(page.url()).isNull();
    assertThat(page.locator("img[src=x], script:not([src]):not([type='application/json']):not([type='application/geo+json']), [onclick], [onerror]").count())
        .as(page.url()).isZero();
    assertThat((List<?>) page.evaluate("window.violations")).as(page.url()).isEmpty();
  }

  private void ready(String hash) {
    page.navigate(server.address() + "/" + hash);
    page.locator("html[data-tiles=ready]").waitFor();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @Test
  void onTheCardOfTheParcel() {
    ready("#parcel=" + encoded(ID));
    assertThat(page.getByTestId("parcel-card")).containsText(ID);
    assertThat(page.getByTestId("parcel-card")).containsText(MARKUP);
    assertThat(page.getByTestId("parcel-card")).containsText(SCRIPT);
  }

  @Test
  void inTheSearch() {
    ready("");
    page.locator("#search input").fill("onerror");
    assertThat(page.locator("#search")).containsText(MARKUP);
    page.locator("#search [role=option][aria-selected]").first().click();
    requireCalm();
  }

  @Test
  void onTheMapAndItsLabels() {
    page.addInitScript("localStorage.setItem('parkland.prefs', JSON.stringify({ parcelLabels: 'number' }))");
    ready("#map=17/22.5505/113.1205");
    page.locator("#map").hover();
    page.waitForTimeout(500);
  }

  @Test
  void inTheListsOfIdleLand() {
    ready("#panel=idle");
    assertThat(page.getByTestId("idle-row").first()).containsText(ID);
    page.getByTestId("idle-row").first().click();
    for (String view : List.of("funnel", "ranking", "match")) {
      page.getByTestId("idle-view-" + view).click();
      page.waitForTimeout(300);
      requireCalm();
    }
  }

  @Test
  void onTheDataScreen() {
    ready("#panel=data");
    page.getByTestId("snapshot").first().waitFor();
  }

  @Test
  void onThePagesOfTheOpenInterfaces() {
    for (String path : List.of("/ogc/collections/parcels/items?f=html", "/ogc/collections/idle-cases/items?f=html",
        "/ogc/collections/reference/items?f=html&limit=200", "/ogc/collections/parcels?f=html",
        "/ogc/collections/idle-cases/items/" + encoded(ID) + "?f=html")) {
      page.navigate(server.address() + path);
      if (path.contains("/items")) {
        assertThat(page.locator("body")).containsText(path.contains("reference") ? MARKUP : ID);
      }
      requireCalm();
    }
  }

  @Test
  void inTheReportAndInASearchThatIsMarkupItself() {
    page.navigate(server.address() + "/report?lang=en");
    assertThat(page.locator("body")).containsText("Suspected idle or inefficient");
    requireCalm();
    page.navigate(server.address() + "/ogc/collections/parcels/items?f=html&location=" + encoded(SCRIPT));
    requireCalm();
    page.navigate(server.address() + "/ogc/collections/" + encoded(MARKUP) + "?f=html");
  }
}
