/**
 * Writers, one per file format. Each takes features one at a time and holds none of them, so a
 * layer of any length needs constant memory; each writes the same bytes for the same features
 * (fixed time stamps, no machine-dependent order).
 *
 * <p>A writer has no opinion on content: columns, coordinate reference and encoding are given by
 * the caller. Coordinates are written as they come, in easting-northing or longitude-latitude
 * order, and must already be in the stated reference system.
 */
package org.parkland.sink;
