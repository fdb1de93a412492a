package org.parkland.land;

/**
 * A parcel whose three areas do not agree.
 *
 * @param registeredMinusComputedM2 null where nothing is registered
 * @param approvedMinusComputedM2 null where nothing is approved
 */
public record AreaDifference(
    ParcelAreas areas, Double registeredMinusComputedM2, Double approvedMinusComputedM2) {}
