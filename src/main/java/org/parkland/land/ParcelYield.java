package org.parkland.land;

/**
 * What is known of one parcel beyond its land; null where it is not delivered.
 *
 * @param floorAreaM2 on the whole parcel
 * @param fixedAssetsWan fixed-asset investment of the whole parcel, 万元
 * @param taxWan tax per year of the whole parcel, 万元
 * @param idle suspected idle land
 * @param inefficient suspected inefficient land
 */
public record ParcelYield(Double floorAreaM2, Double fixedAssetsWan, Double taxWan, boolean idle, boolean inefficient) {
  /** Of a parcel nothing is known about. */
  public static final ParcelYield UNKNOWN = new ParcelYield(null, null, null, false, false);
}
