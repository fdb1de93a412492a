/**
 * Parkland: land-use figures, the industrial red line and idle land of a district.
 *
 * <p>The packages follow the data's way: {@code source} reads files, {@code ingest} checks and maps them,
 * {@code store} keeps snapshots, {@code overlay} cuts parcels by units, {@code indicator} and {@code idle}
 * draw figures from the pieces, {@code tile} and {@code web} show them. This package itself holds only
 * {@link org.parkland.BadInput}, the one error a user can mend.
 */
package org.parkland;
