package org.parkland.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Lines and patterns are told twice, to the browser and to the printer: here both are held together. */
class SameAsScreenTest {
  private static final Pattern STYLE = Pattern.compile(
      "\"?([\\w:\\-\\u4e00-\\u9fff]+)\"?: \\{ color: \"(#\\w+)\", weight: ([\\d.]+)(?:, dash: \"([\\d ]+)\")?(?:, fill: ([\\d.]+))?");
  private static final Pattern LINES = Pattern.compile("\"?(\\d\\d)\"?: \\(c, s\\) => lines\\(c, s((?:, \\[[-\\d., ]+\\])+)\\)");

  @Test
  void linesLookAsTheyDoOnScreen() throws IOException {
    Map<String, String> screen = new TreeMap<>();
    Matcher matcher = STYLE.matcher(Files.readString(Path.of("web/js/map/overlay-styles.js")));
    while (matcher.find()) {
      screen.put(matcher.group(1), matcher.group(2) + " " + Double.parseDouble(matcher.group(3)) + " "
          + (matcher.group(4) == null ? "" : matcher.group(4)) + " "
          + (matcher.group(5) == null ? 0.0 : Double.parseDouble(matcher.group(5))));
    }
    Map<String, String> paper = new TreeMap<>();
    LineStyle.all().forEach((key, style) -> {
      StringBuilder dash = new StringBuilder();
      for (float part : style.dash()) {
        dash.append(dash.isEmpty() ? "" : " ").append((int) part);
      }
      paper.put(key, String.format("#%06x", style.color().getRGB() & 0xffffff) + " " + style.weight() + " " + dash + " "
          + style.fill());
    });
    assertThat(paper).isEqualTo(screen);
  }

  @Test
  void patternsLookAsTheyDoOnScreen() throws IOException {
    Matcher matcher = LINES.matcher(Files.readString(Path.of("web/js/map/patterns.js")));
    int found = 0;
    while (matcher.find()) {
      found++;
      String paper = java.util.Arrays.stream(Strokes.of(matcher.group(1)).lines())
          .map(each -> java.util.Arrays.stream(each).mapToObj(n -> n == Math.rint(n) ? String.valueOf((long) n)
              : String.valueOf(n)).collect(java.util.stream.Collectors.joining(", ", ", [", "]")))
          .collect(java.util.stream.Collectors.joining());
      assertThat(paper).as(matcher.group(1)).isEqualTo(matcher.group(2));
    }
    assertThat(found).isGreaterThan(8);
  }
}
