package org.parkland.print;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.parkland.geometry.Crs;

/**
 * The part of a page that shows the map, and the ground it shows.
 *
 * @param box on paper
 * @param crs projected, in metres
 * @param centre of the map, in that system
 * @param scale the n of 1:n
 */
record MapFrame(Box box, Crs crs, Coordinate centre, int scale) {
  /** The frame around a ground, at the scale asked for, or, with 0, at the largest round one that fits. */
  static MapFrame around(Envelope ground, int scale, Box box, Crs crs) {
    int chosen = scale > 0 ? scale
        : MapScale.fitting(ground.getWidth(), ground.getHeight(), box.width(), box.height());
    return new MapFrame(box, crs, ground.centre(), chosen);
  }

  /** Points on paper to a metre on the ground. */
  double pointsPerMetre() {
    return 1000 * Paper.POINTS / scale;
  }

  double x(double easting) {
    return box.x() + box.width() / 2 + (easting - centre.x) * pointsPerMetre();
  }

  double y(double northing) {
    return box.y() + box.height() / 2 + (northing - centre.y) * pointsPerMetre();
  }

  /** The ground the map shows. */
  Envelope ground() {
    double halfWidth = box.width() / 2 / pointsPerMetre();
    double halfHeight = box.height() / 2 / pointsPerMetre();
    return new Envelope(centre.x - halfWidth, centre.x + halfWidth, centre.y - halfHeight, centre.y + halfHeight);
  }
}
