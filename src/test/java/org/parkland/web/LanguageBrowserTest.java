package org.parkland.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every screen to the last word: no Chinese on English pages but names of the data, and no English on Chinese ones. */
class LanguageBrowserTest extends PageInChromium {
  private static final List<String> SAID = List.of("/api/district", "/api/units", "/api/layers/units",
      "/api/layers/protection", "/api/layers/constraint", "/api/layers/reference", "/api/idle?limit=1000",
      "/api/candidates?limit=1000", "/api/match", "/api/protection", "/api/parks", "/api/snapshots", "/api/ledger?unit=D1"
      + "&from=2020-12-31&to=2025-12-31", "/api/counted?unit=D1&limit=500", "/api/search?q=GB", "/api/redline?unit=Z1", "/api/scenarios",
      "/api/audit?limit=200");
  /** What can be seen or is read aloud. */
  private static final String TEXTS = """
      () => {
        const seen = [];
        const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (walk.nextNode()) {
          const parent = walk.currentNode.parentElement;
          if (!parent.closest("script, style, noscript, body [lang]") && parent.checkVisibility()) {
            seen.push(walk.currentNode.textContent);
          }
        }
        for (const element of document.body.querySelectorAll("[aria-label], [title], [placeholder], [alt]")) {
          if (element.checkVisibility()) {
            seen.push(...["aria-label", "title", "placeholder", "alt"].map((name) => element.getAttribute(name) ?? ""));
          }
        }
        return [document.title, ...seen].filter((text) => text.trim());
      }
      """;
  private static final Wording WORDING = new Wording();

  @BeforeAll
  static void learn() throws Exception {
    for (String path : SAID) {
      WORDING.learn(json(path));
    }
  }

  /** A desk's screen, and a wide one at 200%. */
  private static final int[][] SIZES = {{1440, 900}, {960, 540}};

  /** Tables wider than the panel that they stand in, where nothing scrolls sideways. */
  private static final String STICKING_OUT = """
      [...document.querySelectorAll(".panel:not([hidden]) table")].filter((table) => {
        const room = table.parentElement;
        const style = getComputedStyle(room);
        return (room.classList.contains("panel") || style.overflowX === "visible")
            && table.offsetWidth > room.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight) + 1;
      }).map((table) => table.className)""";

  private void inBothLanguages(String screen) {
    assertThat(Map.of(screen, WORDING.englishIn(texts()))).isEqualTo(Map.of(screen, List.of()));
    assertThat(page.evaluate(STICKING_OUT)).isEqualTo(List.of());
    page.getByTestId("language").click();
    page.locator("html[lang=en]").waitFor();
    settle();
    assertThat(Map.of(screen, WORDING.chineseIn(texts()))).isEqualTo(Map.of(screen, List.of()));
    assertThat(page.evaluate(STICKING_OUT)).isEqualTo(List.of());
    page.getByTestId("language").click();
    page.locator("html[lang=zh-CN]").waitFor();
    settle();
  }

  @SuppressWarnings("unchecked")
  private List<String> texts() {
    return (List<String>) page.evaluate(TEXTS);
  }

  private void settle() {
    page.waitForTimeout(250);
    page.locator(".panel:not([hidden]) .skeleton").first().waitFor(HIDDEN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"redline", "landuse", "idle", "scenario", "data"})
  void panels(String tab) {
    page.getByTestId("tab-" + tab).click();
    for (Locator section : page.locator(".panel:not([hidden]) .monitor-section").all()) {
      section.scrollIntoViewIfNeeded();
      section.locator(".skeleton").first().waitFor(HIDDEN);
    }
    for (int[] size : SIZES) {
      page.setViewportSize(size[0], size[1]);
      settle();
      inBothLanguages(tab);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"funnel", "ranking", "match"})
  void stepsOfIdleLand(String step) {
    page.getByTestId("tab-idle").click();
    page.getByTestId("idle-view-" + step).click();
    for (int[] size : SIZES) {
      page.setViewportSize(size[0], size[1]);
      settle();
      inBothLanguages(step);
    }
  }

  @Test
  void parcelCardAndPrintPanel() {
    page.getByTestId("tab-idle").click();
    page.getByTestId("idle-row").first().click();
    page.getByTestId("corrections").locator("summary").click();
    inBothLanguages("parcel");
    page.locator("[data-key='map.print']").click();
    page.getByTestId("print-go").waitFor();
    inBothLanguages("print");
  }

  @Test
  void scenarioAtWork() {
    page.getByTestId("tab-scenario").click();
    page.getByTestId("scenario-start").click();
    page.getByTestId("scenario-ratio").waitFor();
    inBothLanguages("scenario at work");
  }

  @Test
  void fileBeforeItsImport() throws Exception {
    page.getByTestId("tab-data").click();
    page.getByTestId("data-file").setInputFiles(Path.of("gis-data/jianghai/units.geojson"));
    page.getByTestId("data-preview").waitFor();
    WORDING.learnFile(Path.of("gis-data/jianghai/units.geojson"));
    inBothLanguages("preview");
  }

  @Test
  void report() {
    String address = page.url().replaceFirst("/(#.*)?$", "/report?unit=Z1&lang=");
    // The first report of a server draws many maps.
    page.navigate(address + "en", new Page.NavigateOptions().setTimeout(90_000));
    assertThat(WORDING.chineseIn(texts())).isEmpty();
    page.navigate(address + "zh-CN");
    assertThat(WORDING.englishIn(texts())).isEmpty();
  }
}
