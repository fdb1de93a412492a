package org.parkland.idle;

import org.locationtech.jts.geom.Geometry;
import org.parkland.land.Feature;
import org.parkland.land.Supply;

/**
 * An idle or inefficient parcel with everything that decides whether and for whom it can be had.
 *
 * @param areaM2 computed area, unrounded
 * @param geometry in a projected system with metres, the same for all sites that are compared
 * @param idle its case on the ladder, or null
 * @param inefficient its tests, or null
 * @param idleNeighbours idle or inefficient sites that adjoin it
 */
public record Site(
    String parcel,
    double areaM2,
    Geometry geometry,
    Shape shape,
    Supply supply,
    IdleCase idle,
    InefficientCase inefficient,
    Setting setting,
    int idleNeighbours) {

  public static Site of(Feature parcel, double areaM2, IdleCase idle, InefficientCase inefficient, Setting setting) {
    return new Site(parcel.id(), areaM2, parcel.geometry(), Shape.of(parcel.geometry()), Supply.of(parcel), idle,
        inefficient, setting, 0);
  }

  public Site withNeighbours(int count) {
    return new Site(parcel, areaM2, geometry, shape, supply, idle, inefficient, setting, count);
  }
}
