package org.parkland.land;

/**
 * What the plan says of the land of one prepared unit (a zoning block, or the part of one inside a unit).
 *
 * @param place id of the unit it lies in, or null
 * @param code planned class code, or null where the plan gives none
 */
public record PlannedLand(String place, String code) {}
