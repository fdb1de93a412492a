package org.parkland.store.sql;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.parkland.land.Snapshot;

/**
 * The mark an import leaves while it runs, so that whoever comes later can say what was cut off.
 *
 * @param table that is being filled; it is in the list of snapshots only if the import ended well
 */
public record BegunImport(String table, String source, String by, Instant at) {
  /** Of an import that begins now. */
  public static BegunImport of(Snapshot draft, String table) {
    return new BegunImport(table, line(draft.source()), line(String.valueOf(draft.importedBy())),
        Instant.now().truncatedTo(ChronoUnit.SECONDS));
  }

  private static String line(String text) {
    return text.replaceAll("\\R", " ");
  }

  /** In the order of {@link #BegunImport}'s components. */
  public List<String> values() {
    return List.of(table, source, by, at.toString());
  }

  public static BegunImport of(List<String> values) {
    return new BegunImport(values.get(0), values.get(1), values.get(2), Instant.parse(values.get(3)));
  }

  /** What is said of an import whose process is gone. */
  public String cutOff() {
    return "the import of " + what() + " was cut off before its end; nothing of it is stored, its remains are removed";
  }

  /** Names the import in a sentence. */
  public String what() {
    return source + ", begun by " + by + " at " + at;
  }
}
