/**
 * Coordinates and areas: reference systems and transforms, repair, ellipsoidal and planar area.
 *
 * <p>Coordinate order is east, north (x, y) everywhere, also for systems whose register says north, east.
 */
package org.parkland.geometry;
