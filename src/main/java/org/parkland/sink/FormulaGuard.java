package org.parkland.sink;

import java.util.regex.Pattern;

/**
 * Keeps a spreadsheet from running text of a CSV file as a formula: such text gets an apostrophe in front, which
 * spreadsheets take as "this is text". Text that already has the apostrophe gets another, so that a reader can take
 * exactly one away and has the text as it was. Plain numbers are harmless and stay.
 */
public final class FormulaGuard {
  private static final Pattern DANGEROUS = Pattern.compile("'*[=+\\-@\\t\\r].*", Pattern.DOTALL);
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");

  private FormulaGuard() {}

  /** The text as it may stand in a CSV file. */
  public static String guard(String text) {
    return DANGEROUS.matcher(text).matches() && !NUMBER.matcher(text).matches() ? "'" + text : text;
  }
}
