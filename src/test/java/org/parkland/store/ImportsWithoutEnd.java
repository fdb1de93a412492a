package org.parkland.store;

import java.nio.file.Path;
import java.util.List;
import org.parkland.land.Feature;
import org.parkland.store.embedded.EmbeddedStore;
import org.parkland.store.postgis.PostgisStore;

/** A program of its own that takes one snapshot after the other, until somebody kills it. */
final class ImportsWithoutEnd {
  /** Printed when the store is open and the first snapshot is begun. */
  static final String BEGUN = "begun";
  /** With this argument the first import is begun and never ends. */
  static final String HOLD = "hold";
  /** The n-th snapshot holds this many rows and n more. */
  static final int ROWS = 12_000;

  private ImportsWithoutEnd() {}

  static Store open(String database) {
    return database.startsWith("jdbc:") ? PostgisStore.open(database, Rows.schemas())
        : EmbeddedStore.open(Path.of(database), Rows.schemas());
  }

  public static void main(String[] arguments) throws InterruptedException {
    List<Feature> rows = Rows.squares(ROWS);
    try (Store store = open(arguments[0])) {
      for (int more = store.snapshots().size(); true; more++) {
        try (SnapshotWriter writer = store.begin(Rows.draft())) {
          System.out.println(BEGUN);
          if (arguments.length > 1) {
            new java.util.concurrent.CountDownLatch(1).await();
          }
          rows.forEach(writer::add);
          rows.subList(0, more).forEach(writer::add);
          writer.commit(Rows.REPORT);
        }
      }
    }
  }
}
