package org.parkland.bench;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.parkland.land.Parcel;
import org.parkland.land.Unit;

/**
 * A synthetic district for measuring: parcels of 16 vertices that share their edges exactly, without gap or
 * overlap, and 12 units of 500 to 800 vertices in three kinds (4 zones, 5 bases, 3 streets) that overlap across
 * kinds. Made from a seed, row by row, so that any number of parcels costs no memory.
 *
 * <p>EPSG:4547, metres. The mesh is a bent lattice: every corner and every point along an edge is moved by a
 * hash of its place.
 */
public final class Mesh {
  /** System of the coordinates. */
  public static final String CRS = "EPSG:4547";

  /** Vertices along each side, corners included: 4 sides of 4 make 16 vertices. */
  private static final int STEPS = 4;
  static final double EAST = 404_000;
  static final double NORTH = 2_488_000;
  /** Extent of the district, metres, where nothing else is said. */
  private static final double WIDTH_M = 12_000;
  private static final String[] CODES = {
    "0101", "0301", "0701", "0703", "0801", "0901", "100101", "100102", "1101", "1207", "1401", "1701"};

  private final GeometryFactory factory = new GeometryFactory();
  private final int columns;
  private final int rows;
  private final long seed;
  private final double stepX;
  private final double stepY;

  /** @param parcels roughly how many; see {@link #size()} */
  public Mesh(long parcels, long seed) {
    this(parcels, seed, WIDTH_M);
  }

  /** The same over more land: {@link #units()} and {@link #extent()} are those of the district in its corner. */
  Mesh(long parcels, long seed, double widthM) {
    this.columns = (int) Math.ceil(Math.sqrt(parcels));
    this.rows = (int) (parcels / columns);
    this.seed = seed;
    this.stepX = widthM / (columns * (double) STEPS);
    this.stepY = widthM / (rows * (double) STEPS);
  }

  public long size() {
    return (long) columns * rows;
  }

  int columns() {
    return columns;
  }

  int rows() {
    return rows;
  }

  /** The box the district fills, in its own system; edges are bent by a few metres. */
  public static Envelope extent() {
    return new Envelope(EAST, EAST + WIDTH_M, NORTH, NORTH + WIDTH_M);
  }

  /** The parcels, row by row. */
  public Iterator<Parcel> parcels() {
    return new Iterator<>() {
      private long next;

      @Override
      public boolean hasNext() {
        return next < size();
      }

      @Override
      public Parcel next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        return parcel(next++);
      }
    };
  }

  /** The parcel with a number from 0 to {@link #size()}, without those before it. */
  public Parcel parcel(long number) {
    int left = (int) (number % columns) * STEPS;
    int bottom = (int) (number / columns) * STEPS;
    Coordinate[] ring = new Coordinate[4 * STEPS + 1];
    for (int i = 0; i < STEPS; i++) {
      ring[i] = node(left + i, bottom);
      ring[STEPS + i] = node(left + STEPS, bottom + i);
      ring[2 * STEPS + i] = node(left + STEPS - i, bottom + STEPS);
      ring[3 * STEPS + i] = node(left, bottom + STEPS - i);
    }
    ring[4 * STEPS] = ring[0].copy();
    String code = CODES[(int) Math.floorMod(hash(number, 17, seed), CODES.length)];
    return new Parcel(Long.toString(number), code, false, factory.createPolygon(ring));
  }

  /** A node of the lattice, moved by up to a third of a step. */
  private Coordinate node(int i, int j) {
    return new Coordinate(
        EAST + (i + 0.33 * noise(i, j, 1)) * stepX, NORTH + (j + 0.33 * noise(i, j, 2)) * stepY);
  }

  /** -1 to 1, from a place. */
  private double noise(long i, long j, int salt) {
    return hash(i << 32 ^ j, salt, seed) * 0x1p-63;
  }

  static long hash(long value, int salt, long seed) {
    long z = value * 0x9e3779b97f4a7c15L + seed * 0xd1b54a32d192ed03L + salt;
    z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
    z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
    return z ^ z >>> 31;
  }

  /** 12 units that overlap each other across kinds, and not within. */
  public List<Unit> units() {
    List<Unit> units = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      double x = EAST + WIDTH_M * (i % 2 == 0 ? 0.25 : 0.75);
      double y = NORTH + WIDTH_M * (i / 2 == 0 ? 0.25 : 0.75);
      units.add(unit("zone", i, x, y, 0.24 * WIDTH_M));
    }
    for (int i = 0; i < 5; i++) {
      double angle = 2 * Math.PI * i / 5 + 0.3;
      units.add(unit("base", i, EAST + WIDTH_M * (0.5 + 0.3 * Math.cos(angle)),
          NORTH + WIDTH_M * (0.5 + 0.3 * Math.sin(angle)), 0.17 * WIDTH_M));
    }
    for (int i = 0; i < 3; i++) {
      units.add(unit("street", i, EAST + WIDTH_M * (0.2 + 0.3 * i), NORTH + WIDTH_M * 0.5, 0.145 * WIDTH_M));
    }
    return units;
  }

  private Unit unit(String kind, int number, double x, double y, double radius) {
    int vertices = 500 + (int) Math.floorMod(hash(number, kind.hashCode(), seed), 301L);
    Coordinate[] ring = new Coordinate[vertices + 1];
    for (int i = 0; i < vertices; i++) {
      double angle = 2 * Math.PI * i / vertices;
      double r = radius * (0.85 + 0.1 * Math.sin(5 * angle + number) + 0.03 * Math.sin(17 * angle)
          + 0.02 * noise(i, number, kind.hashCode()));
      ring[i] = new Coordinate(x + r * Math.cos(angle), y + r * Math.sin(angle));
    }
    ring[vertices] = ring[0].copy();
    Polygon polygon = factory.createPolygon(ring);
    return new Unit(kind + number, kind, kind + " " + number, null, polygon);
  }
}
