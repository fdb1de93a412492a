package org.parkland.land;

import java.time.LocalDate;

/**
 * Below what size a difference is drawing or rounding, not land.
 *
 * @param overlapM2 parcels that share less land than this overlap by a sliver
 * @param overlapWidthM likewise, mean width in metres
 * @param agreementM2 areas of a parcel that differ by no more than this agree
 * @param agreementShare likewise, as a share of the computed area; the larger of the two counts
 */
public record Tolerances(double overlapM2, double overlapWidthM, double agreementM2, double agreementShare,
    String source, LocalDate date) {}
