package org.parkland.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The map's main flows: swipe, search, links, layers, keyboard alone, small screens, a page that does not jump. */
class FlowsBrowserTest extends PageInChromium {
  private static final List<String> TABS = List.of("tab-redline", "tab-landuse", "tab-scenario", "tab-idle", "tab-data");
  private static final String DRAGGED = "Math.round(document.querySelector('.swipe').getBoundingClientRect().left)";

  @Test
  void theSwipeDividerFollowsMouseAndKeys() {
    page.getByTestId("state-swipe").click();
    waitForTiles();
    Locator grip = page.locator(".swipe-grip");
    BoundingBox box = grip.boundingBox();
    int before = (int) page.evaluate(DRAGGED);
    page.mouse().move(box.x + box.width / 2, box.y + box.height / 2);
    page.mouse().down();
    page.mouse().move(box.x + box.width / 2 - 200, box.y + box.height / 2);
    page.mouse().up();
    assertThat((int) page.evaluate(DRAGGED)).isBetween(before - 202, before - 198);
    grip.focus();
    page.keyboard().press("ArrowRight");
    assertThat((int) page.evaluate(DRAGGED)).isGreaterThan(before - 197);
    assertThat(page.locator(".swipe-left")).containsText("现状");
    assertThat(page.locator(".swipe-right")).containsText("规划");
    shoot("swipe");
  }

  @Test
  void initialsFindAUnitAndEnterGoesThere() {
    page.getByTestId("search").fill("aqyj");
    page.locator("[role=option]").filter(new Locator.FilterOptions().setHasText("安全应急产业园")).waitFor();
    page.keyboard().press("Enter");
    page.waitForURL(Pattern.compile("unit="));
    assertThat(page.locator("#unit")).not().hasValue("");
  }

  @Test
  void aLinkShowsWhatItsSenderSaw() {
    page.getByTestId("tab-landuse").click();
    page.getByTestId("state-planned").click();
    page.locator("[data-key='layer-units:street']").check();
    page.waitForURL(Pattern.compile("layers=.*units:street"));
    String link = page.url();
    page.evaluate("localStorage.clear()");
    page.navigate("about:blank");
    page.navigate(link);
    waitForTiles();
    assertThat(page.locator("[data-key='layer-units:street']")).isChecked();
    assertThat(page.getByTestId("tab-landuse")).hasAttribute("aria-selected", "true");
    assertThat(page.getByTestId("state-planned")).hasAttribute("aria-pressed", "true");
  }

  @Test
  void groupsOfLayersChangePlaces() {
    Locator groups = page.locator("[data-testid^=layers-]");
    groups.first().waitFor();
    page.getByTestId("layers.up-reference").click();
    assertThat(page.locator(".layer-group").last()).hasAttribute("data-testid", "layers-constraint");
    assertThat(page.locator("*:focus")).hasAttribute("data-testid", "layers.up-reference");
  }

  @Test
  void coordinatesAreCopiedByAClick() {
    page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
    BoundingBox map = page.getByTestId("map").boundingBox();
    page.mouse().move(map.x + map.width / 2, map.y + map.height / 2);
    page.locator(".coordinates").first().click();
    assertThat((String) page.evaluate("navigator.clipboard.readText()")).matches("24\\d{5}\\.\\d{3},38\\d{6}\\.\\d{3}");
  }

  /** From the first Tab to a parcel's card and back, without a mouse. */
  @Test
  void theKeyboardAloneReachesAParcel() {
    page.keyboard().press("Tab");
    assertThat(page.locator("*:focus")).hasClass(Pattern.compile("skip"));
    boolean onMap = false;
    for (int i = 0; i < 90 && !onMap; i++) {
      page.keyboard().press("Tab");
      assertThat((boolean) page.evaluate("document.activeElement !== document.body")).as("a stop at Tab " + i).isTrue();
      onMap = (boolean) page.evaluate("document.activeElement.id === 'map'");
    }
    assertThat(onMap).as("the map is reached").isTrue();
    page.keyboard().press("Enter");
    page.getByTestId("parcel-card").locator(".card-section").first().waitFor();
    page.keyboard().press("Escape");
    assertThat(page.getByTestId("parcel-card")).isHidden();
    assertThat((String) page.evaluate("document.activeElement.id")).isEqualTo("map");
  }

  /** A tablet, and 200% on a screen of 1920×1080: everything is there and nothing sticks out, in either language. */
  @Test
  void smallScreensHoldThePage() {
    for (String language : new String[] {"zh-CN", "en"}) {
      page.locator("html[lang=" + language + "]").waitFor();
      for (int[] size : new int[][] {{1024, 768}, {960, 540}}) {
        page.setViewportSize(size[0], size[1]);
        assertThat((int) page.evaluate("document.documentElement.scrollWidth - innerWidth")).isLessThanOrEqualTo(0);
        BoundingBox map = page.getByTestId("map").boundingBox();
        assertThat(map.width).as("map at " + size[0]).isGreaterThan(size[0] / 4.0);
        for (String tab : TABS) {
          page.getByTestId(tab).click();
          everythingIsWithin(size[0], language + " at " + size[0] + " with " + tab);
        }
        page.getByTestId(TABS.get(0)).click();
        shoot("small-" + size[0] + "-" + language);
      }
      page.getByTestId("language").click();
    }
  }

  @Test
  void figuresTakeMoreRoomOnASmallScreenToo() {
    page.setViewportSize(960, 540);
    Locator panel = page.locator("#panel-redline");
    double before = panel.boundingBox().width;
    page.getByTestId("side-wide").click();
    assertThat(panel.boundingBox().width).isGreaterThan(1.5 * before);
  }

  private void everythingIsWithin(int width, String where) {
    for (String id : Stream.concat(Stream.of("language", "search"), TABS.stream()).toList()) {
      BoundingBox box = page.getByTestId(id).boundingBox();
      assertThat(box.x + box.width).as(id + ", " + where).isLessThanOrEqualTo(width);
      assertThat(box.width).as(id + ", " + where).isGreaterThan(10);
    }
  }

  /** Layout shift as the browser counts it; 0.1 is what is commonly called good. */
  @Test
  void nothingJumpsWhileThePageLoads() {
    page.addInitScript("window.shift = 0; new PerformanceObserver((list) => { for (const each of list.getEntries())"
        + " { window.shift += each.value; } }).observe({ type: 'layout-shift', buffered: true });");
    page.reload();
    waitForTiles();
    page.locator("[data-testid=legend] .num").first().waitFor();
    page.waitForTimeout(500);
    assertThat(((Number) page.evaluate("window.shift")).doubleValue()).isLessThan(0.05);
  }
}
