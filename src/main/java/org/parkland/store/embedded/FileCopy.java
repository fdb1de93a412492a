package org.parkland.store.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.parkland.BadInput;
import org.parkland.audit.ChainCheck;
import org.parkland.store.Contents;
import org.parkland.store.sql.AuditTable;
import org.parkland.store.sql.ContentsCount;
import org.sqlite.SQLiteConfig;

/**
 * A copy of a database while others write into it: {@code VACUUM INTO} reads one moment, makes no writer wait, and
 * unlike a copy of pages never begins again because somebody wrote meanwhile.
 */
final class FileCopy {
  private static final String RESTORE = "take another backup";

  private FileCopy() {}

  /** @return what the copy holds, read from the copy */
  static Contents write(Connections connections, Path copy) {
    try (Connection connection = connections.writer();
        PreparedStatement vacuum = connection.prepareStatement("vacuum into ?")) {
      vacuum.setString(1, copy.toAbsolutePath().toString());
      vacuum.execute();
    } catch (SQLException e) {
      throw connections.failure("be copied to " + copy, e);
    }
    force(copy);
    return require(copy);
  }

  /** SQLite leaves that to the caller. */
  private static void force(Path file) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    } catch (IOException e) {
      throw new BadInput(file.toString(), "cannot be written to the disk", "make room and try again", e);
    }
  }

  /**
   * Reads every page of a copy, counts its rows and follows its audit.
   *
   * @throws BadInput if anything does not fit
   */
  static Contents require(Path copy) {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + copy.toAbsolutePath(), config.toProperties());
        Statement statement = connection.createStatement()) {
      try (ResultSet row = statement.executeQuery("pragma integrity_check(1)")) {
        if (!row.getString(1).equals("ok")) {
          throw new BadInput(copy.toString(), "is damaged: " + row.getString(1), RESTORE);
        }
      }
      ChainCheck.Verdict audit = AuditTable.verify(connection, null);
      if (!audit.isWhole()) {
        throw new BadInput(copy.toString(), "its audit is broken: " + audit.breaks().get(0),
            "see 'parkland audit verify'");
      }
      return new ContentsCount(new Connections(copy).dialect()).of(connection);
    } catch (SQLException e) {
      throw new BadInput(copy.toString(), "is no Parkland database, or a damaged one", RESTORE, e);
    }
  }
}
