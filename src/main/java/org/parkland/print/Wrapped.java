package org.parkland.print;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A text in lines of a width: Chinese breaks anywhere a line may, English between words. */
final class Wrapped {
  private Wrapped() {}

  static List<String> lines(String text, double width, double size, Canvas canvas) {
    List<String> lines = new ArrayList<>();
    BreakIterator places = BreakIterator.getLineInstance(Locale.CHINA);
    places.setText(text);
    StringBuilder line = new StringBuilder();
    int from = places.first();
    for (int to = places.next(); to != BreakIterator.DONE; from = to, to = places.next()) {
      String part = text.substring(from, to);
      if (!line.isEmpty() && canvas.width(line + part.stripTrailing(), size) > width) {
        lines.add(line.toString().stripTrailing());
        line.setLength(0);
      }
      line.append(part);
    }
    lines.add(line.toString().stripTrailing());
    return lines;
  }
}
