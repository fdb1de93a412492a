package org.parkland.land;

/**
 * What stands, or is planned, inside one block of the protection line.
 *
 * @param areaM2 of the block itself
 * @param industryM2 industrial land in it
 * @param industryShare of the block's area, or null where it has none
 * @param enoughIndustry whether the share reaches the policy's floor; null without a share
 * @param newIndustryM2 of that, M0
 * @param newIndustryShare of the industrial land, or null where there is none
 * @param newIndustryWithinCap whether that share stays at or below the policy's cap; null without a share
 */
public record BlockFigures(String block, String level, double areaM2, double industryM2, Double industryShare,
    Boolean enoughIndustry, double newIndustryM2, Double newIndustryShare, Boolean newIndustryWithinCap) {}
