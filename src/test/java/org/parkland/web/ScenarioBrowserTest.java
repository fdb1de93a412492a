package org.parkland.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Screen 情景推演: a scenario that breaks the red line, its warning, undo, saving, opening again, comparing. */
class ScenarioBrowserTest extends PageInChromium {
  @TempDir
  private static Path folder;

  @BeforeAll
  static void copy() throws IOException {
    serveCopyIn(folder);
  }

  private String address() {
    return page.url().replaceFirst("#.*", "");
  }

  private void begin() {
    page.navigate(address() + "#map=15/22.5505/113.1525&panel=scenario");
    page.reload();
    waitForTiles();
    page.getByTestId("scenario-start").click();
    assertThat(page.getByTestId("scenario-ratio")).isVisible();
  }

  private void click(double x, double y) {
    BoundingBox box = page.getByTestId("map").boundingBox();
    page.mouse().move(box.x + box.width * x, box.y + box.height * y);
    page.mouse().click(box.x + box.width * x, box.y + box.height * y);
  }

  private void changeWhatARectangleHolds(double west, double north, double east, double south, String code) {
    page.getByTestId("tool-rectangle").click();
    click(west, north);
    page.waitForTimeout(400);
    click(east, south);
    assertThat(page.getByTestId("scenario-chosen")).containsText("已选");
    page.getByTestId("class-search").fill(code);
    page.locator("[data-code='" + code + "']").click();
    page.getByTestId("scenario-apply").click();
  }

  private static String percent(JsonNode redLine) {
    return String.format(Locale.ROOT, "%.2f%%", 100 * redLine.path("ratio").asDouble());
  }

  @Test
  void aChangeThatBreaksTheRedLineSaysSoBeforeItIsSaved() throws Exception {
    JsonNode district = json("/api/redline?unit=D1").path("units").get(0).path("redLine");
    begin();
    Locator ratio = page.getByTestId("scenario-ratio");
    assertThat(ratio).hasText(percent(district));
    assertThat(page.getByTestId("scenario-status")).containsText("达标");
    changeWhatARectangleHolds(0.3, 0.25, 0.75, 0.8, "070102");
    Locator warning = page.getByTestId("scenario-warning");
    assertThat(warning).containsText("江海区：" + percent(district));
    assertThat(page.getByTestId("scenario-status")).containsText("突破红线");
    assertThat(page.getByTestId("scenario-changes").locator("li")).hasCount(1);
    shoot("scenario-breaks");
    String broken = ratio.textContent();

    page.getByTestId("scenario-undo").click();
    assertThat(ratio).hasText(percent(district));
    assertThat(warning).hasCount(0);
    page.locator("#map").focus();
    page.keyboard().press("Control+y");
    assertThat(ratio).hasText(broken);

    Locator menu = page.getByTestId("scenario").locator(".export-menu");
    menu.locator("summary").click();
    menu.locator("select").first().selectOption("geojson");
    Download file = page.waitForDownload(() -> menu.locator("a").click());
    assertThat(file.suggestedFilename()).endsWith(".geojson");
    JsonNode land = new ObjectMapper().readTree(file.path().toFile()).path("features");
    assertThat(land).isNotEmpty().anySatisfy(each -> assertThat(each.path("properties").toString()).contains("070102"));

    page.getByTestId("save-name").fill("东部改居住");
    page.getByTestId("save-by").fill("规划科");
    page.getByTestId("scenario-save").click();
    assertThat(page.getByTestId("scenario-name")).hasText("东部改居住");
    assertThat(page).hasURL(Pattern.compile(".*scenario=\\d+.*"));
    page.reload();
    waitForTiles();
    assertThat(ratio).hasText(broken);
    assertThat(warning).isVisible();
    assertThat(page.getByTestId("scenario-name")).hasText("东部改居住");
    shoot("scenario-reopened");
    page.getByTestId("language").click();
    assertThat(warning).containsText("Red line broken");
    shoot("scenario-en");
  }

  @Test
  void parcelsAreDividedAndScenariosCompared() throws Exception {
    begin();
    page.getByTestId("tool-point").click();
    click(0.5, 0.5);
    assertThat(page.getByTestId("scenario-chosen")).containsText("已选 1 宗");
    page.getByTestId("scenario-split").click();
    click(0.505, 0.2);
    page.waitForTimeout(400);
    click(0.505, 0.85);
    page.locator("#map").focus();
    page.keyboard().press("Enter");
    assertThat(page.getByTestId("scenario-changes").locator("li")).containsText("分割");
    for (String name : new String[] {"方案甲", "方案乙"}) {
      page.getByTestId("save-name").fill(name);
      page.getByTestId("save-by").fill("规划科");
      page.getByTestId("scenario-save").click();
      assertThat(page.getByTestId("scenario-name")).hasText(name);
      page.getByTestId("scenario-leave").click();
      page.getByTestId("scenario-start").click();
      changeWhatARectangleHolds(0.3, 0.3, 0.4, 0.45, "1401");
      assertThat(page.getByTestId("scenario-changes").locator("li")).hasCount(1);
    }
    page.getByTestId("scenario-mark").nth(0).check();
    page.getByTestId("scenario-mark").nth(1).check();
    page.getByTestId("scenario-compare").click();
    assertThat(page.getByTestId("compare-table").locator("thead th")).hasCount(3);
    assertThat(page.locator(".mini-map.leaflet-container")).hasCount(2);
    page.waitForTimeout(1500);
    shoot("scenario-compare");
    page.getByTestId("compare-close").click();
    assertThat(page.getByTestId("compare-table")).hasCount(0);
    withdraw("方案乙");
  }

  private void withdraw(String name) throws Exception {
    Locator row = page.getByTestId("scenario-saved").locator("li").filter(new Locator.FilterOptions().setHasText(name));
    row.getByTestId("scenario-withdraw").click();
    row.getByTestId("withdraw-reason").fill("不再采用");
    row.getByTestId("withdraw-by").fill("规划科");
    row.getByTestId("withdraw-send").click();
    assertThat(row).hasCount(0);
    assertThat(json("/api/scenarios").path("scenarios").toString()).contains("方案甲").doesNotContain(name);
  }
}
