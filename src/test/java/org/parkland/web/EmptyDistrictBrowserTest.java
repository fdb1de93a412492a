package org.parkland.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parkland.SampleDistrict;
import org.parkland.analysis.Workspace;
import org.parkland.store.embedded.EmbeddedStore;

/** A district that holds nothing yet: the page asks for a file, and works once parcels are there. */
class EmptyDistrictBrowserTest extends PageInChromium {
  private static final double SLOW_MS = 60_000;

  @TempDir
  private static Path folder;

  @BeforeAll
  static void serveNothing() {
    Path database = folder.resolve("empty.gpkg");
    try (Workspace sample = SampleDistrict.open()) {
      EmbeddedStore.open(database, sample.standards().schemas()).close();
    }
    restart(Workspace.open(SampleDistrict.settings(database)));
  }

  @Test
  void thePageAsksForAFileAndOpensWithTheFirstParcels() throws Exception {
    assertThat(json("/api/district").path("asOf").isNull()).isTrue();
    assertThat(json("/api/units").path("units")).isEmpty();
    assertThat(page.getByTestId("data-empty")).containsText("还没有宗地数据");
    assertThat(page.getByTestId("tab-data")).hasAttribute("aria-selected", "true");
    assertThat(page.getByTestId("tab-redline")).isDisabled();
    page.getByTestId("data-file").setInputFiles(Path.of("gis-data/jianghai/parcels-2025.zip"));
    page.getByTestId("data-preview").waitFor(new Locator.WaitForOptions().setTimeout(SLOW_MS));
    page.getByTestId("data-asOf").fill("2025-12-31");
    page.getByTestId("data-by").fill("规划科");
    page.getByTestId("data-by").blur();
    page.getByTestId("data-import").click();
    assertThat(page.getByTestId("tab-redline")).isEnabled(new LocatorAssertions.IsEnabledOptions().setTimeout(SLOW_MS));
    waitForTiles();
    assertThat(page.getByTestId("data-empty")).hasCount(0);
    assertThat(page.locator("#as-of")).hasValue("2025-12-31");
    page.getByTestId("tab-redline").click();
    assertThat(page.getByTestId("redline")).containsText("请先导入单元图层");
  }
}
