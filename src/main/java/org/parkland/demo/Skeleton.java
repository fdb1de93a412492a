package org.parkland.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;

/**
 * The district before it is divided into parcels: strips of roads and waters, and the blocks
 * between them. Strips and blocks are a partition of the outline and share every vertex; no two
 * blocks touch along an edge, so each block can be divided without its neighbours.
 */
final class Skeleton {
  private static final double STEP_M = 42;
  private static final double SMALLEST_BLOCK_M2 = 1_200;
  private static final double SMALLEST_STRIP_M2 = 90;
  private static final double SMALLEST_DIVIDED_BLOCK_M2 = 3_500;

  /** A length of road or water, or a green verge when {@code corridor} is null. */
  record Strip(Polygon polygon, Corridor corridor) {}

  final Polygon outline;
  final List<Corridor> corridors = new ArrayList<>();
  final List<Polygon> blocks = new ArrayList<>();
  final List<Strip> strips = new ArrayList<>();

  private final GeometryFactory factory;
  private final Neighbourhood neighbourhood;
  private final long seed;
  private final double density;

  /**
   * @param parcels number of parcels wished for: few parcels get fewer streets
   */
  Skeleton(int parcels, long seed, Neighbourhood neighbourhood, GeometryFactory factory) {
    this.seed = seed;
    this.factory = factory;
    this.neighbourhood = neighbourhood;
    this.density = Math.max(0.5, Math.min(4.5, Math.pow(8_000.0 / parcels, 1)));
    outline = DistrictOutline.draw(seed, factory);
    drawMainLines();
    layStreets();
    cut();
  }

  private void drawMainLines() {
    for (JianghaiFacts.Line road : JianghaiFacts.ROADS) {
      addLine(road, 14);
    }
    for (JianghaiFacts.Line river : JianghaiFacts.RIVERS) {
      addLine(river, 90);
    }
    for (JianghaiFacts.BorderRiver river : JianghaiFacts.BORDER_RIVERS) {
      corridors.add(new Corridor(river.name(), JianghaiFacts.Kind.RIVER, river.widthM(),
          alongOutline(river), 900 * density));
    }
    corridors.sort(Comparator.comparing(c -> c.kind));
  }

  private void addLine(JianghaiFacts.Line line, double meanderM) {
    Coordinate[] bent = Curve.resample(
        Curve.through(Curve.project(line.lonLat()), STEP_M), STEP_M);
    Noise noise = new Noise(seed ^ line.id().hashCode(), 480);
    double cutEveryM = (line.kind() == JianghaiFacts.Kind.RIVER ? 800 : 460) * density;
    corridors.add(new Corridor(line.name(), line.kind(), line.widthM(),
        Curve.meander(bent, noise, meanderM), cutEveryM));
  }

  /** The stretch of the drawn outline nearest to two of the known vertices. */
  private Coordinate[] alongOutline(JianghaiFacts.BorderRiver river) {
    Coordinate[] ring = Arrays.copyOf(
        outline.getExteriorRing().getCoordinates(), outline.getNumPoints() - 1);
    Coordinate[] known = Curve.project(JianghaiFacts.OUTLINE);
    int from = nearest(ring, known[river.from()]);
    int to = nearest(ring, known[river.to()]);
    int count = Math.floorMod(to - from, ring.length) + 1;
    Coordinate[] line = new Coordinate[count];
    for (int i = 0; i < count; i++) {
      line[i] = ring[(from + i) % ring.length].copy();
    }
    // Eased, so that the river keeps its width where the border makes a small bend.
    Coordinate[] eased =
        Curve.resample(Curve.through(Curve.resample(line, 420), STEP_M), STEP_M);
    return river.runOnM() > 0 ? Curve.extended(eased, river.runOnM()) : eased;
  }

  private static int nearest(Coordinate[] ring, Coordinate to) {
    int best = 0;
    for (int i = 1; i < ring.length; i++) {
      if (ring[i].distance(to) < ring[best].distance(to)) {
        best = i;
      }
    }
    return best;
  }

  private void layStreets() {
    Streets streets = new Streets(neighbourhood, density, 380 * density);
    List<Polygon> faces = facesOfLines();
    String[] labels = labels(faces);
    int number = 0;
    for (FaceGroups.Group group
        : new FaceGroups(faces, labels).join(SMALLEST_BLOCK_M2, SMALLEST_STRIP_M2)) {
      number++;
      if (group.label().startsWith("B") && group.polygon().getNumInteriorRing() == 0) {
        streets.layInto(group.polygon(), new Dice(seed, 0x57, number));
      }
    }
    corridors.addAll(streets.all());
  }

  private List<Polygon> facesOfLines() {
    List<Coordinate[]> lines = new ArrayList<>();
    lines.add(outline.getExteriorRing().getCoordinates());
    corridors.forEach(corridor -> lines.addAll(corridor.edges()));
    IndexedPointInAreaLocator inside = new IndexedPointInAreaLocator(outline);
    List<Polygon> faces = new ArrayList<>();
    for (Polygon face : Arrangement.faces(lines, factory)) {
      if (inside.locate(face.getInteriorPoint().getCoordinate()) == Location.INTERIOR) {
        faces.add(face);
      }
    }
    return faces;
  }

  /** "C:corridor:length" on a strip, "B:face" elsewhere. */
  private String[] labels(List<Polygon> faces) {
    String[] labels = new String[faces.size()];
    for (int f = 0; f < labels.length; f++) {
      Coordinate at = faces.get(f).getInteriorPoint().getCoordinate();
      labels[f] = "B:" + f;
      for (int c = 0; c < corridors.size(); c++) {
        int length = corridors.get(c).lengthAt(at.x, at.y);
        if (length >= 0) {
          labels[f] = "C:" + c + ":" + length;
          break;
        }
      }
    }
    return labels;
  }

  private void cut() {
    List<Polygon> faces = facesOfLines();
    for (FaceGroups.Group group
        : new FaceGroups(faces, labels(faces)).join(SMALLEST_BLOCK_M2, SMALLEST_STRIP_M2)) {
      Polygon polygon = group.polygon();
      if (group.label().startsWith("C")) {
        int corridor = Integer.parseInt(group.label().split(":")[1]);
        strips.add(new Strip(polygon, corridors.get(corridor)));
      } else if (polygon.getArea() < SMALLEST_DIVIDED_BLOCK_M2
          || polygon.getNumInteriorRing() > 0) {
        strips.add(new Strip(polygon, null));
      } else {
        blocks.add(polygon);
      }
    }
  }
}
