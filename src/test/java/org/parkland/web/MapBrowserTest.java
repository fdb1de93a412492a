package org.parkland.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.LoadState;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The map and its panels. */
class MapBrowserTest extends PageInChromium {
  @Test
  void theMapIsPaintedInTheColoursOfTheStandard() {
    shoot("map");
    assertThat(shareOfColour(0xBB, 0x96, 0x74)).as("industrial land").isGreaterThan(0.02);
    assertThat(page.getByTestId("legend")).containsText("工矿用地");
    assertThat(page.getByTestId("synthetic")).hasText("示例数据");
  }

  @Test
  void theRedLineShownIsThatOfTheApi() throws Exception {
    JsonNode district = null;
    for (JsonNode unit : json("/api/redline").path("units")) {
      district = unit.path("kind").asText().equals("district") ? unit : district;
    }
    String percent = String.format(Locale.ROOT, "%.2f", 100 * district.path("redLine").path("ratio").asDouble());
    assertThat(page.getByTestId("redline-ratio")).containsText(percent);
    assertThat(page.getByTestId("redline-status")).containsText("达标");
  }

  @Test
  void clickingAParcelShowsWhatTheApiSaysOfIt() throws Exception {
    BoundingBox map = page.getByTestId("map").boundingBox();
    page.mouse().click(map.x + map.width / 2, map.y + map.height / 2);
    Locator card = page.getByTestId("parcel-card");
    card.waitFor();
    page.waitForURL(Pattern.compile("parcel="));
    String id = Pattern.compile("parcel=([^&]+)").matcher(page.url()).results().findFirst()
        .orElseThrow(() -> new AssertionError("the address names no parcel: " + page.url())).group(1);
    JsonNode parcel = json("/api/parcels/" + id);
    assertThat(card).containsText(parcel.path("landUse").path("name").asText());
    assertThat(card).containsText(parcel.path("units").get(1).path("name").asText());
    shoot("parcel");
  }

  @Test
  void plannedUseRedrawsTheMap() {
    // The lines that come later hide some of the land: it is measured when they lie there.
    page.waitForLoadState(LoadState.NETWORKIDLE);
    page.waitForCondition(() -> shareOfColour(0xB3, 0x26, 0x1E) > 0);
    double current = shareOfColour(0xBB, 0x96, 0x74);
    page.getByTestId("state-planned").click();
    waitForTiles();
    assertThat(shareOfColour(0xBB, 0x96, 0x74)).as("industrial land").isGreaterThan(1.05 * current);
    shoot("planned");
  }

  @Test
  void theLanguageSwitchesToEnglishAndBack() {
    page.getByTestId("language").click();
    assertThat(page.getByTestId("redline-status")).containsText("Meets the line");
    assertThat(page.locator("html")).hasAttribute("lang", Pattern.compile("en.*"));
    shoot("map-en");
    page.getByTestId("language").click();
    assertThat(page.getByTestId("redline-status")).containsText("达标");
  }

  @Test
  void anIdleCaseZoomsToItsParcel() {
    page.getByText("存量盘活").first().click();
    Locator row = page.getByTestId("idle-row").first();
    row.waitFor();
    String status = row.locator(".case-status").textContent();
    row.click();
    page.getByTestId("parcel-card").waitFor();
    page.waitForTimeout(800);
    waitForTiles();
    assertThat(page.getByTestId("parcel-card")).containsText(status);
    shoot("idle");
  }

  @Test
  void searchOpensAUnit() {
    page.getByTestId("search").locator("input").or(page.locator("input[data-testid=search]")).first().fill("安全应急");
    page.getByText("安全应急产业园").first().waitFor();
    page.keyboard().press("ArrowDown");
    page.keyboard().press("Enter");
    page.waitForURL(Pattern.compile("unit="));
    assertThat(page.locator("#unit option:checked")).containsText("安全应急产业园");
    theMapCameTo("1:16,000");
    shoot("search");
  }

  @Test
  void theLinesLieWhereTheyLieHoweverTheMapCameThere() {
    goTo("15/22.556/113.13", "1:16,000");
    for (int drag = 0; drag < 2; drag++) {
      drag(700);
    }
    waitForTiles();
    page.waitForTimeout(500);
    double dragged = shareOfColour(0xB3, 0x26, 0x1E);
    page.reload();
    waitForTiles();
    page.waitForTimeout(1500);
    // Dashes begin where a line enters what is drawn, and so elsewhere.
    assertThat(dragged).as("protection lines").isPositive().isCloseTo(shareOfColour(0xB3, 0x26, 0x1E), withinPercentage(10));
  }

  private void drag(int pixels) {
    BoundingBox map = page.getByTestId("map").boundingBox();
    page.mouse().move(map.x + map.width - 60, map.y + map.height / 2);
    page.mouse().down();
    for (int step = 1; step <= 10; step++) {
      page.mouse().move(map.x + map.width - 60 - pixels / 10.0 * step, map.y + map.height / 2);
      page.waitForTimeout(30);
    }
    page.waitForTimeout(300); // held still, so that the map does not glide on
    page.mouse().up();
  }

  @Test
  void theParcelUnderThePointerIsOutlinedAndNoOther() {
    goTo("16/22.555/113.13", "1:7,900");
    Locator outline = page.locator(".leaflet-hover-pane canvas");
    BoundingBox map = page.getByTestId("map").boundingBox();
    page.mouse().move(map.x + map.width / 2 + 5, map.y + map.height / 2 + 5);
    outline.first().waitFor();
    assertThat(page.locator("#status-bar .under")).containsText(Pattern.compile("[0-9]{4}"));
    page.mouse().move(map.x - 30, map.y + map.height / 2);
    assertThat(outline).hasCount(0);
  }

  /** The wheel zooms around the pointer: what lay under it still does, and is outlined without a further move. */
  @Test
  void theParcelUnderAPointerThatRestsIsFoundAgainWhenTheMapHasMovedBelowIt() {
    goTo("16/22.555/113.13", "1:7,900");
    BoundingBox map = page.getByTestId("map").boundingBox();
    page.mouse().move(map.x + map.width / 2 + 45, map.y + map.height / 2 + 35);
    Locator outline = page.locator(".leaflet-hover-pane canvas");
    outline.first().waitFor();
    Locator under = page.locator("#status-bar .under");
    Locator degrees = page.locator("[data-kind='status.degrees']");
    String before = under.textContent();
    String place = degrees.textContent();
    page.mouse().wheel(0, -100);
    theMapCameTo("1:3,900");
    outline.first().waitFor();
    assertThat(under).hasText(before);
    assertThat(degrees).hasText(place);
  }

  /** A tap outlines what it chose; once the map is dragged on, no finger rests where it was. */
  @Test
  void aTapOutlinesItsParcelUntilTheMapIsTouchedAgain() {
    goTo("16/22.555/113.13", "1:7,900");
    BoundingBox map = page.getByTestId("map").boundingBox();
    double x = map.x + map.width / 2 + 45;
    double y = map.y + map.height / 2 + 35;
    CDPSession fingers = page.context().newCDPSession(page);
    touch(fingers, "touchStart", x, y);
    touch(fingers, "touchEnd", x, y);
    Locator outline = page.locator(".leaflet-hover-pane canvas");
    outline.first().waitFor();
    page.waitForURL(Pattern.compile("parcel="));
    String address = page.url();
    touch(fingers, "touchStart", x, y);
    for (int moved = 20; moved <= 200; moved += 20) {
      touch(fingers, "touchMove", x - moved, y);
    }
    touch(fingers, "touchEnd", x - 200, y);
    page.waitForURL(url -> !url.equals(address));
    waitForTiles();
    page.evaluate("new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))");
    assertThat(outline).hasCount(0);
  }

  private static void touch(CDPSession fingers, String type, double x, double y) {
    JsonObject event = new JsonObject();
    event.addProperty("type", type);
    JsonArray points = new JsonArray();
    if (!type.equals("touchEnd")) {
      JsonObject point = new JsonObject();
      point.addProperty("x", x);
      point.addProperty("y", y);
      points.add(point);
    }
    event.add("touchPoints", points);
    fingers.send("Input.dispatchTouchEvent", event);
  }

  private void goTo(String place, String scale) {
    page.evaluate("place => { location.hash = 'map=' + place; }", place);
    theMapCameTo(scale);
  }

  /** The tiles alone would not tell: those of before are painted until the map sets out. */
  private void theMapCameTo(String scale) {
    assertThat(page.locator(".scale-ratio")).hasText(scale);
    waitForTiles();
  }

  @Test
  void whoSeesTheWholeDistrictStillDoesWhenThePanelWidens() {
    page.setViewportSize(1440, 900);
    assertThat(page.locator(".scale-ratio")).hasText("1:63,000");
    page.getByTestId("tab-data").click();
    assertThat(page.locator(".scale-ratio")).hasText("1:130,000");
  }

  /** Share of the map's pixels that have a colour. */
  private double shareOfColour(int red, int green, int blue) {
    try {
      var image = javax.imageio.ImageIO.read(new java.io.ByteArrayInputStream(page.getByTestId("map").screenshot()));
      int wanted = red << 16 | green << 8 | blue;
      long hits = 0;
      for (int y = 0; y < image.getHeight(); y++) {
        for (int x = 0; x < image.getWidth(); x++) {
          hits += (image.getRGB(x, y) & 0xffffff) == wanted ? 1 : 0;
        }
      }
      return hits / (double) (image.getWidth() * image.getHeight());
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
