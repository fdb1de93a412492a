package org.parkland.tile;

import java.util.Arrays;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** For each tile of a zoom, the parcels whose middle lies in it: how many of each class, and their vertices. */
final class Census {
  /** What a tile holds. */
  static final class Count {
    private long vertices;
    private int[] parcels = new int[8];

    private void add(int number, int more) {
      if (number >= parcels.length) {
        parcels = Arrays.copyOf(parcels, 2 * number);
      }
      parcels[number] += more;
    }

    private void add(Count other) {
      vertices += other.vertices;
      for (int number = 0; number < other.parcels.length; number++) {
        add(number, other.parcels[number]);
      }
    }

    long vertices() {
      return vertices;
    }

    /** Parcels of the class with this number. */
    int parcels(int number) {
      return number < parcels.length ? parcels[number] : 0;
    }
  }

  private final int zoom;
  private final TreeMap<Long, Count> counts = new TreeMap<>();

  Census(int zoom) {
    this.zoom = zoom;
  }

  /**
   * @param x column of the tile
   * @param y row of the tile
   */
  void add(int x, int y, short number, int vertices) {
    Count count = at(x, y);
    count.add(number, 1);
    count.vertices += vertices;
  }

  private Count at(int x, int y) {
    return counts.computeIfAbsent((long) y << 32 | x, key -> new Count());
  }

  /** Nothing counted where no parcel has its middle. */
  Count at(TileAddress address) {
    return at(address.x(), address.y());
  }

  int zoom() {
    return zoom;
  }

  void forEach(BiConsumer<TileAddress, Count> action) {
    counts.forEach((key, count) ->
        action.accept(new TileAddress(zoom, key.intValue(), (int) (key >> 32)), count));
  }

  /** The same for the zoom before. */
  Census parent() {
    Census parent = new Census(zoom - 1);
    counts.forEach((key, count) -> parent.at(key.intValue() >> 1, (int) (key >> 33)).add(count));
    return parent;
  }
}
