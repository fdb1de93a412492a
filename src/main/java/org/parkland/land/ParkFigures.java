package org.parkland.land;

import java.util.List;
import java.util.Set;

/**
 * The figures of one park. A ratio covers only the industrial land for which its data are known; how much that is
 * stands beside it.
 *
 * @param industryShare of the park's land that has parcels, or null
 * @param plotRatio floor area / land; null where nothing is known
 * @param plotRatioKnownM2 industrial land with known floor area
 * @param investmentPerMuWan 万元 per 亩, or null
 * @param investmentKnownM2 industrial land with known investment
 * @param taxPerMuWan 万元 per 亩 and year, or null
 * @param taxKnownM2 industrial land with known tax
 * @param upgraded null where the data do not say
 * @param conditions what is the matter
 * @param next steps that the policy proposes
 */
public record ParkFigures(Unit park, double areaM2, double coveredM2, double industryM2, Double industryShare,
    double idleM2, double inefficientM2, Double plotRatio, double plotRatioKnownM2, Double investmentPerMuWan,
    double investmentKnownM2, Double taxPerMuWan, double taxKnownM2, Boolean upgraded,
    Set<ParkPolicy.Condition> conditions, List<ParkPolicy.Step> next) {}
