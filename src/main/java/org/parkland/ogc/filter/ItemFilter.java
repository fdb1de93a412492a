package org.parkland.ogc.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.parkland.land.Attribute;
import org.parkland.store.Condition;

/** A filter that fits its collection. Safe to share between threads. */
public final class ItemFilter {
  /** Every item passes. */
  public static final ItemFilter NONE = new ItemFilter(new Filter.Constant(true));

  private final Filter filter;

  private ItemFilter(Filter filter) {
    this.filter = filter;
  }

  /**
   * @param language {@code cql2-text} or {@code cql2-json}
   * @param attributes what the collection can be queried by, beside {@code geometry}
   * @throws FilterException if it cannot be understood, asks for too much or does not fit the collection
   */
  public static ItemFilter read(String text, String language, List<Attribute> attributes, FilterLimits limits) {
    limits.requireLength(text);
    Filter filter = language.equals("cql2-json") ? CqlJson.read(text, limits) : CqlText.read(text, limits);
    return new ItemFilter(new FilterCheck(attributes).check(filter));
  }

  /** Items that pass this and have the given value in a property. */
  public ItemFilter and(String property, Object value) {
    return new ItemFilter(new Filter.And(List.of(filter, new Filter.Compare(
        new Filter.Property(property), Condition.Relation.EQUAL, new Filter.Literal(value)))));
  }

  public boolean isAll() {
    return filter instanceof Filter.Constant constant && constant.value();
  }

  /** @param shape of the item in the CRS of the filter and its order of axes; asked for only where it matters */
  public boolean passes(Map<String, Object> properties, Supplier<Geometry> shape) {
    return Boolean.TRUE.equals(new Judgement(properties, shape).of(filter));
  }

  /**
   * What a database can sort out by itself; it lets at least all through that {@linkplain #passes pass}.
   *
   * @param columns by property, those the database has
   * @return null if nothing
   */
  public Condition pushed(Map<String, String> columns) {
    return new PushDown(columns).of(filter);
  }

  /** Whether the database judges all of it. */
  public boolean isPushedWhole(Map<String, String> columns) {
    return new PushDown(columns).whole(filter).isPresent();
  }

  /** The value of a property that every item has that passes; empty if the filter leaves it open. */
  public Optional<Object> required(String property) {
    return required(filter, new Filter.Property(property));
  }

  private static Optional<Object> required(Filter part, Filter.Property property) {
    if (part instanceof Filter.And and) {
      return and.parts().stream().flatMap(each -> required(each, property).stream()).findFirst();
    }
    return part instanceof Filter.Compare compare && compare.relation() == Condition.Relation.EQUAL
        && compare.left().equals(property) && compare.right() instanceof Filter.Literal literal
        ? Optional.of(literal.value()) : Optional.empty();
  }

  /** The boxes every item that passes must meet, in the CRS of the filter and its order of axes. */
  public List<Envelope> boxes() {
    List<Envelope> boxes = new ArrayList<>();
    collect(filter, boxes);
    return boxes;
  }

  private static void collect(Filter part, List<Envelope> boxes) {
    if (part instanceof Filter.And and) {
      and.parts().forEach(each -> collect(each, boxes));
    } else if (part instanceof Filter.Spatial spatial && spatial.relation().needsContact()) {
      boxes.add(spatial.shape().getEnvelopeInternal());
    }
  }
}
