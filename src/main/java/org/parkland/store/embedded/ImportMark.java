package org.parkland.store.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DateTimeException;
import java.util.Optional;
import org.parkland.store.sql.BegunImport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A small file beside the database while an import runs. Only who holds the database's write lock writes or removes
 * it; so where the lock is free and the file is there, its process was killed.
 */
final class ImportMark {
  private static final Logger LOG = LoggerFactory.getLogger(ImportMark.class);

  private final Path database;
  private final Path file;

  ImportMark(Path database) {
    this.database = database;
    this.file = database.resolveSibling(database.getFileName() + "-import");
  }

  /** The import that is, or was, under way. */
  Optional<BegunImport> find() {
    try {
      return Files.exists(file) ? Optional.of(BegunImport.of(Files.readAllLines(file))) : Optional.empty();
    } catch (IOException | IndexOutOfBoundsException | DateTimeException e) {
      LOG.debug("{} is being written, or damaged", file, e);
      return Optional.empty();
    }
  }

  /** Where the disk takes no mark, the import itself will say so. */
  void set(BegunImport begun) {
    try {
      Files.write(file, begun.values());
    } catch (IOException e) {
      LOG.debug("{} cannot be written", file, e);
    }
  }

  void remove() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.warn("{} cannot be removed: {}", file, e.toString());
    }
  }

  /** Says what was cut off, if anything was, and removes the mark; to be called with the write lock held. */
  void tell(Connection locked) throws SQLException {
    Optional<BegunImport> cut = find();
    if (cut.isPresent() && !isStored(locked, cut.get())) {
      LOG.warn("{}: {}", database, cut.get().cutOff());
    }
    remove();
  }

  private static boolean isStored(Connection connection, BegunImport begun) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("select count(*) from snapshot where table_name = ?")) {
      query.setString(1, begun.table());
      return query.executeQuery().getInt(1) > 0;
    }
  }

  /** At the opening of a database: cleans up after a killed process, unless an import is really under way. */
  void recover(Connections connections) throws SQLException {
    if (!Files.exists(file)) {
      return;
    }
    try {
      connections.writeUnlessBusy(this::tell);
    } catch (SQLException e) {
      LOG.debug("{} is in use", file, e);
      return;
    }
    connections.read(connection -> {
      try (Statement statement = connection.createStatement()) {
        statement.execute("pragma wal_checkpoint(truncate)");
      }
      return null;
    });
  }
}
