package org.parkland.ogc.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parkland.store.Condition;
import org.parkland.store.Condition.Relation;

/** The part of a filter a database can judge. It may let too much pass: items are judged again when they are read. */
final class PushDown {
  private final Map<String, String> columns;

  /** @param columns by property, those the database has */
  PushDown(Map<String, String> columns) {
    this.columns = columns;
  }

  /** Null if the database can do nothing. */
  Condition of(Filter filter) {
    if (filter instanceof Filter.And and) {
      List<Condition> parts = and.parts().stream().map(this::of).filter(each -> each != null).toList();
      return parts.isEmpty() ? null : new Condition.AllOf(parts);
    }
    return whole(filter).orElse(null);
  }

  /** Exactly the same condition; empty where the database has none. */
  Optional<Condition> whole(Filter filter) {
    if (filter instanceof Filter.And and) {
      return all(and.parts()).map(Condition.AllOf::new);
    } else if (filter instanceof Filter.Or or) {
      return all(or.parts()).map(Condition.AnyOf::new);
    } else if (filter instanceof Filter.Not not) {
      return whole(not.inner()).map(Condition.Not::new);
    } else if (filter instanceof Filter.Compare compare) {
      return column(compare.left()).filter(each -> compare.right() instanceof Filter.Literal)
          .map(each -> new Condition.Compare(each, compare.relation(), literal(compare.right())));
    } else if (filter instanceof Filter.Between between) {
      return column(between.value())
          .filter(each -> between.lowest() instanceof Filter.Literal && between.highest() instanceof Filter.Literal)
          .map(each -> new Condition.AllOf(List.of(
              new Condition.Compare(each, Relation.AT_LEAST, literal(between.lowest())),
              new Condition.Compare(each, Relation.AT_MOST, literal(between.highest())))));
    } else if (filter instanceof Filter.In in) {
      return column(in.value()).filter(each -> in.values().stream().allMatch(Filter.Literal.class::isInstance))
          .map(each -> new Condition.OneOf(each, in.values().stream().map(PushDown::literal).toList()));
    } else if (filter instanceof Filter.IsNull isNull) {
      return column(isNull.value()).map(Condition.Missing::new);
    } else if (filter instanceof Filter.Constant constant) {
      return Optional.of(constant.value() ? new Condition.AllOf(List.of()) : new Condition.AnyOf(List.of()));
    }
    return Optional.empty();
  }

  private Optional<List<Condition>> all(List<Filter> filters) {
    List<Condition> parts = new ArrayList<>();
    for (Filter filter : filters) {
      Optional<Condition> part = whole(filter);
      if (part.isEmpty()) {
        return Optional.empty();
      }
      parts.add(part.get());
    }
    return Optional.of(parts);
  }

  private Optional<String> column(Filter.Value value) {
    return value instanceof Filter.Property property ? Optional.ofNullable(columns.get(property.name())) : Optional.empty();
  }

  private static Object literal(Filter.Value value) {
    return ((Filter.Literal) value).value();
  }
}
