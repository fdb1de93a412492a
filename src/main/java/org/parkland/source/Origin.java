package org.parkland.source;

import java.nio.file.Path;
import org.parkland.config.ServerAddress;

/** Where a layer comes from: a file or folder, or a table of a PostGIS database. */
public sealed interface Origin {
  /** For messages and the record; never holds a password. */
  String label();

  /** What the snapshot's source is called: a file's name, a table's name. */
  String name();

  /** @throws org.parkland.BadInput if it cannot be opened */
  FeatureSource open(Reading how);

  static Origin of(Path file) {
    return new Delivered(file);
  }

  /** A file or folder. */
  record Delivered(Path file) implements Origin {
    @Override
    public String label() {
      return file.toString();
    }

    @Override
    public String name() {
      return String.valueOf(file.getFileName());
    }

    @Override
    public FeatureSource open(Reading how) {
      return Sources.open(file, how);
    }
  }

  /**
   * A table or view.
   *
   * @param server a JDBC URL of PostgreSQL; user and password in it or in PGUSER and PGPASSWORD
   * @param table with its schema where that is not on the search path
   */
  record Table(ServerAddress server, String table) implements Origin {
    @Override
    public String label() {
      return server.location() + " table " + table;
    }

    @Override
    public String name() {
      return server.location().replaceFirst(".*[/:]", "");
    }

    @Override
    public FeatureSource open(Reading how) {
      FeatureSource rows = PostgisSource.open(this, how);
      return how.swapAxes() ? new SwappedSource(rows) : rows;
    }
  }
}
