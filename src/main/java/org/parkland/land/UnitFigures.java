package org.parkland.land;

import java.util.List;

/**
 * The figures of one unit.
 *
 * @param areaM2 of the unit itself
 * @param coveredM2 of all pieces in it; less than the unit's area where parcels leave gaps, more where they overlap
 * @param landUse by class code; land without a code in a row of its own, last
 */
public record UnitFigures(
    Unit unit, double areaM2, double coveredM2, List<LandUseRow> landUse, RedLine redLine) {}
