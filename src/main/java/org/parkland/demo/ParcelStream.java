package org.parkland.demo;

import java.io.IOException;
import java.util.List;
import java.util.function.BiConsumer;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.parkland.demo.BlockParcels.Change;
import org.parkland.demo.BlockParcels.Piece;
import org.parkland.sink.FeatureWriter;

/**
 * Writes the parcels of both years, block by block, then the strips between the blocks. Held in
 * memory: the blocks still to come, one block's parcels, and the vertices on block borders.
 */
final class ParcelStream {
  /** Every so many lots have a parcel of two parts, or one with a hole. */
  private static final int LOTS_PER_TWO_PARTS = 97;
  private static final int LOTS_PER_HOLE = 61;

  private final Plane plane;
  private final Skeleton skeleton;
  private final Lots lots;
  private final Divisions divisions;
  private final ParcelRecords records;
  private final long seed;
  private final ParcelCodes codes = new ParcelCodes();
  private final BorderVertices borders = new BorderVertices();
  private final FeatureWriter past;
  private final FeatureWriter current;
  private final BiConsumer<Geometry, Object[]> plots;
  private final Progress progress;
  private long written;

  /** @param plots sees every current parcel in EPSG:4526 with its row */
  ParcelStream(Skeleton skeleton, Lots lots, Divisions divisions, long seed, FeatureWriter past,
      FeatureWriter current, BiConsumer<Geometry, Object[]> plots, Progress progress) {
    this.skeleton = skeleton;
    this.lots = lots;
    this.divisions = divisions;
    this.records = new ParcelRecords(seed);
    this.seed = seed;
    this.past = past;
    this.current = current;
    this.plots = plots;
    this.progress = progress;
    this.plane = new Plane();
  }

  /** Geometry with the zone number in front of the easting, as EPSG:4526 wants it. */
  static final class Plane {
    private static final double ZONE_38_M = 38_000_000;
    private final GeometryFactory factory = new GeometryFactory();

    LinearRing ring(Coordinate[] ring) {
      Coordinate[] shifted = new Coordinate[ring.length];
      for (int i = 0; i < ring.length; i++) {
        shifted[i] = new Coordinate(Curve.millimetres(ring[i].x + ZONE_38_M), ring[i].y);
      }
      return factory.createLinearRing(shifted);
    }

    Polygon polygon(Coordinate[] ring) {
      return factory.createPolygon(ring(ring));
    }

    Polygon polygon(Polygon polygon) {
      LinearRing[] holes = new LinearRing[polygon.getNumInteriorRing()];
      for (int i = 0; i < holes.length; i++) {
        holes[i] = ring(polygon.getInteriorRingN(i).getCoordinates());
      }
      return factory.createPolygon(ring(polygon.getExteriorRing().getCoordinates()), holes);
    }
  }

  void run() throws IOException {
    long total = lots.all.stream().mapToLong(lot -> lot.parcels).sum() + skeleton.strips.size();
    for (int b = 0; b < lots.blocks.size(); b++) {
      Lots.Block block = lots.blocks.get(b);
      lots.blocks.set(b, null);
      BlockParcels parcels = new BlockParcels(block, seed);
      borders.remember(block.mesh(), block.corners());
      writeBlock(block, parcels.pieces);
      // A single edge would keep the whole block in memory.
      block.lots().forEach(lot -> lot.face = null);
      progress.at("parcels", written, total);
    }
    new StripParcels(skeleton, lots, divisions, borders, codes, plane).write(past, current);
    progress.at("parcels", total, total);
  }

  private void writeBlock(Lots.Block block, List<Piece> pieces) throws IOException {
    Lot first = block.lots().get(0);
    int street = divisions.streetAt(first.x, first.y);
    ParcelCodes.Run run = codes.reserve(street, 3 * pieces.size() + 1);
    int twoPartsWith = -1;
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      if (piece.change() != Change.NONE) {
        writePair(piece, run, street, 3 * i);
      } else if (i == twoPartsWith) {
        continue;
      } else {
        int partner = piece.ordinal() == 0 && piece.lot().number % LOTS_PER_TWO_PARTS == 5
            ? partner(pieces, i) : -1;
        twoPartsWith = partner < 0 ? twoPartsWith : partner;
        writeOne(piece, partner < 0 ? null : pieces.get(partner), run, street, 3 * i);
      }
    }
  }

  /** Another piece of the same lot that does not touch this one along an edge. */
  private static int partner(List<Piece> pieces, int of) {
    Piece piece = pieces.get(of);
    for (int i = Math.min(pieces.size(), of + 9) - 1; i > of; i--) {
      Piece other = pieces.get(i);
      if (other.lot() == piece.lot() && other.change() == Change.NONE
          && !BlockParcels.neighbours(piece.first(), other.first())) {
        return i;
      }
    }
    return -1;
  }

  private void writeOne(Piece piece, Piece secondPart, ParcelCodes.Run run, int street, int serial)
      throws IOException {
    Polygon polygon = plane.polygon(SplitMesh.ringOf(piece.first()));
    if (secondPart != null) {
      Polygon other = plane.polygon(SplitMesh.ringOf(secondPart.first()));
      writeBoth(piece, plane.factory.createMultiPolygon(new Polygon[] {polygon, other}),
          run, street, serial);
      return;
    }
    Polygon inner = piece.ordinal() == 0 && piece.lot().number % LOTS_PER_HOLE == 7
        ? innerOf(polygon, piece.lot()) : null;
    if (inner == null) {
      writeBoth(piece, polygon, run, street, serial);
      return;
    }
    Polygon holed = plane.factory.createPolygon(polygon.getExteriorRing(),
        new LinearRing[] {inner.getExteriorRing().reverse()});
    writeBoth(piece, holed, run, street, serial);
    LandUse use = piece.lot().in2025 == LandUse.PARK ? LandUse.SANITATION : LandUse.POND;
    ParcelRecords.Parcel parcel = parcel(piece, inner, run, street, serial + 1, use);
    put(past, inner, records.past(parcel, use));
    put(current, inner, records.current(parcel, use));
    written++;
  }

  /** A pond in a field or a plant in a park, or null where it does not fit. */
  private Polygon innerOf(Polygon polygon, Lot lot) {
    boolean suits = lot.in2025 == LandUse.PARK || lot.in2025.farmland() && lot.in2020.farmland();
    if (!suits || lot.in2020.farmland() != lot.in2025.farmland()) {
      return null;
    }
    Coordinate centre = polygon.getCentroid().getCoordinate();
    Coordinate[] ring = polygon.getExteriorRing().copy().getCoordinates();
    for (Coordinate c : ring) {
      c.x = Curve.millimetres(centre.x + 0.4 * (c.x - centre.x));
      c.y = Curve.millimetres(centre.y + 0.4 * (c.y - centre.y));
    }
    Polygon inner = plane.factory.createPolygon(ring);
    return inner.isValid() && polygon.contains(inner) ? inner : null;
  }

  private void writePair(Piece piece, ParcelCodes.Run run, int street, int serial)
      throws IOException {
    Polygon whole = plane.polygon(BlockParcels.joinedRing(piece.first(), piece.second()));
    Polygon first = plane.polygon(SplitMesh.ringOf(piece.first()));
    Polygon second = plane.polygon(SplitMesh.ringOf(piece.second()));
    boolean merged = piece.change() == Change.MERGED;
    LandUse before = useIn(piece, piece.lot().in2020);
    LandUse now = useIn(piece, piece.lot().in2025);
    if (merged) {
      put(past, first, records.past(parcel(piece, first, run, street, serial, before), before));
      put(past, second,
          records.past(parcel(piece, second, run, street, serial + 1, before), before));
      putCurrent(whole, records.current(parcel(piece, whole, run, street, serial + 2, now), now));
    } else {
      put(past, whole, records.past(parcel(piece, whole, run, street, serial + 2, before), before));
      putCurrent(first, records.current(parcel(piece, first, run, street, serial, now), now));
      putCurrent(second,
          records.current(parcel(piece, second, run, street, serial + 1, now), now));
    }
  }

  private void writeBoth(Piece piece, Geometry shape, ParcelCodes.Run run, int street, int serial)
      throws IOException {
    LandUse before = useIn(piece, piece.lot().in2020);
    LandUse now = useIn(piece, piece.lot().in2025);
    put(past, shape, records.past(parcel(piece, shape, run, street, serial, before), before));
    putCurrent(shape, records.current(parcel(piece, shape, run, street, serial, now), now));
  }

  private ParcelRecords.Parcel parcel(Piece piece, Geometry shape, ParcelCodes.Run run, int street,
      int serial, LandUse use) {
    double eastingM = shape.getEnvelopeInternal().centre().x - Plane.ZONE_38_M;
    double areaM2 = shape.getArea() / GaussKruger.areaScale(eastingM);
    boolean collective = use.farmland() || use.group == LandUse.Group.VILLAGE;
    long key = ((long) piece.lot().number << 24) + 3L * piece.ordinal() + serial % 3;
    return new ParcelRecords.Parcel(
        key, run.code(serial, collective), street, piece.lot(), areaM2, piece.ordinal());
  }

  /** Small things inside a lot of one use: a kindergarten among houses, a pond among fields. */
  private LandUse useIn(Piece piece, LandUse main) {
    double chance = new Dice(seed, 0x0DD, piece.lot().number, piece.ordinal()).next();
    boolean mixed = piece.lot().parcels > 2 && piece.ordinal() > 0
        && (piece.lot().state == Lot.State.NONE || piece.lot().state == Lot.State.DONE);
    if (!mixed || chance > 0.07) {
      return main;
    }
    return switch (main) {
      case HOUSING -> chance < 0.025 ? LandUse.KINDERGARTEN
          : chance < 0.05 ? LandUse.COMMUNITY : LandUse.PARK;
      case VILLAGE -> chance < 0.04 ? LandUse.VILLAGE_SERVICE : LandUse.VILLAGE;
      case PADDY, DRY -> chance < 0.04 ? LandUse.POND : LandUse.FARM_FACILITY;
      case POND -> chance < 0.04 ? LandUse.ORCHARD : LandUse.POND;
      default -> main;
    };
  }

  private void put(FeatureWriter writer, Geometry shape, Object[] row) throws IOException {
    writer.write(shape, row);
  }

  private void putCurrent(Geometry shape, Object[] row) throws IOException {
    current.write(shape, row);
    plots.accept(shape, row);
    written++;
  }
}
