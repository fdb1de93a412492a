package org.parkland.land;

/**
 * A cell of the change matrix: land that is one class today and another in the plan.
 *
 * @param place id of the unit it lies in, or null for land outside all
 * @param current class code, or null where the data give none
 * @param planned class code, or null where no plan covers the land or gives no class
 */
public record UseChange(String place, String current, String planned, double areaM2, long parcels) {}
