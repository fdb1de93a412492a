package org.parkland.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.parkland.Chromium;
import org.parkland.demo.DemoDistrict;

/**
 * {@code bin/bench map}: time to a painted map from a cold browser, and the frames of a pan. It drives Chromium, which
 * only the tests' libraries can, and so lies among them.
 */
public final class MapBench {
  private static final int RUNS = 11;
  private static final double LONG_FRAME_MS = 100;

  /** Notes when the map says that it is painted, in milliseconds from the start of the navigation. */
  private static final String PAINTED = """
      new MutationObserver(() => {
        if (document.documentElement?.dataset.tiles === "ready") { window.paintedAt ??= performance.now(); }
      }).observe(document, { attributes: true, childList: true, subtree: true, attributeFilter: ["data-tiles"] });
      """;
  private static final String RECORD_FRAMES = """
      () => {
        window.frames_ = [];
        let last = performance.now();
        const next = (now) => { window.frames_.push(now - last); last = now; requestAnimationFrame(next); };
        requestAnimationFrame(next);
      }""";

  private MapBench() {}

  /** @param arguments numbers of parcels; 0 stands for the sample */
  public static void main(String[] arguments) throws IOException {
    List<Integer> sizes = arguments.length == 0 ? List.of(0, 1_000_000)
        : Stream.of(arguments).map(Integer::valueOf).toList();
    try (Playwright playwright = Chromium.playwright()) {
      for (int parcels : sizes) {
        measure(playwright, parcels);
      }
    }
  }

  private static void measure(Playwright playwright, int parcels) throws IOException {
    Path folder = parcels == 0 ? ServedDistrict.SAMPLE : demo(parcels);
    Path database = Path.of("target/bench/" + (parcels == 0 ? "sample" : "demo-" + parcels) + ".gpkg");
    try (ServedDistrict server = ServedDistrict.start(folder, database, "4g", Path.of("target/bench/log"))) {
      String name = parcels == 0 ? "sample" : String.format(Locale.ROOT, "%,d parcels", parcels);
      double first = painted(playwright, server.address());
      double[] times = IntStream.range(0, RUNS).mapToDouble(run -> {
        server.awaitRest();
        return painted(playwright, server.address());
      }).sorted().toArray();
      System.out.printf(Locale.ROOT, "%s: painted after %.0f ms (median of %d cold browsers, one at a time and the server at rest"
          + " before, worst %.0f ms; right after the server's start %.0f ms)%n", name, times[RUNS / 2], RUNS, times[RUNS - 1], first);
      for (int zoom : new int[] {13, 15, 17}) {
        pan(playwright, server.address(), name, zoom);
      }
    }
  }

  private static Path demo(int parcels) throws IOException {
    Path folder = Path.of("target/bench/demo-" + parcels).toAbsolutePath();
    if (!Files.exists(folder.resolve("district.yaml"))) {
      Files.createDirectories(folder);
      DemoDistrict.write(parcels, 1, folder, (step, done, total) -> { });
      Files.copy(ServedDistrict.SAMPLE.resolve("district.yaml"), folder.resolve("district.yaml"));
    }
    return folder;
  }

  /** A browser that has never been here, until its map is painted. */
  private static double painted(Playwright playwright, String address) {
    try (Browser browser = Chromium.launch(playwright)) {
      Page page = open(browser, address);
      return ((Number) page.evaluate("window.paintedAt")).doubleValue();
    }
  }

  private static Page open(Browser browser, String address) {
    Page page = browser.newPage(new Browser.NewPageOptions().setViewportSize(1920, 1080));
    page.setDefaultTimeout(120_000);
    page.addInitScript(PAINTED);
    page.navigate(address);
    page.locator("html[data-tiles=ready]").waitFor();
    return page;
  }

  /**
   * Eight drags to and fro with the mouse over a page that has loaded all it wants, its panels and charts too; a frame is
   * what lies between two of the browser's animation callbacks.
   */
  private static void pan(Playwright playwright, String address, String name, int zoom) {
    try (Browser browser = Chromium.launch(playwright)) {
      Page page = open(browser, address + "/#map=" + zoom + "/22.555/113.13");
      page.waitForLoadState(LoadState.NETWORKIDLE);
      page.waitForTimeout(1500);
      page.evaluate(RECORD_FRAMES);
      for (int drag = 0; drag < 8; drag++) {
        drag(page, drag % 2 == 0 ? 1 : -1);
      }
      @SuppressWarnings("unchecked")
      List<Number> recorded = (List<Number>) page.evaluate("window.frames_");
      double[] frames = recorded.stream().mapToDouble(Number::doubleValue).sorted().toArray();
      System.out.printf(Locale.ROOT, "  pan at zoom %d: %d frames, median %.0f ms, 99th percentile %.0f ms, longest %.0f ms,"
          + " %d over %.0f ms%n", zoom, frames.length, frames[frames.length / 2], frames[(int) (frames.length * 0.99)],
          frames[frames.length - 1], Arrays.stream(frames).filter(each -> each > LONG_FRAME_MS).count(), LONG_FRAME_MS);
    }
  }

  private static void drag(Page page, int direction) {
    page.mouse().move(900, 500);
    page.mouse().down();
    for (int step = 0; step < 20; step++) {
      page.mouse().move(900 - 20 * step * direction, 500 - 8 * step);
      page.waitForTimeout(16);
    }
    page.mouse().up();
    page.waitForTimeout(150);
  }
}
