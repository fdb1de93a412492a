package org.parkland.bench.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.locationtech.jts.geom.Coordinate;
import org.parkland.BadInput;
import org.parkland.audit.Action;
import org.parkland.audit.Deed;
import org.parkland.backup.Backup;
import org.parkland.backup.Manifest;
import org.parkland.geometry.Crs;
import org.parkland.land.Correction;
import org.parkland.land.Feature;
import org.parkland.land.SavedScenario;
import org.parkland.land.Snapshot;
import org.parkland.land.Withdrawal;
import org.parkland.store.FeatureCursor;
import org.parkland.store.FeatureQuery;
import org.parkland.store.SnapshotWriter;
import org.parkland.store.Store;
import org.parkland.tile.LandTiles;
import org.parkland.tile.TileAddress;
import org.parkland.tile.TileCache;
import org.parkland.tile.TileTags;

/**
 * Writes of every kind into a database on a file system on which next to no room is left. Each is either done, or
 * refused in words and undone; with room again everything goes on.
 */
public final class FullDiskDrill {
  private static final int MOST_LEFT_BYTES = 300_000;

  private final Path disk;
  private final Function<Path, Store> open;
  private final Random random;
  private final List<String> wrong = new ArrayList<>();
  private int refused;

  /** @param refused of the runs ended with "no room"; the others were small enough to find some */
  public record Outcome(int runs, int refused, List<String> wrong) {}

  /** One kind of write. */
  private interface Write {
    void run(Store store, int number) throws IOException;
  }

  /**
   * @param disk a small file system of its own
   * @param open opens the database, a file on it
   */
  public FullDiskDrill(Path disk, Function<Path, Store> open, long seed) {
    this.disk = disk;
    this.open = open;
    this.random = new Random(seed);
  }

  public Outcome run(int runs, Snapshot draft, List<Feature> rows) throws IOException {
    Path file = disk.resolve("full.gpkg");
    List<Map.Entry<String, Write>> kinds = List.copyOf(kinds(draft, rows).entrySet());
    try (Store store = open.apply(file)) {
      store(store, draft, rows);
    }
    for (int run = 0; run < runs; run++) {
      try (Store store = open.apply(file)) {
        one(store, run, kinds.get(run % kinds.size()));
      }
    }
    return new Outcome(runs, refused, wrong);
  }

  private Map<String, Write> kinds(Snapshot draft, List<Feature> rows) {
    Map<String, Write> kinds = new LinkedHashMap<>();
    kinds.put("import", (store, n) -> store(store, draft, rows));
    kinds.put("correction", (store, n) -> store.corrections().append(new Correction(0, "P1", "location", null,
        "x".repeat(100_000), false, "drill", null, "drill", Instant.EPOCH)));
    kinds.put("scenario", (store, n) -> store.scenarios().add(new SavedScenario(0, 1, "s", "drill", "", draft.asOf(),
        "{}", "x".repeat(200_000), Instant.EPOCH, "drill", Instant.EPOCH, null)));
    kinds.put("audit", (store, n) -> store.audit().append(
        new Deed(Action.EXPORT, "drill", null, "\"" + "x".repeat(200_000) + "\"")));
    kinds.put("withdrawal", (store, n) -> store.withdraw(store(store, draft, rows.subList(0, 1)).id(),
        new Withdrawal("y".repeat(150_000), "drill", Instant.EPOCH)));
    kinds.put("backup", (store, n) -> Backup.take(store, Manifest.Kind.GEOPACKAGE, disk.resolve("b" + n), "drill"));
    kinds.put("tiles", this::drawTiles);
    kinds.put("kept result", (store, n) -> store.keep("k" + n, new byte[250_000]));
    return kinds;
  }

  /** A tile that finds no room in the cache is drawn all the same. */
  private void drawTiles(Store store, int number) {
    Snapshot land = store.snapshots().get(0);
    LandTiles tiles = new LandTiles(store, new TileCache(disk.resolve("tiles"), 0, Long.MAX_VALUE));
    Coordinate middle = Crs.of(land.crs()).to(Crs.of(Crs.DEGREES)).apply(store.extent(land)).centre();
    for (int zoom = 10; zoom < 20; zoom++) {
      double side = 1 << zoom;
      double north = Math.toRadians(middle.y);
      TileAddress address = new TileAddress(zoom, (int) ((middle.x + 180) / 360 * side),
          (int) ((1 - Math.log(Math.tan(north) + 1 / Math.cos(north)) / Math.PI) / 2 * side));
      if (tiles.tile(land, address, TileTags.NONE).bytes().length == 0 && zoom < 15) {
        wrong.add("run " + number + ": an empty tile " + address);
      }
    }
  }

  private void one(Store store, int run, Map.Entry<String, Write> kind) throws IOException {
    String name = "run " + run + " (" + kind.getKey() + "): ";
    List<Snapshot> before = store.snapshots();
    Path ballast = fill(random.nextInt(MOST_LEFT_BYTES));
    try {
      kind.getValue().run(store, run);
    } catch (BadInput e) {
      refused++;
      if (!e.getMessage().contains("make room")) {
        wrong.add(name + "said: " + e.getMessage());
      }
    } catch (RuntimeException e) {
      wrong.add(name + "threw " + e);
    } finally {
      Files.delete(ballast);
      deleteBackups();
    }
    Inspection.ofAudit(store).forEach(each -> wrong.add(name + each));
    if (!store.snapshots().subList(0, before.size()).stream().map(Snapshot::id).toList()
        .equals(before.stream().map(Snapshot::id).toList())) {
      wrong.add(name + "snapshots are gone");
    }
    before.stream().limit(1).filter(each -> rows(store, each) != each.count()).forEach(each -> wrong.add(name + "rows are gone"));
  }

  /** A file that leaves so many bytes and no more. */
  private Path fill(int left) throws IOException {
    Path ballast = disk.resolve("ballast");
    long room = Files.getFileStore(disk).getUsableSpace() - left;
    byte[] block = new byte[4_096];
    try (var out = Files.newOutputStream(ballast)) {
      for (long done = 0; done + block.length <= room; done += block.length) {
        out.write(block);
      }
    }
    return ballast;
  }

  private void deleteBackups() throws IOException {
    try (var files = Files.list(disk)) {
      for (Path each : files.filter(file -> file.getFileName().toString().matches("b\\d+.*")).toList()) {
        Files.delete(each);
      }
    }
  }

  private static Snapshot store(Store store, Snapshot draft, List<Feature> rows) {
    try (SnapshotWriter writer = store.begin(draft)) {
      rows.forEach(writer::add);
      return writer.commit("{}");
    }
  }

  private static long rows(Store store, Snapshot snapshot) {
    long rows = 0;
    try (FeatureCursor cursor = store.features(snapshot, FeatureQuery.all().only("id"))) {
      while (cursor.hasNext()) {
        cursor.next();
        rows++;
      }
    }
    return rows;
  }
}
