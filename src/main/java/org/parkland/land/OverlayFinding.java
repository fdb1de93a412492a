package org.parkland.land;

import java.io.Serializable;

/**
 * What the overlay could not do as it should, about one parcel or unit.
 *
 * @param subject number of the parcel, or id of the unit
 * @param areaM2 the area it is about: of the parcel, or for {@link Problem#NOT_CONSERVED} the land that pieces
 *     and remainder have too much (or, negative, too little)
 * @param detail in words, with the place where there is one
 */
public record OverlayFinding(Problem problem, String subject, double areaM2, String detail)
    implements Comparable<OverlayFinding>, Serializable {

  public enum Problem {
    /** No polygon, or coordinates that are no numbers: the parcel counts nowhere. */
    NO_AREA,
    /** The polygon was not valid; its repaired form was overlaid. */
    REPAIRED,
    /** Pieces could not be computed: the parcel counts nowhere. */
    NOT_COMPUTED,
    /** Pieces and remainder do not make up the parcel, as when units of one kind overlap. */
    NOT_CONSERVED,
    /** Two units of one kind have land in common. */
    UNITS_OVERLAP,
    /** Two parcels of the layer claim the same land. */
    PARCELS_OVERLAP,
    /** Overlaps between parcels too small to be named, together. */
    SLIVERS,
    /** Something was not searched for, so that nothing is said of it. */
    NOT_SEARCHED
  }

  @Override
  public int compareTo(OverlayFinding other) {
    int bySubject = String.valueOf(subject).compareTo(String.valueOf(other.subject));
    if (bySubject != 0) {
      return bySubject;
    }
    int byProblem = problem.compareTo(other.problem);
    return byProblem != 0 ? byProblem : Double.compare(areaM2, other.areaM2);
  }
}
