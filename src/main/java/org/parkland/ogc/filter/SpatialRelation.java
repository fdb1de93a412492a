package org.parkland.ogc.filter;

import java.util.Locale;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;

/** The spatial functions of CQL2: {@code S_INTERSECTS} and so on. */
public enum SpatialRelation {
  INTERSECTS(Geometry::intersects),
  EQUALS(Geometry::equalsTopo),
  DISJOINT(Geometry::disjoint),
  TOUCHES(Geometry::touches),
  WITHIN(Geometry::within),
  OVERLAPS(Geometry::overlaps),
  CROSSES(Geometry::crosses),
  CONTAINS(Geometry::contains);

  private final BiPredicate<Geometry, Geometry> test;

  SpatialRelation(BiPredicate<Geometry, Geometry> test) {
    this.test = test;
  }

  boolean holds(Geometry a, Geometry b) {
    return test.test(a, b);
  }

  /** Whether it can only hold where the boxes of both meet. */
  boolean needsContact() {
    return this != DISJOINT;
  }

  /** @param function such as {@code s_intersects}, in any case */
  static Optional<SpatialRelation> of(String function) {
    return Stream.of(values()).filter(each -> function.toUpperCase(Locale.ROOT).equals("S_" + each.name())).findFirst();
  }
}
