package org.parkland.land;

import org.locationtech.jts.geom.Geometry;

/**
 * Land that two parcels of one layer claim.
 *
 * @param first the parcel with the lower number, without its geometry
 * @param second the other one, without its geometry
 * @param shape polygons in the CRS of the layer
 */
public record CommonLand(Parcel first, Parcel second, double areaM2, Geometry shape) {}
