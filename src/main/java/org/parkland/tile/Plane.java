package org.parkland.tile;

/** Takes a vertex from one frame to another. Safe to share between threads. */
interface Plane {
  /** Leaves a vertex where it is. */
  Plane SAME = (x, y, result) -> {
    result[0] = x;
    result[1] = y;
  };

  /** Writes the vertex in the target's frame into {@code result}. */
  void project(double x, double y, double[] result);
}
