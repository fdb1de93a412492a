package org.parkland.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Screen 存量盘活: from the funnel through the ranking to sites for a project. */
class SitesBrowserTest extends PageInChromium {
  private void show(String view) {
    page.getByTestId("tab-idle").click();
    page.getByTestId("idle-view-" + view).click();
  }

  @Test
  void aStepOfTheFunnelShowsItsParcelsWithTheirReasons() throws Exception {
    show("funnel");
    JsonNode step = json("/api/funnel?step=planned&limit=20");
    page.getByTestId("funnel-planned").click();
    Locator rows = page.getByTestId("funnel-site-row");
    assertThat(rows).hasCount(step.path("sites").size());
    assertThat(rows.first()).containsText(step.path("sites").get(0).path("reason").asText());
    rows.first().click();
    assertThat(page.getByTestId("parcel-card")).containsText(step.path("sites").get(0).path("parcel").asText());
    shoot("funnel");
  }

  @Test
  void slidersRankAnew() throws Exception {
    show("ranking");
    String policyFirst = json("/api/candidates?limit=1").path("candidates").get(0).path("parcel").asText();
    Locator first = page.getByTestId("candidate-row").first();
    assertThat(first).containsText(policyFirst);
    for (JsonNode criterion : json("/api/candidates?limit=1").path("criteria")) {
      if (!criterion.path("key").asText().equals("area")) {
        page.getByTestId("weight-" + criterion.path("key").asText()).fill("0");
      }
    }
    String largest = json("/api/candidates?sort=-area&limit=1").path("candidates").get(0).path("parcel").asText();
    assertThat(largest).isNotEqualTo(policyFirst);
    assertThat(first).containsText(largest);
    Locator menu = page.getByTestId("ranking").locator(".export-menu");
    menu.locator("summary").click();
    assertThat(menu.locator("a")).hasAttribute("href", Pattern.compile("/api/export/candidates\\?.*weights=.*road%3D0.*"));
    first.click();
    assertThat(page.getByTestId("parcel-card")).containsText("疑似");
    shoot("ranking");
    page.locator(".sliders .button").click();
    assertThat(first).containsText(policyFirst);
  }

  @Test
  void aProjectGetsSitesWithReasons() throws Exception {
    show("match");
    page.getByTestId("match-project").selectOption("XM26");
    JsonNode offer = json("/api/match?project=XM26").path("offers").get(0);
    Locator card = page.getByTestId("offer").first();
    assertThat(card).containsText(offer.path("reasons").get(0).asText());
    shoot("match");
    page.getByTestId("language").click();
    assertThat(card).containsText(offer.path("reasonsEn").get(0).asText());
    assertThat(page.getByTestId("idle-view-match")).hasText(Pattern.compile("Matching"));
  }

  @Test
  void aParcelOffersItsCorrections() {
    show("list");
    page.getByTestId("idle-row").first().click();
    Locator corrections = page.getByTestId("corrections");
    corrections.locator("summary").click();
    assertThat(corrections.getByTestId("correction-field")).hasValue("started_on");
    corrections.getByTestId("correction-field").selectOption("cause");
    assertThat(corrections.getByTestId("correction-value")).isVisible();
    shoot("corrections");
  }
}
