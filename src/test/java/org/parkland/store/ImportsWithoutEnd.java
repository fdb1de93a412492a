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
  /** The n-th snapshot holds this many rows and n more. */
  static final int ROWS = 12_000;

  private ImportsWithoutEnd() {}

  static Store open(String database) {
    return database.startsWith("jdbc:") ? PostgisStore.open(database, Rows.schemas())
        : EmbeddedStore.open(Path.of(database), Rows.schemas());
  }

  public static void main(String[] arguments) {
    List<Feature> rows = Rows.squares(ROWS);
    try (Store store = open(arguments[0])) {
      for (int more = store.snapshots().size(); true; more++) {
        try (SnapshotWriter writer = store.begin(Rows.draft())) {
          System.out.println(BEGUN);
          rows.forEach(writer::add);
          rows.subList(0, more).forEach(writer::add);
          writer.commit(Rows.REPORT);
        }
      }
    }
  }
}
