package org.parkland.store.sql;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.parkland.land.Snapshot;

/** Names of tables and columns, safe to stand in a statement. */
public final class SqlNames {
  /** PostgreSQL cuts names after 63 bytes; this leaves room for a number. */
  private static final int LONGEST_BYTES = 56;

  /** Tells whether a name is in use. */
  interface Taken {
    boolean test(String name) throws SQLException;
  }

  private SqlNames() {}

  /** Quoted, so that whatever it holds is a name and nothing else. */
  public static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** A name for a new feature table that tells what it holds: {@code parcels_2025_12_31}. */
  static String newTable(Snapshot draft, Taken taken) throws SQLException {
    String kind = draft.kind().word();
    String layer = draft.name().equals(kind) ? kind : plain(kind + "_" + draft.name());
    String day = plain("_" + draft.asOf());
    String base = cut(layer, LONGEST_BYTES - day.length()) + day;
    String name = base;
    for (int i = 2; taken.test(name); i++) {
      name = base + "_" + i;
    }
    return name;
  }

  /** Letters of any script and digits; all else becomes an underscore. */
  private static String plain(String text) {
    return text.replaceAll("[^\\p{L}\\p{N}]+", "_");
  }

  /** Whole characters only. */
  private static String cut(String text, int mostBytes) {
    int end = text.length();
    while (text.substring(0, end).getBytes(StandardCharsets.UTF_8).length > mostBytes) {
      end = text.offsetByCodePoints(end, -1);
    }
    return text.substring(0, end);
  }
}
