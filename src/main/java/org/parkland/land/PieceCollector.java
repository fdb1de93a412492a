package org.parkland.land;

/**
 * Takes what the overlay finds, parcel by parcel. Each thread has a collector of its own; at the end they are
 * merged into one, so that the result must not depend on the order of the parcels.
 *
 * @param <C> the collector itself
 */
public interface PieceCollector<C extends PieceCollector<C>> {
  void accept(Pieces pieces);

  /** Something about a parcel that the planner must know; figures stand nevertheless. */
  void accept(OverlayFinding finding);

  void merge(C other);
}
