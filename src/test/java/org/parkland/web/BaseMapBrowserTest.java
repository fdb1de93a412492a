package org.parkland.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parkland.SampleDistrict;
import org.parkland.analysis.Workspace;
import org.parkland.config.Setting;

/** Base maps as the example lists them, their hosts played by the test. */
class BaseMapBrowserTest extends PageInChromium {
  @BeforeAll
  static void listBaseMaps() {
    restart(Workspace.open(
        SampleDistrict.settings(SampleDistrict.database()).with(Setting.BASEMAPS, "docs/basemaps.yaml")));
  }

  @Test
  void thereIsNoneUntilOneIsChosen() throws Exception {
    List<String> asked = played("example\\.org");
    assertThat(asked).isEmpty();
    page.getByTestId("base-map").selectOption("本地影像");
    page.locator(".leaflet-base-pane img.leaflet-tile-loaded").first().waitFor();
    assertThat(asked).isNotEmpty().allSatisfy(url -> assertThat(url).startsWith("http://tiles.example.org/imagery/"));
    shoot("base-map");
  }

  @Test
  void tiandituInDegreesIsAskedForTheTilesOfThePlace() throws Exception {
    List<String> asked = played("tianditu\\.gov\\.cn");
    page.getByTestId("base-map").selectOption("天地图影像");
    page.locator(".leaflet-base-pane img").first().waitFor();
    page.waitForTimeout(200);
    Pattern tile = Pattern.compile("/(img|cia)_c/wmts\\?.*TILEMATRIX=(\\d+)&TILEROW=(\\d+)&TILECOL=(\\d+)&tk=YOUR-KEY");
    assertThat(asked).isNotEmpty().allSatisfy(url -> {
      Matcher found = tile.matcher(url);
      assertThat(found.find()).as(url).isTrue();
      double degrees = 360 / Math.pow(2, Integer.parseInt(found.group(2)));
      assertThat(90 - Integer.parseInt(found.group(3)) * degrees).isBetween(22.0, 23.5);
      assertThat(Integer.parseInt(found.group(4)) * degrees - 180).isBetween(112.0, 114.0);
    });
    assertThat(page.locator(".leaflet-base-pane img").first()).isVisible();
  }

  private List<String> played(String hosts) throws IOException {
    List<String> asked = new ArrayList<>();
    ByteArrayOutputStream picture = new ByteArrayOutputStream();
    BufferedImage grey = new BufferedImage(256, 256, BufferedImage.TYPE_INT_RGB);
    grey.createGraphics().fillRect(0, 0, 255, 255);
    ImageIO.write(grey, "png", picture);
    page.route(Pattern.compile(hosts), route -> {
      asked.add(route.request().url());
      route.fulfill(new Route.FulfillOptions().setContentType("image/png").setBodyBytes(picture.toByteArray()));
    });
    return asked;
  }
}
