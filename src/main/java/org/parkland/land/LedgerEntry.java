package org.parkland.land;

/**
 * One parcel's part in what changed in a unit between two snapshots.
 *
 * @param codeBefore class code, null where it had none or the parcel was not there
 * @param codeAfter likewise
 * @param areaBeforeM2 of its piece in the unit, 0 where it had none
 * @param areaAfterM2 likewise
 * @param numeratorM2 change it makes to the red line's numerator
 * @param denominatorM2 change it makes to the denominator
 * @param ratioPart its part in the change of the ratio; null where one of the two ratios does not exist
 */
public record LedgerEntry(String parcel, Change change, String codeBefore, String codeAfter, double areaBeforeM2,
    double areaAfterM2, double numeratorM2, double denominatorM2, Double ratioPart) {

  public enum Change {
    /** In the unit only in the later snapshot. */
    ENTERED,
    /** In the unit only in the earlier snapshot. */
    LEFT,
    CHANGED_CLASS,
    /** Another area in the unit, in the same class. */
    CHANGED_SHAPE,
    CHANGED_CLASS_AND_SHAPE
  }
}
