package org.parkland.demo;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;
import org.parkland.demo.SplitMesh.Edge;

/** Divides the blocks into planning lots and says how many parcels each lot will have. */
final class Lots {
  private static final Subdivision.Manner MANNER = new Subdivision.Manner(0.05, 0.05, 5);

  /** A block being divided: its mesh, its ring before division, its lots. */
  record Block(SplitMesh mesh, Coordinate[] corners, List<Lot> lots) {}

  final List<Block> blocks = new ArrayList<>();
  final List<Lot> all = new ArrayList<>();
  /** Vertices the lots put on block borders; streets of the zoning layer need them. */
  final BorderVertices borders = new BorderVertices();

  Lots(Skeleton skeleton, Neighbourhood neighbourhood, long seed, int parcels) {
    double scale = Math.max(1, Math.min(4, 8_000.0 / parcels));
    for (Polygon polygon : skeleton.blocks) {
      Coordinate[] ring = counterClockwise(polygon);
      SplitMesh mesh = new SplitMesh(ring);
      Block block = new Block(mesh, ring, new ArrayList<>());
      List<Edge> faces = new ArrayList<>();
      Coordinate at = polygon.getInteriorPoint().getCoordinate();
      double lotHa = lotHa(neighbourhood.at(at.x, at.y)) * scale;
      int count = (int) Math.max(1, Math.round(polygon.getArea() / 10_000 / lotHa));
      new Subdivision(mesh, new Dice(seed, 0x107, blocks.size()), MANNER)
          .run(mesh.border(), count, faces);
      for (Edge face : faces) {
        Lot lot = new Lot(all.size(), blocks.size(), face, neighbourhood);
        all.add(lot);
        block.lots().add(lot);
      }
      borders.remember(mesh, ring);
      blocks.add(block);
    }
  }

  private static double lotHa(Neighbourhood.Kind kind) {
    return switch (kind) {
      case CENTRE -> 2.4;
      case TOWN -> 3.2;
      case INDUSTRY -> 4.2;
      case VILLAGE -> 2.5;
      case COUNTRY, PORT -> 6.5;
      case HILL -> 16;
    };
  }

  private static Coordinate[] counterClockwise(Polygon polygon) {
    Coordinate[] ring = polygon.getExteriorRing().getCoordinates();
    return Orientation.isCCW(ring)
        ? ring : polygon.getExteriorRing().reverse().getCoordinates();
  }

  /** Shares {@code total} parcels out: by area over the usual parcel size, at least one a lot. */
  void shareOut(int total) {
    double low = 0;
    double high = 1e7;
    for (int i = 0; i < 60; i++) {
      double middle = (low + high) / 2;
      if (count(middle) < total) {
        low = middle;
      } else {
        high = middle;
      }
    }
    for (Lot lot : all) {
      lot.parcels = parcels(lot, high);
    }
  }

  private long count(double scale) {
    return all.stream().mapToLong(lot -> parcels(lot, scale)).sum();
  }

  private static int parcels(Lot lot, double scale) {
    double usual = lot.areaM2 / 10_000 / lot.in2025.parcelHa;
    return (int) Math.max(1, Math.round(usual * scale));
  }
}
