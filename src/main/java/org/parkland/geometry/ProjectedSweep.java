package org.parkland.geometry;

/** Around an origin in a metric projection, by the polynomials of {@link LocalEqualArea}. */
final class ProjectedSweep extends EllipsoidalSweep {
  private final LocalEqualArea plane;
  private LocalEqualArea.Cell cell;
  /** The origin as seen from the cell's centre, metres in the projection. */
  private double offsetX;
  private double offsetY;
  /** The origin as seen from the cell's centre, metres in the equal-area plane. */
  private double originEast;
  private double originNorth;

  ProjectedSweep(LocalEqualArea plane) {
    super(true);
    this.plane = plane;
  }

  @Override
  void moveTo(double x, double y) {
    if (cell == null || !cell.holds(x, y)) {
      cell = plane.cellAt(x, y);
    }
    offsetX = x - cell.centreX;
    offsetY = y - cell.centreY;
    originEast = cell.east(offsetX, offsetY);
    originNorth = cell.north(offsetX, offsetY);
  }

  @Override
  void project(double x, double y) {
    double s = offsetX + x;
    double t = offsetY + y;
    if (LocalEqualArea.Cell.reaches(s, t)) {
      east = cell.east(s, t) - originEast;
      north = cell.north(s, t) - originNorth;
    } else {
      projectFar(s, t);
    }
  }

  /** A vertex so far away that it needs the polynomials of its own cell. */
  private void projectFar(double s, double t) {
    double x = cell.centreX + s;
    double y = cell.centreY + t;
    LocalEqualArea.Cell own = plane.cellAt(x, y);
    east = own.east(x - own.centreX, y - own.centreY) + (own.centreEast - cell.centreEast) - originEast;
    north = own.north(x - own.centreX, y - own.centreY) + (own.centreNorth - cell.centreNorth) - originNorth;
  }
}
