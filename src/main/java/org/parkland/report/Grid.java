package org.parkland.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A table: its first columns are words, the others figures. */
final class Grid {
  /** A table of so many rows stays on one page. */
  private static final int SHORT = 18;
  /** Words up to this length, and numbers of parcels, are not broken into lines. */
  private static final int TIGHT = 10;

  private final List<String> heads;
  private final int words;
  private final List<Row> rows = new ArrayList<>();
  private final String caption;

  private record Row(String look, List<String> cells) {}

  /** @param words how many of the columns, from the left, are words */
  Grid(String caption, int words, String... heads) {
    this.caption = caption;
    this.words = words;
    this.heads = List.of(heads);
  }

  Grid row(String... cells) {
    return row(null, cells);
  }

  /** @param look class of the row, or null */
  Grid row(String look, String[] cells) {
    rows.add(new Row(look, Arrays.asList(cells)));
    return this;
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  void write(Html html) {
    html.open("table", "class", rows.size() <= SHORT ? "short" : null);
    if (caption != null) {
      html.element("caption", caption);
    }
    html.open("thead").open("tr");
    for (int i = 0; i < heads.size(); i++) {
      html.element("th", heads.get(i), "scope", "col", "class", look(i));
    }
    html.close().close().open("tbody");
    for (Row row : rows) {
      html.open("tr", "class", row.look());
      for (int i = 0; i < row.cells().size(); i++) {
        html.element("td", row.cells().get(i), "class", i < words && isTight(row.cells().get(i)) ? "tight" : look(i));
      }
      html.close();
    }
    html.close().close();
  }

  private static boolean isTight(String text) {
    return text.length() <= TIGHT || text.matches("[A-Z0-9-]+");
  }

  private String look(int column) {
    return column < words ? null : "num";
  }
}
