package org.parkland.bench;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.parkland.geometry.Crs;
import org.parkland.geometry.Reprojection;
import org.parkland.land.Feature;
import org.parkland.land.Snapshot;
import org.parkland.store.FeatureCursor;
import org.parkland.store.FeatureQuery;
import org.parkland.store.Store;
import org.parkland.tile.LandTiles;
import org.parkland.tile.Tile;
import org.parkland.tile.TileAddress;
import org.parkland.tile.TileCache;
import org.parkland.tile.TileTags;

/**
 * Measures vector tiles: the pass over a snapshot, then tiles by zoom, drawn and again read from the cache's
 * disk. Tiles that the pass has made count as drawn at no cost.
 */
public final class TileBench {
  private static final long MEMORY_BYTES = 64L << 20;
  private static final int MOST_TILES = 200;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private TileBench() {}

  /**
   * Prints one line for the pass and one for each zoom from 10 to 17.
   *
   * @param directory an empty folder for the cache
   */
  public static void run(Store store, Snapshot snapshot, Path directory, PrintStream out) {
    Envelope land = boundsDegrees(store, snapshot);
    LandTiles tiles = new LandTiles(store, new TileCache(directory, MEMORY_BYTES));
    double cpuStart = processCpuSeconds();
    long start = System.nanoTime();
    tiles.prepare(snapshot);
    out.printf("pass over %,d parcels: %.2f s, %.2f s of processor time%n",
        snapshot.count(), seconds(start), processCpuSeconds() - cpuStart);
    out.println("zoom  tiles  made/s  read/s  cpu ms  worst ms  mean kB  worst kB");
    LandTiles fresh = new LandTiles(store, new TileCache(directory, MEMORY_BYTES));
    for (int z = 10; z <= 17; z++) {
      zoom(tiles, fresh, snapshot, addresses(land, z), out);
    }
  }

  private static void zoom(
      LandTiles tiles, LandTiles fresh, Snapshot snapshot, List<TileAddress> addresses, PrintStream out) {
    double worstMs = 0;
    long bytes = 0;
    long worstBytes = 0;
    long cpuStart = THREADS.getCurrentThreadCpuTime();
    long start = System.nanoTime();
    for (TileAddress each : addresses) {
      long one = System.nanoTime();
      Tile tile = tiles.tile(snapshot, each, TileTags.NONE);
      worstMs = Math.max(worstMs, seconds(one) * 1000);
      bytes += tile.bytes().length;
      worstBytes = Math.max(worstBytes, tile.bytes().length);
    }
    double made = seconds(start);
    double cpuMs = (THREADS.getCurrentThreadCpuTime() - cpuStart) / 1e6;
    start = System.nanoTime();
    addresses.forEach(each -> fresh.tile(snapshot, each, TileTags.NONE));
    double read = seconds(start);
    int count = addresses.size();
    out.printf("%4d  %5d  %6.0f  %6.0f  %6.2f  %8.1f  %7.1f  %8.1f%n", addresses.get(0).z(), count,
        count / made, count / read, cpuMs / count, worstMs, bytes / 1000.0 / count, worstBytes / 1000.0);
  }

  /** All tiles of a zoom that meet the land, or as many of them, evenly spread. */
  private static List<TileAddress> addresses(Envelope land, int z) {
    List<TileAddress> all = new ArrayList<>();
    for (int y = row(land.getMaxY(), z); y <= row(land.getMinY(), z); y++) {
      for (int x = column(land.getMinX(), z); x <= column(land.getMaxX(), z); x++) {
        all.add(new TileAddress(z, x, y));
      }
    }
    int step = 1 + (all.size() - 1) / MOST_TILES;
    return IntStream.range(0, all.size()).filter(i -> i % step == 0).mapToObj(all::get).toList();
  }

  private static int column(double longitude, int z) {
    return (int) Math.floor((longitude + 180) / 360 * (1 << z));
  }

  private static int row(double latitude, int z) {
    double y = Math.log(Math.tan(Math.PI / 4 + Math.toRadians(latitude) / 2));
    return (int) Math.floor((1 - y / Math.PI) / 2 * (1 << z));
  }

  private static Envelope boundsDegrees(Store store, Snapshot snapshot) {
    Reprojection toDegrees = Crs.of(snapshot.crs()).to(Crs.of(Crs.DEGREES));
    Envelope bounds = new Envelope();
    try (FeatureCursor rows = store.features(snapshot, FeatureQuery.all().only("id"))) {
      while (rows.hasNext()) {
        Feature feature = rows.next();
        bounds.expandToInclude(feature.geometry().getEnvelopeInternal());
      }
    }
    Coordinate southWest = toDegrees.apply(bounds.getMinX(), bounds.getMinY());
    Coordinate northEast = toDegrees.apply(bounds.getMaxX(), bounds.getMaxY());
    return new Envelope(southWest, northEast);
  }

  private static double processCpuSeconds() {
    return ProcessHandle.current().info().totalCpuDuration().map(each -> each.toMillis() / 1000.0).orElse(0.0);
  }

  private static double seconds(long startNanos) {
    return (System.nanoTime() - startNanos) / 1e9;
  }
}
