package org.parkland.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the page says while the server is away, works long, or fails; and that it goes on afterwards. */
class StatesBrowserTest extends PageInChromium {
  private static final String NET_ERROR = "net::ERR_";
  private static final LocatorAssertions.IsHiddenOptions SOON = new LocatorAssertions.IsHiddenOptions().setTimeout(20_000);

  @Test
  void aLostServerIsToldAndFoundAgainWithoutAnyClick() {
    Locator notice = page.locator("#offline");
    assertThat(notice).isHidden();
    double mapTop = page.locator("#map").boundingBox().y;
    stopServer();
    try {
      page.getByTestId("tab-landuse").click();
      assertThat(notice).containsText("连不上服务器");
      assertThat(notice).containsText("请检查网络");
      assertThat(page.getByTestId("landuse")).containsText("连不上服务器");
      assertThat(page.locator("#map").boundingBox().y).as("nothing is pushed aside").isEqualTo(mapTop);
      page.getByTestId("language").click();
      shoot("offline");
    } finally {
      startServerAgain();
    }
    assertThat(notice).isHidden(SOON);
    assertThat(page.getByTestId("landuse").locator("table")).isVisible();
    forgive(List.of(NET_ERROR, "failed: ", "503 (Service Unavailable)"));
  }

  /** The server's own words while it goes through a large layer, which the sample is not. */
  @Test
  void whoWaitsSeesHowFarTheServerIs() {
    List<Route> held = new ArrayList<>();
    page.route("**/api/progress", route -> route.fulfill(new Route.FulfillOptions().setContentType("application/json")
        .setBody("{\"passes\":[{\"what\":\"figures\",\"done\":345000,\"total\":1000000,\"perSecond\":42000,"
            + "\"remainingSeconds\":16}]}")));
    page.route("**/api/landuse?*", held::add);
    page.getByTestId("tab-landuse").click();
    Locator panel = page.getByTestId("landuse");
    assertThat(panel.locator(".pass")).containsText("正在统计各单元用地：345,000 / 1,000,000 宗，35%；每秒 42,000 宗，约剩 16 秒");
    assertThat(panel.locator("progress")).hasAttribute("value", "0.345");
    double top = panel.locator(".skeleton").first().boundingBox().y;
    shoot("progress");
    page.unroute("**/api/progress");
    assertThat(panel.locator("progress")).hasCount(0);
    assertThat(panel.locator(".skeleton").first().boundingBox().y).as("the lines stay where they are").isEqualTo(top);
    held.forEach(Route::resume);
    assertThat(panel.locator("table")).isVisible();
    assertThat(panel.locator(".pass")).hasCount(0);
  }

  @Test
  void aFailureIsToldAndTriedAgain() {
    page.route("**/api/landuse?*", route -> route.fulfill(new Route.FulfillOptions().setStatus(500)
        .setContentType("application/problem+json").setBody("{\"detail\":\"号码 1a2b3c4d\"}")));
    page.getByTestId("tab-landuse").click();
    Locator failed = page.getByTestId("landuse").locator(".failed");
    assertThat(failed).containsText("服务器未能给出结果（500）");
    assertThat(failed).containsText("1a2b3c4d");
    page.unroute("**/api/landuse?*");
    failed.locator("button").click();
    assertThat(page.getByTestId("landuse").locator("table")).isVisible();
    assertThat(failed).hasCount(0);
    forgive(List.of("500"));
  }
}
