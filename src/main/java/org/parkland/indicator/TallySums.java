package org.parkland.indicator;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.parkland.land.OverlayFinding;

/** The content of a {@link LandUseTally} as plain data, to be kept; nothing is rounded. */
public record TallySums(List<OfClass> classes, long parcels, List<OverlayFinding> findings) implements Serializable {
  /**
   * Land of one class and settlement in one unit.
   *
   * @param settlement town-and-village attribute, or null
   * @param code class code, or null
   * @param unit place of the unit in the overlay
   */
  public record OfClass(String settlement, String code, int unit, BigDecimal areaM2, BigDecimal newIndustryM2,
      long parcels) implements Comparable<OfClass>, Serializable {
    private static final Comparator<String> NULL_LAST = Comparator.nullsLast(Comparator.naturalOrder());
    private static final Comparator<OfClass> ORDER = Comparator.comparingInt(OfClass::unit)
        .thenComparing(OfClass::code, NULL_LAST).thenComparing(OfClass::settlement, NULL_LAST);

    /** The same land in a unit that stands at another place. */
    OfClass in(int otherUnit) {
      return new OfClass(settlement, code, otherUnit, areaM2, newIndustryM2, parcels);
    }

    @Override
    public int compareTo(OfClass other) {
      return ORDER.compare(this, other);
    }
  }
}
