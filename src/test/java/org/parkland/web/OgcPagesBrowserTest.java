package org.parkland.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The pages of the open interfaces in Chromium, under the same strict policy for content as the map. */
class OgcPagesBrowserTest extends PageInChromium {
  @Test
  void itemsStandOnAMapAndInATable() {
    page.navigate(page.url().replaceAll("(https?://[^/]+).*", "$1") + "/ogc/collections/parcels/items?f=html&limit=40");
    assertThat(page.locator("#items-map")).hasAttribute("data-items", "40");
    assertThat(page.locator(".items tbody tr")).hasCount(40);
    assertThat(page.locator(".note")).containsText("Sample data");
    shoot("ogc-items");
    page.locator(".items tbody a").first().click();
    page.waitForURL(Pattern.compile(".*/items/\\d+-\\d+\\?f=html"), new Page.WaitForURLOptions());
    assertThat(page.locator("#items-map")).hasAttribute("data-items", "1");
  }
}
