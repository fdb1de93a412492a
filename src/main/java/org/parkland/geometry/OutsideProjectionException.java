package org.parkland.geometry;

/** A coordinate that a projection cannot express, far from the zone it is made for. */
public final class OutsideProjectionException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  OutsideProjectionException(double x, double y, Throwable cause) {
    super("cannot transform " + x + " " + y, cause);
  }
}
