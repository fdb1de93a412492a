/**
 * The seeded generator of the synthetic sample district: an invented Jianghai (江海区) that has the
 * real one's outline, main roads and rivers and the known totals, and nothing else of it. Holders,
 * addresses, contracts and figures are made up.
 *
 * <p>The way of the data: {@link org.parkland.demo.JianghaiFacts} (what is known) →
 * {@link org.parkland.demo.Skeleton} (rivers, roads and streets cut the outline into blocks) →
 * {@link org.parkland.demo.LandUsePlan} (blocks into planning lots, each with a use in 2020, in
 * 2025 and in the plan) → {@link org.parkland.demo.SupplyLedger} (which lots lie idle or are
 * used badly) → {@link org.parkland.demo.ParcelStream} (lots into parcels, block by block) →
 * {@link org.parkland.sink}.
 *
 * <p>Everything is done in EPSG:4547 (metres, easting first), rounded to 1 mm. Equal arguments give
 * equal bytes: chance comes from {@link org.parkland.demo.Dice}, trigonometry from StrictMath, and
 * nothing depends on the order of a hash table or of threads.
 */
package org.parkland.demo;
