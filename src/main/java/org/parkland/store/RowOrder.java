package org.parkland.store;

import java.util.List;

/**
 * In which order rows are streamed, and where to begin. Rows that do not differ stand in the order of delivery; rows
 * without the attribute come last, whichever way it is sorted.
 *
 * @param keys attributes to sort by, weightiest first; empty for the order of delivery
 * @param after only rows behind this place; null for all
 */
public record RowOrder(List<Key> keys, Place after) {
  public static final RowOrder DELIVERED = new RowOrder(List.of(), null);

  public record Key(String attribute, boolean descending) {}

  /**
   * A place between two rows. It stays where it is, whatever page sizes are asked for.
   *
   * @param values of the keys, null where a row has none
   * @param row the {@linkplain FeatureCursor#key() key} of the row before the place
   */
  public record Place(List<Object> values, long row) {}
}
