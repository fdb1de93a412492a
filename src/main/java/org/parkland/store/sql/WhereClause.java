package org.parkland.store.sql;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.parkland.land.Attribute;
import org.parkland.land.Schema;
import org.parkland.store.Condition;
import org.parkland.store.RowOrder;

/** A {@link Condition}, or the place a page begins at, as part of a statement; every value is a parameter. */
final class WhereClause {
  private final Dialect dialect;
  private final Schema schema;
  private final List<Object> values = new ArrayList<>();

  WhereClause(Dialect dialect, Schema schema) {
    this.dialect = dialect;
    this.schema = schema;
  }

  Dialect.Clause of(Condition condition) {
    return new Dialect.Clause(sql(condition), values);
  }

  private String sql(Condition condition) {
    if (condition instanceof Condition.AllOf all) {
      return joined(all.parts(), " and ", "1 = 1");
    } else if (condition instanceof Condition.AnyOf any) {
      return joined(any.parts(), " or ", "1 = 0");
    } else if (condition instanceof Condition.Not not) {
      return "(not " + sql(not.inner()) + ")";
    } else if (condition instanceof Condition.Compare compare) {
      return compared(compare.attribute(), compare.relation().sign(), compare.value());
    } else if (condition instanceof Condition.OneOf one) {
      String all = one.values().stream().map(this::parameter).collect(Collectors.joining(", "));
      return "(" + column(one.attribute()) + " in (" + all + "))";
    } else if (condition instanceof Condition.RowIn rows) {
      // PostgreSQL knows no empty list.
      return rows.keys().isEmpty() ? "(1 = 0)"
          : "(fid in (" + rows.keys().stream().map(this::parameter).collect(Collectors.joining(", ")) + "))";
    } else {
      return "(" + column(((Condition.Missing) condition).attribute()) + " is null)";
    }
  }

  private String joined(List<Condition> parts, String word, String none) {
    return parts.isEmpty() ? "(" + none + ")"
        : parts.stream().map(this::sql).collect(Collectors.joining(word, "(", ")"));
  }

  /** Rows behind a place: greater in one key and equal in all before it, or equal in all and of a later row. */
  Dialect.Clause after(RowOrder order) {
    List<String> ways = new ArrayList<>();
    List<RowOrder.Key> keys = order.keys();
    for (int i = 0; i < keys.size(); i++) {
      if (order.after().values().get(i) != null) {
        ways.add(allEqual(order, i) + behind(keys.get(i), order.after().values().get(i)));
      }
    }
    ways.add(allEqual(order, keys.size()) + "fid > ?");
    values.add(order.after().row());
    return new Dialect.Clause("((" + String.join(") or (", ways) + "))", values);
  }

  private String allEqual(RowOrder order, int count) {
    StringBuilder sql = new StringBuilder();
    for (int i = 0; i < count; i++) {
      String attribute = order.keys().get(i).attribute();
      Object value = order.after().values().get(i);
      sql.append(value == null ? column(attribute) + " is null" : compared(attribute, "=", value)).append(" and ");
    }
    return sql.toString();
  }

  /** Rows without the attribute stand last. */
  private String behind(RowOrder.Key key, Object value) {
    return "(" + compared(key.attribute(), key.descending() ? "<" : ">", value) + " or " + column(key.attribute())
        + " is null)";
  }

  private String compared(String attribute, String sign, Object value) {
    String left = isText(schema, attribute) ? dialect.byCodePoint(column(attribute)) : column(attribute);
    return "(" + left + " " + sign + " " + parameter(value) + ")";
  }

  private String parameter(Object value) {
    values.add(value instanceof LocalDate ? value.toString() : value);
    return value instanceof LocalDate ? dialect.dayParameter() : "?";
  }

  static boolean isText(Schema schema, String attribute) {
    Attribute.Type type = schema.find(attribute).map(Attribute::type)
        .orElseThrow(() -> new IllegalArgumentException("there is no attribute " + attribute));
    return type == Attribute.Type.TEXT || type == Attribute.Type.CLASS;
  }

  private String column(String attribute) {
    return SqlNames.quoted(attribute);
  }
}
