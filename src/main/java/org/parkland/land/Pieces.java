package org.parkland.land;

/**
 * What units make of one parcel: the piece of it that lies in each unit, and, for each kind of unit, the
 * remainder that lies in none of that kind. Immutable.
 *
 * <p>Units and kinds are named by their place in the lists the overlay was prepared with. Most parcels are not
 * cut; then all pieces are the whole parcel and share their lists with other parcels.
 */
public final class Pieces {
  private final Parcel parcel;
  private final double areaM2;
  private final int[] units;
  private final double[] unitsM2;
  private final int[] kinds;
  private final double[] kindsM2;

  private Pieces(Parcel parcel, double areaM2, int[] units, double[] unitsM2, int[] kinds, double[] kindsM2) {
    this.parcel = parcel;
    this.areaM2 = areaM2;
    this.units = units;
    this.unitsM2 = unitsM2;
    this.kinds = kinds;
    this.kindsM2 = kindsM2;
  }

  /**
   * A parcel no unit cuts.
   *
   * @param units that it lies in, wholly
   * @param kinds of which it lies in no unit
   */
  public static Pieces whole(Parcel parcel, double areaM2, int[] units, int[] kinds) {
    return new Pieces(parcel, areaM2, units, null, kinds, null);
  }

  /**
   * @param unitsM2 area of the piece in each of {@code units}
   * @param kindsM2 area of the remainder outside each of {@code kinds}
   */
  public static Pieces cut(
      Parcel parcel, double areaM2, int[] units, double[] unitsM2, int[] kinds, double[] kindsM2) {
    return new Pieces(parcel, areaM2, units, unitsM2, kinds, kindsM2);
  }

  public Parcel parcel() {
    return parcel;
  }

  /** Of the whole parcel, after repair where it needed one. */
  public double areaM2() {
    return areaM2;
  }

  /** Whether the boundary of a unit runs through the parcel. */
  public boolean isCut() {
    return unitsM2 != null;
  }

  /** Number of units that have a piece of the parcel. */
  public int size() {
    return units.length;
  }

  /** Place of the unit of the i-th piece. */
  public int unit(int i) {
    return units[i];
  }

  /** Square metres of the i-th piece. */
  public double pieceM2(int i) {
    return unitsM2 == null ? areaM2 : unitsM2[i];
  }

  /** Square metres in a unit, 0 where it has no piece. */
  public double inUnitM2(int unit) {
    for (int i = 0; i < units.length; i++) {
      if (units[i] == unit) {
        return pieceM2(i);
      }
    }
    return 0;
  }

  /** Square metres outside all units of a kind. */
  public double remainderM2(int kind) {
    for (int i = 0; i < kinds.length; i++) {
      if (kinds[i] == kind) {
        return kindsM2 == null ? areaM2 : kindsM2[i];
      }
    }
    return 0;
  }
}
