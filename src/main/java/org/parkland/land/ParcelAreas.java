package org.parkland.land;

/**
 * The three areas of one parcel, square metres.
 *
 * @param computedM2 from its geometry, unrounded
 * @param registeredM2 in the register (登记面积), or null
 * @param approvedM2 in the approval or supply decision (批准面积), or null
 */
public record ParcelAreas(String parcel, double computedM2, Double registeredM2, Double approvedM2) {}
