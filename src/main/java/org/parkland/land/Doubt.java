package org.parkland.land;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;

/**
 * Something about the land of a unit that the data leave open, and what each way of reading it would change in the
 * red line's areas.
 *
 * @param subject number of the parcel, of both parcels that overlap, or id of the unit that has a gap
 * @param areaM2 of the land in doubt, inside the unit
 * @param readings at least two; changes to the areas as they are counted now
 */
public record Doubt(Cause cause, String subject, double areaM2, List<Reading> readings) implements Serializable {

  public enum Cause {
    /** The data give no class. */
    NO_CODE,
    /** The class is in no classification. */
    UNKNOWN_CODE,
    /** The crosswalk from another classification allows several classes. */
    AMBIGUOUS_CODE,
    /** Two parcels claim the same land, which counts twice. */
    PARCELS_OVERLAP,
    /** No parcel covers this land. */
    GAP,
    /** A parcel that could not be read or placed. */
    UNREADABLE;

    /** The word used in JSON and on the command line. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Square metres to be added to numerator and denominator if this reading is right; may be negative. */
  public record Reading(double numeratorM2, double denominatorM2) implements Serializable {
    /** What it adds to numerator − threshold × denominator. */
    public double headroomM2(double threshold) {
      return numeratorM2 - threshold * denominatorM2;
    }
  }

  /** Difference in headroom between the best and the worst reading, m²: how much resolving it can move. */
  public double spreadM2(double threshold) {
    return readings.stream().mapToDouble(each -> each.headroomM2(threshold)).max().orElse(0)
        - readings.stream().mapToDouble(each -> each.headroomM2(threshold)).min().orElse(0);
  }
}
