package org.parkland.export;

import org.geotools.api.filter.PropertyIsLike;
import org.geotools.api.filter.expression.Function;
import org.geotools.filter.visitor.DefaultFilterVisitor;
import org.parkland.BadInput;

/**
 * Refuses conditions that could do more than compare: functions of the filter library read the environment, evaluate
 * regular expressions and paths, and a pattern of many wildcards takes ages on a long text.
 */
final class PlainFilter extends DefaultFilterVisitor {
  static final int LONGEST = 8_000;
  private static final int DEEPEST = 40;
  private static final int MOST_WILDCARDS = 3;

  private final String text;

  private PlainFilter(String text) {
    this.text = text;
  }

  /** Before it is parsed, which is done by recursion. */
  static void requireShallow(String text) {
    if (text.length() > LONGEST) {
      throw new BadInput("filter", "has more than " + LONGEST + " characters", "select by ids or by a unit");
    }
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
      if (depth > DEEPEST) {
        throw new BadInput("filter", "nests deeper than " + DEEPEST + " levels", "write it with fewer parentheses");
      }
    }
  }

  static void requirePlain(org.geotools.api.filter.Filter filter, String text) {
    filter.accept(new PlainFilter(text), null);
  }

  @Override
  public Object visit(Function function, Object data) {
    throw new BadInput("filter '" + text + "'", "calls the function " + function.getName(),
        "compare attributes with values only");
  }

  @Override
  public Object visit(PropertyIsLike like, Object data) {
    if (like.getLiteral().chars().filter(each -> each == '%').count() > MOST_WILDCARDS) {
      throw new BadInput("filter '" + text + "'", "has a pattern with more than " + MOST_WILDCARDS + " wildcards",
          "use fewer %");
    }
    return super.visit(like, data);
  }
}
