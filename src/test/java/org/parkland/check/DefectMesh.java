package org.parkland.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.parkland.geometry.Crs;
import org.parkland.land.Feature;
import org.parkland.land.LayerKind;

/**
 * A layer of four-sided parcels that share all their vertices, into which defects are put: each parcel is a ring of
 * four corners and the four middles of its sides. Defects lie apart from each other.
 */
final class DefectMesh implements LayerRows {
  static final double EAST = 38_400_000;
  static final double NORTH = 2_490_000;
  static final double SIDE = 40;
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final int columns;
  private final int rows;
  private final Coordinate[][] corners;
  private final List<Coordinate[]> rings = new ArrayList<>();
  private final List<Feature> features = new ArrayList<>();

  DefectMesh(int columns, int rows, long seed) {
    this.columns = columns;
    this.rows = rows;
    Random random = new Random(seed);
    corners = new Coordinate[columns + 1][rows + 1];
    for (int x = 0; x <= columns; x++) {
      for (int y = 0; y <= rows; y++) {
        corners[x][y] = new Coordinate(EAST + SIDE * x + 8 * random.nextDouble() - 4,
            NORTH + SIDE * y + 8 * random.nextDouble() - 4);
      }
    }
    for (int y = 0; y < rows; y++) {
      for (int x = 0; x < columns; x++) {
        rings.add(ring(x, y));
      }
    }
  }

  private Coordinate[] ring(int x, int y) {
    Coordinate[] four = {corners[x][y], corners[x + 1][y], corners[x + 1][y + 1], corners[x][y + 1]};
    Coordinate[] ring = new Coordinate[9];
    for (int i = 0; i < 4; i++) {
      ring[2 * i] = four[i].copy();
      ring[2 * i + 1] = middle(four[i], four[(i + 1) % 4]);
    }
    ring[8] = four[0].copy();
    return ring;
  }

  /** The same for both parcels of a side: addition does not care for the order. */
  private static Coordinate middle(Coordinate a, Coordinate b) {
    return new Coordinate((a.x + b.x) / 2, (a.y + b.y) / 2);
  }

  int at(int x, int y) {
    return y * columns + x;
  }

  /** Pushes the middle of the parcel's eastern side outwards (or inwards, below zero), not the neighbour's. */
  void bulge(int parcel, double metres) {
    rings.get(parcel)[3].x += metres;
  }

  /** Takes the middle of the eastern side out of the ring, so that the neighbour alone has it. */
  void dropVertex(int parcel) {
    Coordinate[] ring = rings.get(parcel);
    List<Coordinate> rest = new ArrayList<>(List.of(ring));
    rest.remove(3);
    rings.set(parcel, rest.toArray(Coordinate[]::new));
  }

  void remove(int parcel) {
    rings.set(parcel, null);
  }

  /** A second parcel with the same ring. */
  void repeat(int parcel) {
    rings.add(rings.get(parcel).clone());
  }

  /** Adds any other parcel. */
  void add(Geometry shape) {
    rings.add(shape.getCoordinates());
  }

  double areaM2(int parcel) {
    return FACTORY.createPolygon(rings.get(parcel)).getArea();
  }

  /** What the bulge covers or leaves open, m²: a triangle on the side of the parcel. */
  double bulgeM2(int parcel, double metres) {
    Coordinate[] ring = rings.get(parcel);
    return Math.abs(metres) * Math.abs(ring[4].y - ring[2].y) / 2;
  }

  DefectMesh done() {
    for (int i = 0; i < rings.size(); i++) {
      if (rings.get(i) != null) {
        features.add(new Feature(i + 1, FACTORY.createPolygon(rings.get(i)), Map.of("id", id(i)), Map.of()));
      }
    }
    return this;
  }

  static String id(int parcel) {
    return "P" + parcel;
  }

  List<Feature> features() {
    return features;
  }

  /** A square around the whole mesh, so much away from it. */
  Geometry around(double metres) {
    return FACTORY.toGeometry(new Envelope(EAST - metres, EAST + SIDE * columns + metres, NORTH - metres,
        NORTH + SIDE * rows + metres));
  }

  @Override
  public LayerKind kind() {
    return LayerKind.PARCELS;
  }

  @Override
  public Crs crs() {
    return Crs.of("EPSG:4526");
  }

  @Override
  public long count() {
    return features.size();
  }

  @Override
  public Envelope extent() {
    Envelope box = new Envelope();
    features.forEach(each -> box.expandToInclude(each.geometry().getEnvelopeInternal()));
    return box;
  }

  @Override
  public List<Feature> within(Envelope window) {
    return features.stream().filter(each -> each.geometry().getEnvelopeInternal().intersects(window)).toList();
  }
}
