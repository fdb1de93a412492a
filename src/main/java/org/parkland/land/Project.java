package org.parkland.land;

import java.time.LocalDate;

/**
 * A project that looks for land.
 *
 * @param landUse class code it needs
 * @param industry division or code of GB/T 4754, or null
 * @param frontageM length along a road it needs, or null
 * @param base id of the unit it wants to be in, or null
 * @param investmentWanPerMu investment in 万元 per 亩, or null
 * @param taxWanPerMu tax a year in 万元 per 亩, or null
 * @param startOn day on which it wants to start building, or null
 */
public record Project(
    String id,
    Words name,
    double areaMuMin,
    double areaMuMax,
    String landUse,
    String industry,
    Double frontageM,
    String base,
    Double investmentWanPerMu,
    Double taxWanPerMu,
    LocalDate startOn) {}
