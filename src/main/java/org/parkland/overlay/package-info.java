/**
 * Parcels × units → pieces with area. Pure computation: a stream of parcels in, pieces out, any number of
 * threads, no I/O, memory independent of the number of parcels.
 *
 * <p>The way of a parcel: {@link org.parkland.overlay.ParcelOverlay} reads its outline and looks its box up in
 * the {@link org.parkland.overlay.CellIndex}, a grid that knows for each cell which units hold all of it and
 * whose boundary runs through it. 19 of 20 parcels meet no boundary and are done. For the others
 * {@link org.parkland.overlay.Cut} sums the area of each piece along its boundary: the parcel's edges inside
 * the unit and the unit's edges inside the parcel (Green). No topology is built.
 *
 * <p>Why that is exact: whether an edge crosses another is decided by the sign of determinants, computed so that
 * it is always right ({@link org.parkland.overlay.Sides}). Touching vertices, shared edges and collinear
 * overlaps are no special cases: units are thought shifted by an infinitesimal vector (Edelsbrunner and Mücke,
 * Simulation of Simplicity, 1990), after which nothing touches, and since the area of a piece is continuous in
 * that shift, its limit is the area of the piece. Every cut proves itself: boundaries must close, and pieces plus
 * remainder, computed on their own, must make up the parcel. What does not is done again by JTS OverlayNG.
 *
 * <p>All geometries are in one CRS; areas are square metres of the {@link org.parkland.geometry.AreaMeasure}.
 */
package org.parkland.overlay;
