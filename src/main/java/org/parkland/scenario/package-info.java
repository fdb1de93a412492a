/**
 * 情景推演: changes a planner lays over snapshots, and what they do to the figures. Pure computation: land is looked up
 * through {@link org.parkland.scenario.BaseLand}, nothing is stored here.
 *
 * <p>Every change ends in {@link org.parkland.scenario.Edit}s: parcels that go and parcels that come in one layer.
 * {@link org.parkland.scenario.LaidSums} takes the pieces of what goes out of its sums and puts those of what comes
 * in. Sums are exact ({@link org.parkland.land.ExactSum}), so figures are to the last bit those of a computation
 * from scratch, and undoing, which is the inverse edit, leaves no trace. Memory grows with the changes, not with the
 * district.
 *
 * <p>Geometries of changes are as drawn on the map, in degrees (CGCS2000), and are moved into the CRS of each layer;
 * areas are square metres.
 */
package org.parkland.scenario;
