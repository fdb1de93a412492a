package org.parkland.store;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.parkland.access.Actor;
import org.parkland.land.Feature;
import org.parkland.land.Snapshot;
import org.parkland.land.Withdrawal;

/**
 * A database of snapshots.
 *
 * <p>A snapshot is whole or not there: it becomes visible when its writer commits, and a process that dies
 * before leaves nothing. One writer at a time; readers never wait for it. Safe to share between threads.
 */
public interface Store extends AutoCloseable {
  /** All snapshots, withdrawn ones too, oldest import first. */
  List<Snapshot> snapshots();

  /**
   * Withdraws a snapshot: it stays and can be read, but no longer speaks for its day; the one before does.
   *
   * @return the snapshot with its withdrawal
   * @throws org.parkland.BadInput if there is no such snapshot, it is withdrawn already, or an import is under way
   */
  Snapshot withdraw(long id, Withdrawal withdrawal);

  /**
   * Starts a snapshot.
   *
   * @param draft its description; id and count are set on commit
   * @throws org.parkland.BadInput if another import is under way or the database cannot be written
   */
  SnapshotWriter begin(Snapshot draft);

  /** Streams the rows a query asks for; close it. Geometries are in the CRS of the snapshot. */
  FeatureCursor features(Snapshot snapshot, FeatureQuery query);

  /** The office's corrections, which belong to parcel numbers and not to snapshots. */
  CorrectionLog corrections();

  /** Saved scenarios, which name the snapshots they are laid on. */
  ScenarioShelf scenarios();

  /** What imports and checks found about snapshots. */
  FindingShelf findings();

  /** Who may log in, and the tokens of their programs. */
  AccountShelf accounts();

  /** Who did what to this store. */
  AuditLog audit();

  /**
   * The same store at the hands of somebody: the audit puts what is changed through it down to them. Without this, it
   * is whoever runs the process. Closing it closes the store.
   */
  Store by(Actor actor);

  /** What is held now, counted. */
  Contents contents();

  /**
   * Writes all that is held at one moment into a file, while others go on reading and writing, and checks it.
   *
   * @param file that does not exist yet
   * @return what the file holds
   * @throws org.parkland.BadInput if it cannot be written
   */
  Contents backup(Path file);

  /** A result that was kept under this key. */
  Optional<byte[]> result(String key);

  /**
   * Keeps what was drawn from snapshots, so that a restart need not draw it again. A result can always be drawn
   * anew: where it cannot be written now, say while an import runs, it is dropped.
   */
  void keep(String key, byte[] result);

  /** Where the data are, for messages: a file path or a JDBC URL without its secrets. */
  String location();

  @Override
  void close();

  /** The row with a {@linkplain FeatureCursor#key() key}. */
  default Optional<Feature> row(Snapshot snapshot, long key) {
    RowOrder from = new RowOrder(List.of(), new RowOrder.Place(List.of(), key - 1));
    try (FeatureCursor rows = features(snapshot, FeatureQuery.all().ordered(from).atMost(1))) {
      Feature first = rows.hasNext() ? rows.next() : null;
      return first != null && rows.key() == key ? Optional.of(first) : Optional.empty();
    }
  }

  /** The box around all rows, in the CRS of the snapshot; null if it has none. */
  default Envelope extent(Snapshot snapshot) {
    Envelope box = new Envelope();
    try (FeatureCursor rows = features(snapshot, FeatureQuery.all().only())) {
      rows.forEachRemaining(each -> box.expandToInclude(each.geometry().getEnvelopeInternal()));
    }
    return box.isNull() ? null : box;
  }

  /** The row whose {@code id} attribute is the given one. */
  default Optional<Feature> find(Snapshot snapshot, String id) {
    try (FeatureCursor rows = features(snapshot, FeatureQuery.all().withId(id))) {
      return rows.hasNext() ? Optional.of(rows.next()) : Optional.empty();
    }
  }
}
