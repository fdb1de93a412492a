package org.parkland.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.parkland.Chromium;
import org.parkland.SampleDistrict;
import org.parkland.analysis.Workspace;
import org.parkland.config.Setting;
import org.parkland.config.Settings;

/** The page in Chromium, on a real server with the sample district. Screenshots go to target/screenshots. */
abstract class PageInChromium {
  /** To wait until something has gone. */
  static final Locator.WaitForOptions HIDDEN = new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN);

  private static final Path SCREENSHOTS = Path.of("target/screenshots");
  private static Workspace workspace;
  private static WebServer server;
  private static Playwright playwright;
  private static Browser browser;

  private final List<String> complaints = new ArrayList<>();
  private BrowserContext context;
  Page page;

  @BeforeAll
  static void start() {
    start(SampleDistrict.open());
  }

  /** On a database of the test's own, which it may write into. */
  static void restart(Workspace own) {
    stop();
    start(own);
  }

  private static void start(Workspace opened) {
    workspace = opened;
    server = WebServer.start(workspace);
    playwright = Chromium.playwright();
    browser = Chromium.launch(playwright);
  }

  /** The server ends; its address answers no longer. */
  static void stopServer() {
    server.close();
  }

  /** The server is there again, at the same address. */
  static void startServerAgain() {
    Settings same = workspace.settings().with(Setting.PORT, String.valueOf(URI.create(server.address()).getPort()));
    server = WebServer.start(new Workspace(same, workspace.district(), workspace.standards(), workspace.policies(),
        workspace.store()));
  }

  /** For tests that write: from now on the server works on a copy of the sample. */
  static void serveCopyIn(Path folder) throws IOException {
    server.close();
    workspace.close();
    workspace = Workspace.open(SampleDistrict.settings(
        Files.copy(SampleDistrict.database(), folder.resolve("copy.gpkg"))));
    server = WebServer.start(workspace);
  }

  @AfterAll
  static void stop() {
    browser.close();
    playwright.close();
    server.close();
    workspace.close();
  }

  @BeforeEach
  void openPage() {
    context = browser.newContext(new Browser.NewContextOptions().setViewportSize(1920, 1080));
    page = context.newPage();
    page.onConsoleMessage(message -> {
      if (message.type().equals("error") || message.type().equals("warning")) {
        complaints.add(message.text());
      }
    });
    page.onPageError(complaints::add);
    page.onRequestFailed(this::complainOf);
    page.navigate(server.address());
    waitForTiles();
  }

  @AfterEach
  void closePage() {
    context.close();
    assertThat(complaints).isEmpty();
  }

  /** The page itself ends a request that a later one replaces. */
  private void complainOf(Request request) {
    if (!request.failure().contains("ERR_ABORTED")) {
      complaints.add("failed: " + request.url());
    }
  }

  /** Complaints about an answer that the test asked for, such as a refusal. */
  void forgive(List<String> parts) {
    complaints.removeIf(each -> parts.stream().anyMatch(each::contains));
  }

  /** Until the map is painted and the panels stand around it. */
  void waitForTiles() {
    page.locator("html[data-tiles=ready][data-screen=ready]").waitFor();
  }

  void shoot(String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
  }

  static JsonNode json(String path) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(server.address() + path)).build();
    return new ObjectMapper().readTree(HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body());
  }
}
