package org.parkland.geometry;

/**
 * Areas by boundary integral: twice the signed area that an edge sweeps around a fixed origin, in the plane in
 * which the measure is a plain shoelace sum. Summed over the closed boundary of a polygon and halved, that is
 * the polygon's area (counter-clockwise positive).
 *
 * <p>Edges are given relative to the origin, in units of the layer's CRS: differences of neighbouring
 * coordinates lose no digits, large coordinates do. Not safe to share: one per thread.
 */
public abstract class Sweep {
  /** Sets the origin, a place in or beside the polygon, in the CRS of the layer. */
  public abstract void origin(double x, double y);

  /** Twice the signed square metres between the origin and one straight edge. */
  public abstract double edge(double x0, double y0, double x1, double y1);

  /**
   * All edges of one ring, in absolute coordinates.
   *
   * @param first index of the first vertex in {@code x} and {@code y}
   * @param last index of the closing vertex, a repetition of the first
   * @param swept receives at {@code k} what the edge from vertex {@code k} to {@code k + 1} sweeps
   * @return their sum: twice the signed area of the ring
   */
  public abstract double ring(double[] x, double[] y, int first, int last, double[] swept);
}
