package org.parkland.geometry;

/** Around an origin in degrees of longitude and latitude; vertices are taken as they are. */
final class DegreesSweep extends EllipsoidalSweep {
  private double originLatitude;
  private double originNorth;

  DegreesSweep() {
    super(false);
  }

  @Override
  void moveTo(double longitude, double latitude) {
    originLatitude = latitude;
    originNorth = Cgcs2000.equalAreaY(latitude);
  }

  @Override
  void project(double longitude, double latitude) {
    east = Cgcs2000.equalAreaX(longitude);
    north = Cgcs2000.equalAreaY(originLatitude + latitude) - originNorth;
  }
}
