package org.parkland.ogc.filter;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.locationtech.jts.geom.Geometry;

/** Whether a filter holds of one item, by the three-valued logic of SQL: null where it cannot be told. */
final class Judgement {
  private final Map<String, Object> properties;
  private final Supplier<Geometry> shape;

  /** @param shape of the item, in the CRS of the filter and its order of axes */
  Judgement(Map<String, Object> properties, Supplier<Geometry> shape) {
    this.properties = properties;
    this.shape = shape;
  }

  Boolean of(Filter filter) {
    if (filter instanceof Filter.And and) {
      return joined(and.parts(), false);
    } else if (filter instanceof Filter.Or or) {
      return joined(or.parts(), true);
    } else if (filter instanceof Filter.Not not) {
      Boolean inner = of(not.inner());
      return inner == null ? null : !inner;
    } else if (filter instanceof Filter.Constant constant) {
      return constant.value();
    } else if (filter instanceof Filter.Compare compare) {
      return compared(compare);
    } else if (filter instanceof Filter.Between between) {
      return between(between);
    } else if (filter instanceof Filter.In in) {
      return in(in);
    } else if (filter instanceof Filter.Like like) {
      return like(like);
    } else if (filter instanceof Filter.IsNull isNull) {
      return value(isNull.value()) == null;
    }
    return spatial((Filter.Spatial) filter);
  }

  /** A part that has the deciding value decides; else one that is unknown leaves it open. */
  private Boolean joined(List<Filter> parts, boolean deciding) {
    Boolean result = !deciding;
    for (Filter part : parts) {
      Boolean each = of(part);
      if (each == null) {
        result = null;
      } else if (each == deciding) {
        return deciding;
      }
    }
    return result;
  }

  private Boolean compared(Filter.Compare compare) {
    Integer order = order(value(compare.left()), value(compare.right()));
    if (order == null) {
      return null;
    }
    return switch (compare.relation()) {
      case EQUAL -> order == 0;
      case NOT_EQUAL -> order != 0;
      case LESS -> order < 0;
      case AT_MOST -> order <= 0;
      case GREATER -> order > 0;
      case AT_LEAST -> order >= 0;
    };
  }

  private Boolean between(Filter.Between between) {
    Object value = value(between.value());
    Integer low = order(value, value(between.lowest()));
    Integer high = order(value, value(between.highest()));
    return low == null || high == null ? null : low >= 0 && high <= 0;
  }

  private Boolean in(Filter.In in) {
    Object value = value(in.value());
    if (value == null) {
      return null;
    }
    boolean unknown = false;
    for (Filter.Value each : in.values()) {
      Integer order = order(value, value(each));
      unknown |= order == null;
      if (order != null && order == 0) {
        return true;
      }
    }
    return unknown ? null : Boolean.FALSE;
  }

  private Boolean like(Filter.Like like) {
    String value = (String) value(like.value());
    String pattern = (String) value(like.pattern());
    return value == null || pattern == null ? null : new LikePattern(pattern).matches(value);
  }

  private Boolean spatial(Filter.Spatial spatial) {
    Geometry own = shape.get();
    if (own == null) {
      return null;
    }
    return spatial.shapeFirst() ? spatial.relation().holds(spatial.shape(), own)
        : spatial.relation().holds(own, spatial.shape());
  }

  private Object value(Filter.Value value) {
    if (value instanceof Filter.Property property) {
      Object found = properties.get(property.name());
      return found instanceof Number number ? Double.valueOf(number.doubleValue()) : found;
    } else if (value instanceof Filter.Literal literal) {
      return literal.value();
    }
    Object inner = value(((Filter.CaseInsensitive) value).inner());
    return inner == null ? null : inner.toString().toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }

  /** Below, equal or above 0; null if one of them is unknown. Both are of one type. */
  @SuppressWarnings("unchecked")
  private static Integer order(Object a, Object b) {
    if (a == null || b == null) {
      return null;
    }
    return a instanceof String text ? CodePoints.compare(text, (String) b) : ((Comparable<Object>) a).compareTo(b);
  }
}
