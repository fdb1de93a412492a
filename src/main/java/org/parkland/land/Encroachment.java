package org.parkland.land;

/**
 * Land inside the protection line whose use its level forbids.
 *
 * @param block id of the block
 * @param parcel number of the parcel or planned block
 * @param areaM2 of the piece inside the block
 * @param clause of the policy, in words
 */
public record Encroachment(String block, String level, String parcel, String code, double areaM2, Words clause) {}
