package org.parkland.demo;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/** Drawing with polylines in the plane (metres): from a few known points to bent, natural lines. */
final class Curve {

  private Curve() {}

  /** Longitude-latitude pairs to the plane. */
  static Coordinate[] project(double... lonLat) {
    Coordinate[] line = new Coordinate[lonLat.length / 2];
    for (int i = 0; i < line.length; i++) {
      line[i] = GaussKruger.toPlane(lonLat[2 * i], lonLat[2 * i + 1]);
    }
    return line;
  }

  /** Catmull-Rom curve through the control points, sampled about every {@code stepM}. */
  static Coordinate[] through(Coordinate[] control, double stepM) {
    List<Coordinate> out = new ArrayList<>();
    int last = control.length - 1;
    for (int i = 0; i < last; i++) {
      Coordinate before = control[Math.max(0, i - 1)];
      Coordinate after = control[Math.min(last, i + 2)];
      int steps = (int) Math.max(1, Math.ceil(control[i].distance(control[i + 1]) / stepM));
      for (int s = 0; s < steps; s++) {
        out.add(catmullRom(before, control[i], control[i + 1], after, (double) s / steps));
      }
    }
    out.add(control[last].copy());
    return out.toArray(new Coordinate[0]);
  }

  private static Coordinate catmullRom(
      Coordinate a, Coordinate b, Coordinate c, Coordinate d, double t) {
    return new Coordinate(
        spline(a.x, b.x, c.x, d.x, t), spline(a.y, b.y, c.y, d.y, t));
  }

  private static double spline(double a, double b, double c, double d, double t) {
    double linear = c - a;
    double square = 2 * a - 5 * b + 4 * c - d;
    double cube = 3 * b - a - 3 * c + d;
    return b + 0.5 * t * (linear + t * (square + t * cube));
  }

  /** Cuts the corners of a closed ring (Chaikin), the first point not repeated at the end. */
  static Coordinate[] roundCorners(Coordinate[] ring, int times) {
    Coordinate[] current = ring;
    for (int k = 0; k < times; k++) {
      Coordinate[] next = new Coordinate[2 * current.length];
      for (int i = 0; i < current.length; i++) {
        Coordinate a = current[i];
        Coordinate b = current[(i + 1) % current.length];
        next[2 * i] = between(a, b, 0.25);
        next[2 * i + 1] = between(a, b, 0.75);
      }
      current = next;
    }
    return current;
  }

  static Coordinate between(Coordinate a, Coordinate b, double t) {
    return new Coordinate(a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t);
  }

  /** Points about every {@code stepM} along a line; its ends are kept. */
  static Coordinate[] resample(Coordinate[] line, double stepM) {
    double length = length(line);
    int steps = (int) Math.max(1, Math.round(length / stepM));
    Coordinate[] out = new Coordinate[steps + 1];
    int segment = 0;
    double passed = 0;
    for (int i = 0; i < steps; i++) {
      double target = length * i / steps;
      while (passed + line[segment].distance(line[segment + 1]) < target) {
        passed += line[segment].distance(line[segment + 1]);
        segment++;
      }
      double part = line[segment].distance(line[segment + 1]);
      out[i] = between(line[segment], line[segment + 1], part == 0 ? 0 : (target - passed) / part);
    }
    out[steps] = line[line.length - 1].copy();
    return out;
  }

  static double length(Coordinate[] line) {
    double sum = 0;
    for (int i = 1; i < line.length; i++) {
      sum += line[i].distance(line[i - 1]);
    }
    return sum;
  }

  /** Moves every inner point sideways by smooth noise of at most {@code amplitudeM}. */
  static Coordinate[] meander(Coordinate[] line, Noise noise, double amplitudeM) {
    Coordinate[] out = new Coordinate[line.length];
    for (int i = 0; i < line.length; i++) {
      double shift = amplitudeM * (2 * noise.at(line[i].x, line[i].y) - 1);
      out[i] = sideways(line, i, shift);
    }
    return out;
  }

  /** Parallel line at a distance to the left (positive) or right, mitred. */
  static Coordinate[] offset(Coordinate[] line, double leftM) {
    Coordinate[] out = new Coordinate[line.length];
    for (int i = 0; i < line.length; i++) {
      out[i] = rounded(sideways(line, i, leftM));
    }
    return out;
  }

  private static Coordinate sideways(Coordinate[] line, int i, double leftM) {
    Coordinate in = direction(line[Math.max(0, i - 1)], line[Math.max(1, i)]);
    int last = line.length - 1;
    Coordinate out = direction(line[Math.min(last - 1, i)], line[Math.min(last, i + 1)]);
    double nx = -(in.y + out.y);
    double ny = in.x + out.x;
    double squared = nx * nx + ny * ny;
    // The mitre factor; sharp bends are cut off so that the side does not run away.
    double factor = leftM * 2 / Math.max(squared, 1.0);
    return new Coordinate(line[i].x + nx * factor, line[i].y + ny * factor);
  }

  /** Unit vector from a to b. */
  static Coordinate direction(Coordinate a, Coordinate b) {
    double length = a.distance(b);
    return length == 0
        ? new Coordinate(1, 0) : new Coordinate((b.x - a.x) / length, (b.y - a.y) / length);
  }

  /** The line made longer at both ends, straight on. */
  static Coordinate[] extended(Coordinate[] line, double byM) {
    Coordinate[] out = line.clone();
    int last = out.length - 1;
    Coordinate begin = direction(line[1], line[0]);
    Coordinate end = direction(line[last - 1], line[last]);
    out[0] = new Coordinate(line[0].x + begin.x * byM, line[0].y + begin.y * byM);
    out[last] = new Coordinate(line[last].x + end.x * byM, line[last].y + end.y * byM);
    return out;
  }

  static Coordinate rounded(Coordinate c) {
    return new Coordinate(millimetres(c.x), millimetres(c.y));
  }

  /** Rounds metres to whole millimetres, the same way as JTS' precision model. */
  static double millimetres(double metres) {
    return Math.round(metres * 1000) / 1000.0;
  }
}
