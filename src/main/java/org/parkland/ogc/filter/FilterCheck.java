package org.parkland.ogc.filter;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.parkland.land.Attribute;

/**
 * Fits a filter to a collection: every property must be one it can be queried by, and every value of that
 * property's type. Texts that are dates by their property become dates.
 */
final class FilterCheck {
  /** The name of an item's shape among its properties. */
  static final String GEOMETRY = "geometry";

  private final Map<String, Attribute> attributes;

  FilterCheck(List<Attribute> attributes) {
    this.attributes = attributes.stream().collect(Collectors.toMap(Attribute::name, each -> each));
  }

  Filter check(Filter filter) {
    if (filter instanceof Filter.And and) {
      return new Filter.And(and.parts().stream().map(this::check).toList());
    } else if (filter instanceof Filter.Or or) {
      return new Filter.Or(or.parts().stream().map(this::check).toList());
    } else if (filter instanceof Filter.Not not) {
      return new Filter.Not(check(not.inner()));
    } else if (filter instanceof Filter.Compare compare) {
      List<Filter.Value> both = alike(List.of(compare.left(), compare.right()));
      return new Filter.Compare(both.get(0), compare.relation(), both.get(1));
    } else if (filter instanceof Filter.Between between) {
      List<Filter.Value> all = alike(List.of(between.value(), between.lowest(), between.highest()));
      return new Filter.Between(all.get(0), all.get(1), all.get(2));
    } else if (filter instanceof Filter.In in) {
      List<Filter.Value> all = new java.util.ArrayList<>(List.of(in.value()));
      all.addAll(in.values());
      List<Filter.Value> fitted = alike(all);
      return new Filter.In(fitted.get(0), fitted.subList(1, fitted.size()));
    } else if (filter instanceof Filter.Like like) {
      requireText(like.value());
      requireText(like.pattern());
    } else if (filter instanceof Filter.IsNull isNull) {
      type(isNull.value());
      if (!(isNull.value() instanceof Filter.Property)) {
        throw new FilterException("IS NULL asks about a property");
      }
    }
    return filter;
  }

  /** All of one type; texts beside a date are read as dates. */
  private List<Filter.Value> alike(List<Filter.Value> values) {
    boolean dates = values.stream().anyMatch(each -> type(each) == LocalDate.class);
    List<Filter.Value> fitted = values.stream().map(each -> dates ? asDate(each) : each).toList();
    List<Class<?>> types = fitted.stream().<Class<?>>map(this::type).distinct().toList();
    if (types.size() > 1) {
      throw new FilterException("a filter compares " + fitted.stream().map(FilterCheck::named).limit(3)
          .collect(Collectors.joining(" with ")) + ", which are of different types");
    }
    return fitted;
  }

  private static Filter.Value asDate(Filter.Value value) {
    return value instanceof Filter.Literal literal && literal.value() instanceof String
        ? new Filter.Literal(Days.read(value)) : value;
  }

  private void requireText(Filter.Value value) {
    if (type(value) != String.class) {
      throw new FilterException("LIKE and CASEI are for texts, " + named(value) + " is none");
    }
  }

  private Class<?> type(Filter.Value value) {
    if (value instanceof Filter.Literal literal) {
      return literal.value().getClass();
    } else if (value instanceof Filter.CaseInsensitive folded) {
      requireText(folded.inner());
      return String.class;
    }
    return type(((Filter.Property) value).name());
  }

  private Class<?> type(String property) {
    Attribute attribute = attributes.get(property);
    if (attribute == null) {
      throw new FilterException("'" + property + "' is no property this collection can be queried by; those are: "
          + attributes.keySet().stream().sorted().collect(Collectors.joining(", ")));
    }
    return switch (attribute.type()) {
      case TEXT, CLASS -> String.class;
      case NUMBER, AREA -> Double.class;
      case FLAG -> Boolean.class;
      case DATE -> LocalDate.class;
    };
  }

  private static String named(Filter.Value value) {
    if (value instanceof Filter.Property property) {
      return "'" + property.name() + "'";
    }
    return value instanceof Filter.Literal literal ? "the value '" + literal.value() + "'" : "CASEI(…)";
  }
}
