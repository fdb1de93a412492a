package org.parkland.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ScreenshotType;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.parkland.Chromium;
import org.parkland.SampleDistrict;
import org.parkland.analysis.Workspace;

/** {@code bin/screenshots}: every screen of the sample in both languages, as the README shows them. */
final class Screenshots {
  private static final int QUALITY = 80;
  private static final int PAPER_DPI = 110;
  private static final Map<String, Consumer<Page>> SCREENS = new LinkedHashMap<>();
  /** What comes on paper, by the name of its picture. */
  private static final Map<String, String> SHEETS = Map.of("sheet", "/api/print/map.pdf?unit=Z1&paper=a4&labels=class&idle=true",
      "report-pdf", "/api/report.pdf?unit=Z1");

  static {
    SCREENS.put("map", page -> { });
    SCREENS.put("swipe", page -> {
      page.getByTestId("state-swipe").click();
      painted(page);
    });
    SCREENS.put("parcel", page -> {
      tab(page, "idle");
      page.getByTestId("idle-row").first().click();
      page.getByTestId("parcel-card").locator(".card-section").first().waitFor();
      page.waitForTimeout(800);
      painted(page);
    });
    SCREENS.put("redline", page -> {
      page.getByTestId("side-wide").click();
      page.waitForTimeout(500);
      for (Locator section : page.locator(".monitor-section").all()) {
        section.scrollIntoViewIfNeeded();
      }
      settled(page);
      page.locator("#panel-redline").evaluate("panel => panel.scrollTo(0, 0)");
    });
    SCREENS.put("redline-parcels", page -> {
      page.getByTestId("figure-numerator-current").click();
      page.locator(".leaflet-selection-pane path").first().waitFor();
      page.waitForTimeout(800);
      painted(page);
    });
    SCREENS.put("idle", page -> tab(page, "idle"));
    for (String view : new String[] {"funnel", "ranking", "match"}) {
      SCREENS.put(view, page -> {
        tab(page, "idle");
        page.getByTestId("idle-view-" + view).click();
        settled(page);
      });
    }
    SCREENS.put("balance", page -> tab(page, "landuse"));
    SCREENS.put("scenario", Screenshots::scenario);
    SCREENS.put("data", page -> {
      tab(page, "data");
      page.getByTestId("data-file").setInputFiles(Path.of("gis-data/jianghai/parcels-2025.zip"));
      page.getByTestId("data-preview").waitFor();
    });
    SCREENS.put("print", page -> {
      page.locator("[data-key='map.print']").click();
      page.getByTestId("print-go").waitFor();
      page.waitForTimeout(1_000);
    });
    SCREENS.put("report", page -> page.navigate(page.getByTestId("report-page").evaluate("link => link.href").toString()));
  }

  private static final String WAITING = "[...document.querySelectorAll('.skeleton')].some((each) => each.offsetParent"
      + " && each.getBoundingClientRect().top < innerHeight)";

  /** Land in the middle of the map becomes residential. */
  private static void scenario(Page page) {
    tab(page, "scenario");
    page.getByTestId("scenario-start").click();
    page.getByTestId("scenario-ratio").waitFor();
    page.getByTestId("tool-rectangle").click();
    BoundingBox map = page.getByTestId("map").boundingBox();
    page.mouse().click(map.x + map.width * 0.58, map.y + map.height * 0.4);
    page.waitForTimeout(400);
    page.mouse().click(map.x + map.width * 0.75, map.y + map.height * 0.55);
    page.waitForTimeout(1_500);
    page.getByTestId("class-search").fill("070102");
    page.locator("[data-code='070102']").click();
    page.getByTestId("scenario-apply").click();
    page.getByTestId("scenario-changes").locator("li").first().waitFor();
    settled(page);
  }

  private Screenshots() {}

  /** @param arguments the folder for the pictures */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    try (Workspace workspace = SampleDistrict.open(); WebServer server = WebServer.start(workspace);
        Playwright playwright = Chromium.playwright(); Browser browser = Chromium.launch(playwright)) {
      for (String language : new String[] {"zh-CN", "en"}) {
        String ending = (language.equals("en") ? "-en" : "") + ".jpg";
        SCREENS.forEach((name, prepare) ->
            take(browser, server.address() + "/#lang=" + language, prepare, folder.resolve(name + ending)));
        for (Map.Entry<String, String> each : SHEETS.entrySet()) {
          paper(server.address() + each.getValue() + "&lang=" + language, folder.resolve(each.getKey() + ending));
        }
        office(browser, folder, language, ending);
      }
    }
    System.exit(0);
  }

  /** Where there are accounts: logging in, and the trail of what everybody did. */
  private static void office(Browser browser, Path folder, String language, String ending) throws IOException {
    Path home = Files.createTempDirectory("parkland-office");
    try (Office office = Office.open(home); Page page = page(browser)) {
      page.navigate(office.server.address() + "/#panel=data&lang=" + language);
      page.locator("#login-title").waitFor();
      shoot(page, folder.resolve("login" + ending));
      page.locator("#name").fill("admin");
      page.locator("#password").fill(Office.PASSWORD);
      page.locator("#enter").click();
      painted(page);
      page.getByTestId("audit-entry").first().waitFor();
      page.getByTestId("audit").evaluate("trail => trail.scrollIntoView()");
      settled(page);
      page.waitForTimeout(500);
      painted(page);
      shoot(page, folder.resolve("audit" + ending));
    }
  }

  private static void take(Browser browser, String address, Consumer<Page> prepare, Path file) {
    try (Page page = page(browser)) {
      page.navigate(address);
      painted(page);
      settled(page);
      prepare.accept(page);
      settled(page);
      shoot(page, file);
    }
  }

  private static Page page(Browser browser) {
    Page page = browser.newPage(new Browser.NewPageOptions().setViewportSize(1440, 900));
    page.setDefaultTimeout(60_000);
    return page;
  }

  private static void shoot(Page page, Path file) {
    page.waitForTimeout(400);
    page.screenshot(new Page.ScreenshotOptions().setPath(file).setType(ScreenshotType.JPEG).setQuality(QUALITY));
    System.out.println(file);
  }

  /** The first page of a PDF as a picture. */
  private static void paper(String address, Path file) throws IOException {
    try (InputStream in = URI.create(address).toURL().openStream(); PDDocument pdf = Loader.loadPDF(in.readAllBytes())) {
      ImageIO.write(new PDFRenderer(pdf).renderImageWithDPI(0, PAPER_DPI, ImageType.RGB), "jpg", file.toFile());
      System.out.println(file);
    }
  }

  private static void tab(Page page, String name) {
    page.getByTestId("tab-" + name).click();
    settled(page);
  }

  private static void painted(Page page) {
    page.locator("html[data-tiles=ready][data-screen=ready]").waitFor();
  }

  /** Nothing that can be seen still waits for its figures. */
  private static void settled(Page page) {
    do {
      page.waitForTimeout(300);
    } while (Boolean.TRUE.equals(page.evaluate(WAITING)));
  }
}
