package org.parkland.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Printing from the map: the frame that is shown, the sheet that comes, the links to the report. */
class PrintBrowserTest extends PageInChromium {
  private static final Locator.WaitForOptions PATIENT = new Locator.WaitForOptions().setTimeout(60_000);

  @Test
  void theSheetIsFramedOnTheMapAndPrinted() {
    page.locator("[data-key='map.print']").click();
    assertThat(page.getByTestId("print-scale")).hasValue(Pattern.compile("\\d{4,6}"));
    page.getByTestId("print-title").fill("江海区用地示意图");
    page.getByTestId("print-scale").selectOption("20000");
    assertThat(page.getByTestId("print-scale")).hasValue("20000");
    shoot("print-frame");
    assertThat(page.locator(".leaflet-print-frame-pane path")).hasCount(2);
    page.getByTestId("print-go").click();
    Locator sheet = page.getByTestId("print-open");
    sheet.waitFor(PATIENT);
    assertThat(sheet).hasAttribute("href", Pattern.compile("blob:.*"));
    shoot("print");
    page.keyboard().press("Escape");
    assertThat(page.getByTestId("print-panel")).isHidden();
    assertThat(page.locator(".leaflet-print-frame-pane path")).hasCount(0);
  }

  @Test
  void theReportIsThatOfTheUnitInFocus() {
    page.locator("#unit").selectOption("B1");
    assertThat(page.getByTestId("report-pdf")).hasAttribute("href", Pattern.compile("/api/report\\.pdf\\?unit=B1.*areaUnit=ha"));
    assertThat(page.getByTestId("report-page").getAttribute("href")).startsWith("/report?unit=B1");
  }
}
