package org.parkland.tile;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/**
 * Keeps tiles: the latest in memory and those read last on disk, each up to a bound. Safe to share between threads; one
 * process to a directory is usual, more do no harm.
 *
 * <p>Keys are relative paths that name everything the content follows from, so nothing in the cache is ever out
 * of date; what is no longer wanted is removed by folder.
 */
public final class TileCache {
  /** Bytes an entry costs beside its content, roughly. */
  private static final int ENTRY_OVERHEAD = 300;

  private final DiskTiles disk;
  private final long memoryBytes;
  private final SingleFlight<Tile> flights = new SingleFlight<>();
  /** Least recently used first. */
  private final LinkedHashMap<String, Tile> memory = new LinkedHashMap<>(64, 0.75f, true);
  private final LongAdder made = new LongAdder();
  private final LongAdder asked = new LongAdder();
  private long usedBytes;

  /**
   * @param directory made when needed; may be deleted while no server runs
   * @param memoryBytes bound of the part in memory
   * @param diskBytes bound of the part on disk
   */
  public TileCache(Path directory, long memoryBytes, long diskBytes) {
    this.disk = new DiskTiles(directory, diskBytes);
    this.memoryBytes = memoryBytes;
  }

  /** The same with a disk that is large enough. */
  public TileCache(Path directory, long memoryBytes) {
    this(directory, memoryBytes, Long.MAX_VALUE);
  }

  /** The tile from memory, from disk, or made; made once however many threads ask. */
  Tile get(String key, Supplier<Tile> maker) {
    asked.increment();
    Tile known = inMemory(key);
    return known != null ? known : flights.get(key, () -> find(key).orElseGet(() -> make(key, maker)));
  }

  private Tile make(String key, Supplier<Tile> maker) {
    Tile tile = maker.get();
    made.increment();
    put(key, tile);
    return tile;
  }

  Optional<Tile> find(String key) {
    Optional<Tile> known = Optional.ofNullable(inMemory(key)).or(() -> disk.read(key));
    known.ifPresent(tile -> remember(key, tile));
    return known;
  }

  /** Empty tiles stay off the disk: asking the store for nothing is as quick, and the world has many of them. */
  void put(String key, Tile tile) {
    if (!tile.isEmpty()) {
      disk.write(key, tile);
    }
    remember(key, tile);
  }

  void removeFolder(String folder) {
    synchronized (memory) {
      memory.entrySet().removeIf(each -> {
        boolean within = each.getKey().startsWith(folder + "/");
        usedBytes -= within ? cost(each.getValue()) : 0;
        return within;
      });
    }
    disk.removeFolder(folder);
  }

  private Tile inMemory(String key) {
    synchronized (memory) {
      return memory.get(key);
    }
  }

  private void remember(String key, Tile tile) {
    synchronized (memory) {
      Tile before = memory.put(key, tile);
      usedBytes += cost(tile) - (before == null ? 0 : cost(before));
      Iterator<Tile> oldest = memory.values().iterator();
      while (usedBytes > memoryBytes && oldest.hasNext()) {
        usedBytes -= cost(oldest.next());
        oldest.remove();
      }
    }
  }

  /** Packed bytes are no more than plain ones, or hardly, and may be kept beside them. */
  private static long cost(Tile tile) {
    return 2L * tile.bytes().length + ENTRY_OVERHEAD;
  }

  /** Tiles made since the start. */
  public long made() {
    return made.sum();
  }

  /** Tiles asked for since the start, made or kept. */
  public long asked() {
    return asked.sum();
  }

  /** Bytes held in memory now. */
  long usedBytes() {
    synchronized (memory) {
      return usedBytes;
    }
  }
}
