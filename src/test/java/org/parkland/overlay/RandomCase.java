package org.parkland.overlay;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.parkland.land.Parcel;
import org.parkland.land.Unit;

/**
 * A few units and parcels from a seed, made to be awkward: coordinates on a coarse lattice so that vertices and
 * edges coincide, copies of unit edges moved by 1e-9 to 1e-3 m, slivers, holes, several parts, bow-ties.
 */
final class RandomCase {
  private static final GeometryFactory FACTORY = new GeometryFactory();

  final List<Unit> units = new ArrayList<>();
  final List<Parcel> parcels = new ArrayList<>();
  private final Random random;
  private final double east;
  private final double north;

  RandomCase(long seed) {
    random = new Random(seed);
    boolean metric = random.nextBoolean();
    east = metric ? 404_000 + random.nextInt(4_000) : 38_404_000;
    north = metric ? 2_490_000 : 0;
    boolean lattice = random.nextInt(3) > 0;
    for (int i = 0; i < 4; i++) {
      Geometry shape = unitShape(lattice);
      units.add(new Unit("U" + i, "kind" + i, "unit " + i, null, shape));
    }
    while (parcels.size() < 12) {
      parcels.add(new Parcel("P" + parcels.size(), "1001", false, parcelShape(lattice)));
    }
  }

  private Geometry unitShape(boolean lattice) {
    Polygon shell = blob(random.nextInt(100), random.nextInt(100), 20 + random.nextInt(60), 4 + random.nextInt(60), lattice);
    if (random.nextInt(3) > 0) {
      return valid(shell);
    }
    Geometry hole = valid(blob(50, 50, 5 + random.nextInt(15), 3 + random.nextInt(9), lattice));
    return valid(shell).difference(hole);
  }

  private Geometry parcelShape(boolean lattice) {
    double x = random.nextInt(120);
    double y = random.nextInt(120);
    return switch (random.nextInt(8)) {
      case 0 -> alongAUnit();
      case 1 -> rectangle(x, y, 1 + random.nextInt(12), 1 + random.nextInt(12));
      case 2 -> withHole(x, y, lattice);
      case 3 -> FACTORY.createMultiPolygon(new Polygon[] {
          rectangle(x, y, 6, 4), rectangle(x + 10, y + random.nextInt(6), 3, 9)});
      case 4 -> bowTie(x, y);
      case 5 -> sliver(x, y);
      case 6 -> partOfAUnit();
      default -> blob(x, y, 2 + random.nextInt(14), 3 + random.nextInt(14), lattice);
    };
  }

  /** A strip whose one side is a unit's edge, exactly or nearly. */
  private Geometry alongAUnit() {
    Coordinate[] ring = someRing();
    int i = random.nextInt(ring.length - 1);
    Coordinate a = ring[i];
    Coordinate b = ring[i + 1];
    double length = a.distance(b);
    if (length == 0) {
      return rectangle(0, 0, 1, 1);
    }
    double gap = random.nextInt(3) == 0 ? 0 : Math.pow(10, -9 + random.nextInt(7)) * (random.nextBoolean() ? 1 : -1);
    double width = random.nextBoolean() ? 3 : -3;
    double ux = -(b.y - a.y) / length;
    double uy = (b.x - a.x) / length;
    double from = random.nextInt(3) * 0.25;
    double to = random.nextBoolean() ? 1 : 0.75;
    Coordinate p = between(a, b, from, ux * gap, uy * gap);
    Coordinate q = between(a, b, to, ux * gap, uy * gap);
    Coordinate r = between(a, b, to, ux * width, uy * width);
    Coordinate s = between(a, b, from, ux * width, uy * width);
    return FACTORY.createPolygon(new Coordinate[] {p, q, r, s, p.copy()});
  }

  private static Coordinate between(Coordinate a, Coordinate b, double t, double dx, double dy) {
    if (t == 0 && dx == 0 && dy == 0) {
      return a.copy();
    }
    if (t == 1 && dx == 0 && dy == 0) {
      return b.copy();
    }
    return new Coordinate(a.x + t * (b.x - a.x) + dx, a.y + t * (b.y - a.y) + dy);
  }

  /** A triangle of a unit's own vertices. */
  private Geometry partOfAUnit() {
    Coordinate[] ring = someRing();
    int n = ring.length - 1;
    int i = random.nextInt(n);
    Coordinate a = ring[i];
    Coordinate b = ring[(i + 1) % n];
    Coordinate c = ring[(i + 2) % n];
    return FACTORY.createPolygon(new Coordinate[] {a.copy(), b.copy(), c.copy(), a.copy()});
  }

  private Coordinate[] someRing() {
    Geometry unit = units.get(random.nextInt(units.size())).geometry();
    return ((Polygon) unit.getGeometryN(0)).getExteriorRing().getCoordinates();
  }

  private Geometry withHole(double x, double y, boolean lattice) {
    Geometry shell = rectangle(x, y, 14, 12);
    Geometry hole = valid(blob(x + 7, y + 6, 4, 3 + random.nextInt(5), lattice));
    return shell.difference(hole);
  }

  private Geometry bowTie(double x, double y) {
    double w = 4 + random.nextInt(10);
    return FACTORY.createPolygon(new Coordinate[] {
        at(x, y), at(x + w, y + w), at(x + w, y), at(x, y + w + 1), at(x, y)});
  }

  private Geometry sliver(double x, double y) {
    double width = Math.pow(10, -1 - random.nextInt(5));
    double angle = random.nextInt(8) * Math.PI / 8;
    Geometry flat = FACTORY.createPolygon(new Coordinate[] {
        at(x, y), at(x + 30, y), at(x + 30, y + width), at(x, y + width), at(x, y)});
    return AffineTransformation.rotationInstance(angle, east + x, north + y).transform(flat);
  }

  private Polygon rectangle(double x, double y, double width, double height) {
    return FACTORY.createPolygon(new Coordinate[] {
        at(x, y), at(x, y + height), at(x + width, y + height), at(x + width, y), at(x, y)});
  }

  private Polygon blob(double x, double y, double radius, int vertices, boolean lattice) {
    Coordinate[] ring = new Coordinate[vertices + 1];
    for (int i = 0; i < vertices; i++) {
      double angle = 2 * Math.PI * (i + 0.6 * random.nextDouble()) / vertices;
      double r = radius * (0.55 + 0.45 * random.nextDouble());
      double px = x + r * Math.cos(angle);
      double py = y + r * Math.sin(angle);
      ring[i] = lattice ? at(Math.rint(px), Math.rint(py)) : at(px, py);
    }
    ring[vertices] = ring[0].copy();
    LinearRing shell = FACTORY.createLinearRing(ring);
    return FACTORY.createPolygon(random.nextBoolean() ? shell : shell.reverse());
  }

  private static Geometry valid(Geometry geometry) {
    return org.parkland.geometry.Repair.of(geometry).geometry();
  }

  private Coordinate at(double x, double y) {
    return new Coordinate(east + x, north + y);
  }
}
