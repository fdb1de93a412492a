package org.parkland.idle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.locationtech.jts.algorithm.ConvexHull;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Neighbouring sites taken as one place (连片); a single site is the smallest.
 *
 * @param sites at least one, connected, in the order of their numbers
 * @param areaM2 sum of the computed areas of the sites
 * @param holders number of different holders; each site without a delivered holder counts as one of its own
 * @param fill share of the convex hull that the sites fill, 0–1: near 1 for one block, small for land strung out
 */
public record Assembly(List<Site> sites, double areaM2, int holders, double fill) {
  private static final GeometryFactory PLANE = new GeometryFactory();

  static Assembly of(List<Site> sites) {
    return new Assembly(List.copyOf(sites), sites.stream().mapToDouble(Site::areaM2).sum(), holders(sites),
        fill(sites));
  }

  private static int holders(List<Site> sites) {
    long unnamed = sites.stream().filter(site -> site.supply().holder() == null).count();
    return (int) (unnamed + sites.stream().map(site -> site.supply().holder()).filter(Objects::nonNull)
        .distinct().count());
  }

  private static double fill(List<Site> sites) {
    List<Coordinate> corners = new ArrayList<>();
    sites.forEach(site -> Collections.addAll(corners, site.geometry().getCoordinates()));
    double hull = new ConvexHull(corners.toArray(Coordinate[]::new), PLANE).getConvexHull().getArea();
    return hull == 0 ? 0 : sites.stream().mapToDouble(site -> site.shape().areaM2()).sum() / hull;
  }

  public List<String> parcels() {
    return sites.stream().map(Site::parcel).toList();
  }
}
