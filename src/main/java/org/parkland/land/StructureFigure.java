package org.parkland.land;

/**
 * A row of the national structure table, filled in for one unit.
 *
 * @param row null for land that stands in no row: without a code, in no classification, or delivered too coarsely
 * @param areaM2 with all rows within it
 * @param share of the unit's land that has parcels, or null where there is none
 */
public record StructureFigure(StructureRow row, double areaM2, Double share) {}
