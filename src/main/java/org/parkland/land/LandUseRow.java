package org.parkland.land;

/**
 * Land of one class in one unit.
 *
 * @param code class code as deep as it was delivered, a parent's code where sums of parents were asked for, or
 *     null for land whose class the data do not say
 * @param name of the class; null for the row without code and for codes in no classification
 * @param areaM2 square metres inside the unit
 * @param parcels parcels with a piece in the unit; one that several units cut counts in each;
 *     a piece below 0.005 m², as coordinates' rounding leaves along borders, adds its area but is no parcel
 * @param newIndustryM2 how much of the area is flagged M0: information, already inside areaM2
 */
public record LandUseRow(String code, String name, double areaM2, long parcels, double newIndustryM2) {}
