/**
 * Parkland as a library: read parcels, lay them over units, ask for the figures. {@code docs/java.md} shows it.
 *
 * <pre>{@code
 * LandDesk desk = LandDesk.open(Path.of("."));
 * Parcels parcels = desk.parcels(Path.of("gis-data/jianghai/parcels-2025.zip"));
 * Indicators figures = parcels.within(Path.of("gis-data/jianghai/units.geojson"));
 * RedLine line = figures.redLine("Z1");
 * List<LandUseRow> balance = figures.landUse("Z1");
 * }</pre>
 */
package org.parkland.library;
