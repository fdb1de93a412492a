package org.parkland.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Screen 红线监测: charts, definitions, ledger, protection line, and the parcels behind each figure. */
class RedLineBrowserTest extends PageInChromium {
  private Locator section(String name) {
    Locator section = page.getByTestId("monitor-" + name);
    section.scrollIntoViewIfNeeded();
    section.locator(".skeleton").first().waitFor(HIDDEN);
    return section;
  }

  @Test
  void aFigureOpensItsParcelsInTheListAndOnTheMap() throws Exception {
    JsonNode counted = json("/api/counted?unit=D1&part=numerator&limit=1");
    byte[] before = page.getByTestId("map").screenshot();
    page.getByTestId("figure-numerator-current").click();
    assertThat(page.getByTestId("list-sum")).containsText(counted.path("total").asText());
    assertThat(page.getByTestId("list-sum")).containsText(hectares(counted.path("areaM2").asDouble()));
    Locator first = page.getByTestId("listed-parcel").first();
    assertThat(first).containsText(counted.path("parcels").get(0).path("parcel").asText());
    page.locator(".leaflet-selection-pane path").first().waitFor();
    assertThat(page.getByTestId("map").screenshot()).isNotEqualTo(before);
    first.click();
    assertThat(page.getByTestId("parcel-card")).containsText(counted.path("parcels").get(0).path("parcel").asText());
    page.getByTestId("list-back").click();
    assertThat(page.getByTestId("redline-ratio")).isVisible();
    assertThat(page.locator("*:focus")).hasAttribute("data-testid", "figure-numerator-current");
  }

  @Test
  void definitionsStandSideBySideWithTheLandBetweenThem() throws Exception {
    JsonNode answer = json("/api/policies/compare?unit=D1&a=industrial-30&b=strict-industrial-30");
    Locator section = section("definitions");
    for (String side : new String[] {"a", "b"}) {
      assertThat(section).containsText(percent(answer.path(side).path("redLine").path("ratio").asDouble()));
    }
    section.getByTestId("difference-parcels").click();
    assertThat(page.getByTestId("list-sum")).containsText(String.valueOf(answer.path("parcels").size()));
  }

  @Test
  void chartsAreDrawnOnceTheyAreSeen() {
    assertThat(section("units").locator("svg")).isVisible();
    assertThat(section("trend").locator("svg")).containsText("30%");
    assertThat(section("ledger").locator("svg")).isVisible();
    page.getByTestId("side-wide").click();
    section("parks");
    shoot("monitor");
    page.getByTestId("language").click();
    assertThat(page.getByTestId("monitor-ledger")).containsText("Class changed");
    shoot("monitor-en");
  }

  @Test
  void theLedgerOpensTheParcelsThatMovedTheShare() throws Exception {
    JsonNode ledger = json("/api/ledger?unit=D1");
    long changed = 0;
    for (JsonNode entry : ledger.path("entries")) {
      changed += entry.path("change").asText().equals("changed-class") ? 1 : 0;
    }
    section("ledger").getByTestId("ledger-changed-class").click();
    assertThat(page.getByTestId("list-sum")).containsText(String.valueOf(changed));
    assertThat(page.getByTestId("listed-parcel").first()).containsText("→");
  }

  @Test
  void encroachmentsOnTheProtectionLineOpen() throws Exception {
    JsonNode answer = json("/api/protection");
    Locator link = section("protection").getByTestId("encroachments");
    assertThat(link).containsText(String.valueOf(answer.path("encroachments").size()));
    link.click();
    assertThat(page.getByTestId("list-sum")).containsText(hectares(answer.path("encroachmentsM2").asDouble()));
    page.locator(".leaflet-selection-pane path").first().waitFor();
  }

  private static String hectares(double areaM2) {
    return String.format(Locale.ROOT, "%,.2f", areaM2 / 10_000);
  }

  private static String percent(double ratio) {
    return String.format(Locale.ROOT, "%.2f", 100 * ratio);
  }
}
