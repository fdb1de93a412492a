package org.parkland.tile;

import java.util.Iterator;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;
import org.parkland.access.Actor;
import org.parkland.land.Feature;
import org.parkland.land.Snapshot;
import org.parkland.land.Withdrawal;
import org.parkland.store.AccountShelf;
import org.parkland.store.AuditLog;
import org.parkland.store.Contents;
import org.parkland.store.CorrectionLog;
import org.parkland.store.FeatureCursor;
import org.parkland.store.FeatureQuery;
import org.parkland.store.SnapshotWriter;
import org.parkland.store.ScenarioShelf;
import org.parkland.store.Store;

/**
 * Irregular parcels of 16 vertices that share their edges exactly, in EPSG:4526 on the ground of Jianghai, made
 * anew at each query from a seed: a million cost no memory.
 */
final class Mesh implements Store {
  static final String CRS = "EPSG:4526";
  private static final List<String> CODES =
      List.of("0101", "0301", "0701", "0702", "0901", "100101", "100102", "1207", "1401", "1701");
  private static final double WEST_M = 38_404_000;
  private static final double SOUTH_M = 2_489_000;
  private static final int PARTS = 4;
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final int side;
  private final double stepM;
  private final long seed;

  /**
   * @param side parcels to a side
   * @param widthM of the whole, metres
   */
  Mesh(int side, double widthM, long seed) {
    this.side = side;
    this.stepM = widthM / side;
    this.seed = seed;
  }

  Snapshot snapshot() {
    return Land.snapshot(seed, CRS, (long) side * side);
  }

  @Override
  public FeatureCursor features(Snapshot snapshot, FeatureQuery query) {
    Envelope box = query.window() == null
        ? new Envelope(WEST_M, WEST_M + side * stepM, SOUTH_M, SOUTH_M + side * stepM) : query.window();
    int west = index(box.getMinX() - WEST_M, -1);
    int east = index(box.getMaxX() - WEST_M, 1);
    int south = index(box.getMinY() - SOUTH_M, -1);
    int north = index(box.getMaxY() - SOUTH_M, 1);
    Iterator<Feature> found = IntStream.rangeClosed(south, north).boxed()
        .flatMap(j -> IntStream.rangeClosed(west, east).mapToObj(i -> parcel(i, j)))
        .filter(each -> each.geometry().getEnvelopeInternal().intersects(box)).iterator();
    return MemoryStore.over(found);
  }

  private int index(double offsetM, int more) {
    return (int) Math.max(0, Math.min(side - 1, Math.floor(offsetM / stepM) + more));
  }

  Feature parcel(int i, int j) {
    PackedCoordinateSequence.Double ring = new PackedCoordinateSequence.Double(4 * PARTS + 1, 2, 0);
    for (int k = 0; k <= 4 * PARTS; k++) {
      int edge = k / PARTS % 4;
      int part = k % PARTS;
      int u = PARTS * i + (edge == 0 ? part : edge == 1 ? PARTS : edge == 2 ? PARTS - part : 0);
      int v = PARTS * j + (edge == 0 ? 0 : edge == 1 ? part : edge == 2 ? PARTS : PARTS - part);
      Coordinate at = vertex(u, v);
      ring.setX(k, at.x);
      ring.setY(k, at.y);
    }
    return Land.parcel((long) j * side + i + 1, code(i, j), FACTORY.createPolygon(ring));
  }

  private Coordinate vertex(int u, int v) {
    double jitter = 0.6 * stepM / PARTS;
    double along = stepM / PARTS;
    return new Coordinate(WEST_M + u * along + (random(u, v, 1) - 0.5) * jitter,
        SOUTH_M + v * along + (random(u, v, 2) - 0.5) * jitter);
  }

  /** Quarters of one class with others in between, as land is. */
  private String code(int i, int j) {
    double draw = random(i, j, 3) < 0.7 ? random(i / 16, j / 16, 4) : random(i, j, 5);
    return CODES.get((int) (draw * draw * CODES.size()));
  }

  private double random(int a, int b, int salt) {
    long h = seed * 0x9E3779B97F4A7C15L + a * 0xC2B2AE3D27D4EB4FL + b * 0x165667B19E3779F9L + salt;
    h = (h ^ h >>> 30) * 0xBF58476D1CE4E5B9L;
    h = (h ^ h >>> 27) * 0x94D049BB133111EBL;
    return ((h ^ h >>> 31) >>> 11) * 0x1.0p-53;
  }

  @Override
  public ScenarioShelf scenarios() {
    throw new UnsupportedOperationException("read only");
  }

  @Override
  public List<Snapshot> snapshots() {
    return List.of(snapshot());
  }

  @Override
  public Snapshot withdraw(long id, Withdrawal withdrawal) {
    throw new UnsupportedOperationException("read only");
  }

  @Override
  public SnapshotWriter begin(Snapshot draft) {
    throw new UnsupportedOperationException("read only");
  }

  @Override
  public Optional<byte[]> result(String key) {
    return Optional.empty();
  }

  @Override
  public void keep(String key, byte[] result) {
    // Nothing is kept.
  }

  @Override
  public AccountShelf accounts() {
    throw new UnsupportedOperationException("tiles ask nobody who they are");
  }

  @Override
  public AuditLog audit() {
    throw new UnsupportedOperationException("tiles write no audit");
  }

  @Override
  public Contents contents() {
    throw new UnsupportedOperationException("tiles are not backed up");
  }

  @Override
  public Contents backup(Path file) {
    throw new UnsupportedOperationException("tiles are not backed up");
  }

  @Override
  public Store by(Actor actor) {
    return this;
  }

  @Override
  public CorrectionLog corrections() {
    throw new UnsupportedOperationException("tiles know no corrections");
  }

  @Override
  public org.parkland.store.FindingShelf findings() {
    throw new UnsupportedOperationException();
  }

  @Override
  public String location() {
    return "mesh " + seed + " " + side;
  }

  @Override
  public void close() {}
}
