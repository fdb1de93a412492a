package org.parkland.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every screen in both languages before axe-core: nothing serious. */
class AccessBrowserTest extends PageInChromium {
  /** Runs the rules of WCAG 2.1 A and AA; answers what is serious or critical, with the places. */
  private static final String RUN = """
      async () => (await axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"] })).violations
        .filter(({ impact }) => impact === "serious" || impact === "critical")
        .map(({ id, help, nodes }) => `${id}: ${help} — ${nodes.map((node) =>
          node.target.join(" ") + " " + (node.any[0]?.message ?? "")).join(" | ")}`)
      """;

  @Test
  void mapAndPanels() throws IOException {
    for (String tab : List.of("redline", "landuse", "idle")) {
      page.getByTestId("tab-" + tab).click();
      page.locator(".panel:not([hidden]) .monitor-section").all().forEach(Locator::scrollIntoViewIfNeeded);
      settle();
      inBothLanguages(tab);
    }
  }

  @Test
  void theStepsOfIdleLand() throws IOException {
    page.getByTestId("tab-idle").click();
    for (String step : List.of("funnel", "ranking", "match")) {
      page.getByTestId("idle-view-" + step).click();
      settle();
      inBothLanguages(step);
    }
  }

  @Test
  void aParcelsCard() throws IOException {
    page.getByTestId("tab-idle").click();
    page.getByTestId("idle-row").first().click();
    page.getByTestId("corrections").locator("summary").click();
    inBothLanguages("parcel");
  }

  private void settle() {
    page.locator(".panel:not([hidden]) .skeleton").first().waitFor(HIDDEN);
  }

  private void inBothLanguages(String screen) throws IOException {
    judge(screen);
    page.getByTestId("language").click();
    page.locator("html[lang=en]").waitFor();
    judge(screen + " in English");
    page.getByTestId("language").click();
    page.locator("html[lang=zh-CN]").waitFor();
  }

  @SuppressWarnings("unchecked")
  private void judge(String screen) throws IOException {
    if (!Boolean.TRUE.equals(page.evaluate("typeof axe === 'object'"))) {
      page.evaluate(axe());
    }
    List<String> found = (List<String>) page.evaluate(RUN);
    assertThat(Map.of(screen, found)).isEqualTo(Map.of(screen, List.of()));
  }

  private static String axe() throws IOException {
    try (InputStream in = AccessBrowserTest.class.getClassLoader().getResourceAsStream("axe.min.js")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
