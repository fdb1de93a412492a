package org.parkland.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A table: its first columns are words, the others figures. */
final class Grid {
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
    html.open("table");
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
        html.element("td", row.cells().get(i), "class", look(i));
      }
      html.close();
    }
    html.close().close();
  }

  private String look(int column) {
    return column < words ? null : "num";
  }
}
