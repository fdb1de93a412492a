package org.parkland.report;

import java.util.ArrayDeque;
import java.util.Deque;

/** Builds a page that is HTML for browsers and XML for the PDF. Text becomes text, never markup. */
final class Html {
  private final StringBuilder page = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  /** Opens an element; attributes are names and values in turn, those without a value are left out. */
  Html open(String tag, String... attributes) {
    start(tag, attributes);
    page.append('>');
    open.push(tag);
    return this;
  }

  private void start(String tag, String... attributes) {
    page.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      if (attributes[i + 1] != null) {
        page.append(' ').append(attributes[i]).append("=\"").append(escaped(attributes[i + 1])).append('"');
      }
    }
  }

  Html close() {
    page.append("</").append(open.pop()).append(">\n");
    return this;
  }

  Html text(String text) {
    page.append(escaped(text));
    return this;
  }

  /** An element with nothing but text in it. */
  Html element(String tag, String text, String... attributes) {
    return open(tag, attributes).text(text).close();
  }

  /** An element without content. */
  Html empty(String tag, String... attributes) {
    start(tag, attributes);
    page.append("/>\n");
    return this;
  }

  private static String escaped(String text) {
    StringBuilder safe = new StringBuilder();
    text.codePoints().filter(Html::isAllowed).forEach(each -> {
      switch (each) {
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '&' -> safe.append("&amp;");
        case '"' -> safe.append("&quot;");
        default -> safe.appendCodePoint(each);
      }
    });
    return safe.toString();
  }

  /** What XML may hold; data may hold anything. */
  private static boolean isAllowed(int character) {
    return character == '\n' || character == '\t' || character >= 0x20 && character < 0xd800
        || character >= 0xe000 && character < 0xfffe || character >= 0x10000;
  }

  @Override
  public String toString() {
    return page.toString();
  }
}
