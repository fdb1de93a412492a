package org.parkland.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parkland.SampleDistrict;
import org.parkland.analysis.Workspace;

/** Screen 数据: a zipped Shapefile in GBK without .cpg and .prj, and with one broken polygon, from drop to withdrawal. */
class DataBrowserTest extends PageInChromium {
  private static final Path SAMPLE = Path.of("gis-data/jianghai/parcels-2025.zip");
  /** A preview reads the file anew, which takes its time on a busy machine. */
  private static final double SLOW_MS = 60_000;
  private static final double USUAL_MS = 5_000;

  @TempDir
  private static Path folder;
  private static int brokenRow;

  @BeforeAll
  static void useACopy() throws IOException {
    PlaywrightAssertions.setDefaultAssertionTimeout(SLOW_MS);
    restart(Workspace.open(SampleDistrict.settings(
        Files.copy(SampleDistrict.database(), folder.resolve("copy.gpkg")))));
  }

  @AfterAll
  static void expectSpeedAgain() {
    PlaywrightAssertions.setDefaultAssertionTimeout(USUAL_MS);
  }

  /** The sample's parcels without their .prj (they have no .cpg), one polygon crossing itself. */
  private static byte[] delivery() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipFile sample = new ZipFile(SAMPLE.toFile()); ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (ZipEntry each : sample.stream().filter(entry -> !entry.getName().endsWith(".prj")).toList()) {
        byte[] content = sample.getInputStream(each).readAllBytes();
        zip.putNextEntry(new ZipEntry(each.getName()));
        zip.write(each.getName().endsWith(".shp") ? crossed(content) : content);
      }
    }
    return bytes.toByteArray();
  }

  /**
   * Exchanges the second and third corner of the first quadrilateral, whose row is remembered (Esri Shapefile
   * Technical Description, p. 8: a record's points begin after its parts).
   */
  private static byte[] crossed(byte[] shp) {
    ByteBuffer shapes = ByteBuffer.wrap(shp).order(ByteOrder.LITTLE_ENDIAN);
    int record = 108;
    for (brokenRow = 1; shapes.getInt(record + 40) != 5; brokenRow++) {
      int words = Integer.reverseBytes(shapes.getInt(record - 4));
      record += 2 * words + 8;
    }
    int points = record + 44 + 4 * shapes.getInt(record + 36);
    byte[] second = new byte[16];
    System.arraycopy(shp, points + 16, second, 0, 16);
    System.arraycopy(shp, points + 32, shp, points + 16, 16);
    System.arraycopy(second, 0, shp, points + 32, 16);
    return shp;
  }

  @Test
  void aZipWithoutEncodingAndSystemIsConfirmedImportedShownAndWithdrawn() throws Exception {
    page.getByTestId("tab-data").click();
    assertThat(page.getByTestId("snapshot")).hasCount(json("/api/snapshots").path("snapshots").size());
    int before = json("/api/snapshots").path("snapshots").size();
    page.getByTestId("data-file").setInputFiles(new FilePayload("宗地2026.zip", "application/zip", delivery()));
    Locator preview = page.getByTestId("data-preview");
    preview.waitFor(new Locator.WaitForOptions().setTimeout(SLOW_MS));
    assertThat(preview).containsText("从坐标数值看像 EPSG:4526");
    assertThat(page.getByTestId("data-encoding")).hasValue("GB18030");
    assertThat(page.getByTestId("data-rows")).containsText("江海区");
    assertThat(page.getByTestId("map-land_use")).hasValue("YDYHFLDM");
    assertThat(page.getByTestId("data-import")).isDisabled();
    shoot("data-preview");
    page.getByTestId("data-confirm-crs").click();
    assertThat(page.getByTestId("data-crs")).hasValue("EPSG:4526");
    page.getByTestId("data-asOf").fill("2026-06-30");
    page.getByTestId("data-by").fill("规划科");
    page.getByTestId("data-by").blur();
    assertThat(page.getByTestId("data-obstacles")).hasCount(0);
    assertThat(json("/api/snapshots").path("snapshots").size()).as("nothing is stored yet").isEqualTo(before);
    page.getByTestId("data-import").click();
    Locator findings = page.getByTestId("findings");
    findings.waitFor(new Locator.WaitForOptions().setTimeout(SLOW_MS));
    theFindingIsShown(findings);
    theMapShowsTheNewDay();
    withdraw(before);
  }

  private void theFindingIsShown(Locator findings) {
    assertThat(page.getByTestId("data-said")).containsText("拒收 1 行");
    Locator first = findings.getByTestId("finding").first();
    assertThat(first).containsText("错误");
    assertThat(first).containsText("第 " + String.format("%,d", brokenRow) + " 行");
    String place = page.url();
    first.click();
    page.waitForURL(url -> !url.equals(place));
    assertThat(findings.getByText("CSV")).hasAttribute("href", java.util.regex.Pattern.compile("/api/snapshots/\\d+/findings.csv"));
    shoot("data-findings");
  }

  private void theMapShowsTheNewDay() throws Exception {
    waitForTiles();
    assertThat(page.locator("#as-of")).hasValue("2026-06-30");
    assertThat(json("/api/district").path("asOf").asText()).isEqualTo("2026-06-30");
    page.getByTestId("tab-redline").click();
    assertThat(page.getByTestId("redline-ratio")).isVisible();
    page.getByTestId("tab-data").click();
  }

  private void withdraw(int before) throws Exception {
    assertThat(page.getByTestId("snapshot")).hasCount(before + 1);
    Locator newest = page.getByTestId("snapshot").first();
    assertThat(newest).containsText("规划科");
    newest.getByTestId("snapshot-withdraw").click();
    page.getByTestId("withdraw-reason").fill("坐标系未核对");
    page.getByTestId("withdraw-send").click();
    assertThat(newest).containsText("已撤回：坐标系未核对（规划科", new LocatorAssertions.ContainsTextOptions().setTimeout(SLOW_MS));
    assertThat(page.locator("#as-of")).hasValue("2025-12-31");
    assertThat(json("/api/district").path("asOf").asText()).isEqualTo("2025-12-31");
    shoot("data-withdrawn");
    theTrailTellsIt();
  }

  private void theTrailTellsIt() {
    Locator trail = page.getByTestId("audit");
    Locator newest = trail.getByTestId("audit-entry").first();
    assertThat(newest).containsText("撤回 快照");
    assertThat(newest).containsText("理由 坐标系未核对");
    assertThat(newest).containsText("127.0.0.1");
    trail.scrollIntoViewIfNeeded();
    shoot("data-audit");
    trail.getByTestId("audit-action").selectOption("import");
    assertThat(newest).containsText("导入 快照");
    assertThat(trail.getByTestId("audit-entry").filter(new Locator.FilterOptions().setHasText("撤回 快照"))).hasCount(0);
    page.getByTestId("language").click();
    assertThat(newest).containsText("Import snapshot");
    trail.scrollIntoViewIfNeeded();
    shoot("data-audit-en");
    page.getByTestId("language").click();
  }

  @Test
  void aFileThatCannotBeReadIsRefusedInWords() {
    page.getByTestId("tab-data").click();
    page.getByTestId("data-file").setInputFiles(new FilePayload("来函.txt", "text/plain", "公函".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    assertThat(page.getByTestId("data")).containsText("来函.txt");
    assertThat(page.getByTestId("data").getByRole(com.microsoft.playwright.options.AriaRole.ALERT)).isVisible();
    forgive(List.of("422"));
  }

  @Test
  void theScreenSpeaksEnglish() {
    page.getByTestId("tab-data").click();
    page.getByTestId("language").click();
    assertThat(page.getByTestId("data-drop")).containsText("Drop a file here");
    assertThat(page.getByTestId("data")).containsText("Current parcels");
    page.setViewportSize(1024, 768);
    shoot("data-small-en");
  }
}
