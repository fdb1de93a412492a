package org.parkland.land;

import java.util.List;

/**
 * What changed in a unit between two snapshots, parcel by parcel. The entries' parts, with those of the unlisted
 * ones, add up to the change of numerator, denominator and ratio.
 *
 * @param entries the weightiest first
 * @param unlisted how many parcels differ by less than a step of the registered area, as re-exported coordinates do
 * @param unlistedNumeratorM2 what those add to the numerator
 * @param unlistedDenominatorM2 what those add to the denominator
 * @param unlistedRatioPart their part in the change of the ratio, or null where there is none
 */
public record Ledger(RedLine before, RedLine after, List<LedgerEntry> entries, long unlisted,
    double unlistedNumeratorM2, double unlistedDenominatorM2, Double unlistedRatioPart) {}
