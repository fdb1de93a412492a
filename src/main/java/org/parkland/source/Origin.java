package org.parkland.source;

import java.nio.file.Path;

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

}
