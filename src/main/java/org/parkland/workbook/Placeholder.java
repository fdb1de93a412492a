package org.parkland.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A name in double braces: {@code {{redLine.ratio}}} for one value, {@code {{units[].name}}} or
 * {@code {{units[zone].name}}} for a row that is repeated.
 *
 * @param text as it stands in the cell, with braces
 * @param list of the repeated row; null for a single value
 * @param kind between the brackets, often empty
 * @param name of the value
 */
record Placeholder(String text, String list, String kind, String name) {
  private static final Pattern MARK = Pattern.compile("\\{\\{\\s*([^{}]*?)\\s*}}");
  private static final Pattern LIST = Pattern.compile("(\\w+)\\[([^\\]]*)]\\.(.+)");

  static List<Placeholder> in(String cell) {
    List<Placeholder> found = new ArrayList<>();
    Matcher marks = MARK.matcher(cell);
    while (marks.find()) {
      Matcher list = LIST.matcher(marks.group(1));
      found.add(list.matches() ? new Placeholder(marks.group(), list.group(1), list.group(2).strip(), list.group(3))
          : new Placeholder(marks.group(), null, "", marks.group(1)));
    }
    return found;
  }
}
