package org.parkland.config;

import java.nio.file.Path;
import java.util.regex.Pattern;
import org.parkland.BadInput;

/** Where snapshots are kept: in a file or on a server. The one place that decides what {@code --db} means. */
public sealed interface Database {
  /**
   * @param db file path, {@code jdbc:sqlite:FILE} or {@code jdbc:postgresql://…}
   * @throws BadInput if it is a URL of another database; the message shows only its kind
   */
  static Database of(String db) {
    if (db.startsWith(Server.POSTGRESQL)) {
      return new Server(db);
    }
    if (db.startsWith("jdbc:") && !db.startsWith(File.SQLITE)) {
      throw new BadInput("--db " + db.replaceFirst("^(jdbc:[^:/]*).*", "$1:…"),
          "is no database this version can open",
          "name a GeoPackage file, jdbc:sqlite:FILE or jdbc:postgresql://HOST/DATABASE");
    }
    return new File(Path.of(db.startsWith(File.SQLITE) ? db.substring(File.SQLITE.length()) : db));
  }

  /**
   * The folder for tiles drawn from this database.
   *
   * @param home where Parkland keeps what belongs to no file
   */
  default Path tiles(Path home) {
    return beside(home, "-tiles");
  }

  /** The folder for files that were sent to be imported into it, likewise. */
  default Path uploads(Path home) {
    return beside(home, "-uploads");
  }

  /** A folder that belongs to this database, with the given ending. */
  Path beside(Path home, String ending);

  /** A file of the embedded store; its tiles lie beside it. */
  record File(Path path) implements Database {
    private static final String SQLITE = "jdbc:sqlite:";

    @Override
    public Path beside(Path home, String ending) {
      Path file = path.toAbsolutePath();
      return file.resolveSibling(file.getFileName() + ending);
    }
  }

  /**
   * A PostGIS database.
   *
   * @param url may hold a password, so it never stands in a message
   */
  record Server(String url) implements Database {
    private static final String POSTGRESQL = "jdbc:postgresql:";
    private static final Pattern UNFIT_FOR_A_FOLDER = Pattern.compile("[^\\p{L}\\p{N}._-]|^\\.+");

    @Override
    public Path beside(Path home, String ending) {
      return home.resolve("data").resolve(UNFIT_FOR_A_FOLDER.matcher(name()).replaceAll("_") + ending);
    }

    /** What follows the host, up to the parameters. */
    private String name() {
      return url.substring(POSTGRESQL.length()).replaceFirst("[?].*", "").replaceFirst(".*/", "");
    }

    @Override
    public String toString() {
      return "Server[" + name() + "]";
    }
  }
}
