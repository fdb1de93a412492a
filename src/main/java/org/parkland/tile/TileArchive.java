package org.parkland.tile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.parkland.BadInput;
import org.parkland.geometry.Crs;
import org.parkland.tile.pmtiles.PmtilesWriter;
import org.parkland.tile.pmtiles.TileIds;

/** Makes all tiles of a snapshot, zoom by zoom, and writes them into one PMTiles file. */
final class TileArchive {
  /** Tiles that are drawn before they are written, by as many threads as there are. */
  private static final int BATCH = 256;
  private static final long MOST_TILES = 20_000_000;

  private final SnapshotTiles land;
  private final TileTags tags;
  private final TileProgress progress;
  private long done;
  private long total;
  private long written;

  TileArchive(SnapshotTiles land, TileTags tags, TileProgress progress) {
    this.land = land;
    this.tags = tags;
    this.progress = progress;
  }

  /**
   * @return how many tiles hold land
   * @throws BadInput if the file cannot be written, or these zooms have more tiles than anybody wants
   */
  long write(Path file, int minZoom, int maxZoom) {
    Envelope box = land.bounds();
    List<Range> ranges = new ArrayList<>();
    for (int zoom = minZoom; zoom <= maxZoom && !box.isNull(); zoom++) {
      ranges.add(Range.of(box, zoom));
    }
    total = ranges.stream().mapToLong(Range::size).sum();
    if (total > MOST_TILES) {
      throw new BadInput("--zoom " + minZoom + "-" + maxZoom, "would be " + total + " tiles",
          "end at a lower zoom; deeper tiles are drawn when they are asked for");
    }
    try (PmtilesWriter writer = new PmtilesWriter(file)) {
      for (Range each : ranges) {
        write(each, writer);
      }
      writer.finish(minZoom, maxZoom, degrees(box), MadeTiles.metadata(land.origin(tags)));
    } catch (IOException e) {
      throw new BadInput(file.toString(), "cannot be written: " + e.getMessage(), "choose another path with --out", e);
    }
    progress.tiles(total, total);
    return written;
  }

  private void write(Range range, PmtilesWriter writer) throws IOException {
    TileAddress[] addresses = range.addresses();
    Arrays.parallelSort(addresses, Comparator.comparingLong(TileArchive::number));
    for (int from = 0; from < addresses.length; from += BATCH) {
      List<TileAddress> batch = Arrays.asList(addresses).subList(from, Math.min(addresses.length, from + BATCH));
      List<Tile> tiles = batch.parallelStream().map(each -> land.made(each, tags)).toList();
      for (int i = 0; i < tiles.size(); i++) {
        if (!tiles.get(i).isEmpty()) {
          writer.add(number(batch.get(i)), tiles.get(i).bytes());
          written++;
        }
      }
      done += tiles.size();
      progress.tiles(done, total);
    }
  }

  private static long number(TileAddress address) {
    return TileIds.of(address.z(), address.x(), address.y());
  }

  /** Without land a viewer opens at the world. */
  private static double[] degrees(Envelope mercatorBox) {
    if (mercatorBox.isNull()) {
      return new double[] {-180, -85, 180, 85};
    }
    Envelope box = Crs.of(Crs.WEB_MERCATOR).to(Crs.of(Crs.DEGREES)).apply(mercatorBox);
    return new double[] {box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()};
  }

  /** Columns and rows of a zoom that a box touches, both ends included. */
  private record Range(int zoom, int west, int east, int north, int south) {
    static Range of(Envelope box, int zoom) {
      return new Range(zoom, at(box.getMinX(), zoom), at(box.getMaxX(), zoom), at(-box.getMaxY(), zoom),
          at(-box.getMinY(), zoom));
    }

    private static int at(double metres, int zoom) {
      double place = (metres + TileAddress.HALF_WORLD_M) / (2 * TileAddress.HALF_WORLD_M) * (1 << zoom);
      return (int) Math.max(0, Math.min((1 << zoom) - 1, Math.floor(place)));
    }

    long size() {
      return (long) (east - west + 1) * (south - north + 1);
    }

    TileAddress[] addresses() {
      TileAddress[] all = new TileAddress[Math.toIntExact(size())];
      int columns = east - west + 1;
      for (int i = 0; i < all.length; i++) {
        all[i] = new TileAddress(zoom, west + i % columns, north + i / columns);
      }
      return all;
    }
  }
}
