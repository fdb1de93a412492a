package org.parkland.ogc.filter;

import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.parkland.store.Condition.Relation;

/** A filter of CQL2, as parsed: true, false or unknown of each item, by the rules of SQL. */
public sealed interface Filter {
  record And(List<Filter> parts) implements Filter {}

  record Or(List<Filter> parts) implements Filter {}

  record Not(Filter inner) implements Filter {}

  /** {@code TRUE} or {@code FALSE}. */
  record Constant(boolean value) implements Filter {}

  record Compare(Value left, Relation relation, Value right) implements Filter {}

  /** @param pattern {@code %} for any characters, {@code _} for one, {@code \} before what is meant as it is */
  record Like(Value value, Value pattern) implements Filter {}

  record Between(Value value, Value lowest, Value highest) implements Filter {}

  record In(Value value, List<Value> values) implements Filter {}

  record IsNull(Value value) implements Filter {}

  /**
   * A spatial relation of the item's shape to a given one.
   *
   * @param shape in the CRS of the filter and its order of axes
   * @param shapeFirst whether the given shape is the first argument: {@code S_WITHIN(POLYGON(…), geometry)}
   */
  record Spatial(SpatialRelation relation, Geometry shape, boolean shapeFirst) implements Filter {}

  /** What can be compared. */
  sealed interface Value {}

  record Property(String name) implements Value {}

  /** A String, Double, Boolean or LocalDate. */
  record Literal(Object value) implements Value {}

  /** {@code CASEI(…)}: text without regard to upper and lower case. */
  record CaseInsensitive(Value inner) implements Value {}
}
