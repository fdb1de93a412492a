package org.parkland.backup;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.parkland.BadInput;
import org.parkland.audit.Action;
import org.parkland.audit.ChainCheck;
import org.parkland.audit.Deed;
import org.parkland.config.Database;
import org.parkland.store.Contents;
import org.parkland.store.Store;
import org.parkland.store.embedded.EmbeddedStore;
import org.parkland.store.postgis.PostgisStore;

/** Brings a backup back, into a place where nothing is. */
public final class Restore {
  private static final String ANOTHER = "use another backup";
  private static final List<String> COMPANIONS = List.of("", "-wal", "-shm", "-journal");

  private Restore() {}

  /**
   * Restores a backup. It is checked against its manifest before and after; a process that dies meanwhile leaves no
   * database behind.
   *
   * @param open opens the restored database: it says in its audit what it was restored from
   * @throws BadInput if the place is taken, the backup is damaged, or it is of another kind of database
   */
  public static Manifest into(Path backup, Database target, Supplier<Store> open) {
    Manifest manifest = Manifest.readBeside(backup);
    try {
      if (target instanceof Database.Server server && manifest.kind() == Manifest.Kind.POSTGIS) {
        requireSame(backup, manifest, Durable.sha256(backup));
        PostgisStore.restore(server.url(), backup);
      } else if (target instanceof Database.File file && manifest.kind() == Manifest.Kind.GEOPACKAGE) {
        file(backup, manifest, file.path().toAbsolutePath());
      } else {
        throw new BadInput(backup.toString(), "is a backup of the other kind of database",
            manifest.kind() == Manifest.Kind.POSTGIS ? "restore it into PostGIS: --db jdbc:postgresql://…"
                : "restore it into a file: --db FILE.gpkg");
      }
    } catch (FileAlreadyExistsException e) {
      throw taken(Path.of(e.getFile()));
    } catch (IOException e) {
      throw new BadInput(backup.toString(), "cannot be restored (" + e.getMessage() + ")",
          "make room; nothing was left behind", e);
    }
    sayRestored(backup, manifest, open);
    return manifest;
  }

  private static void file(Path backup, Manifest manifest, Path target) throws IOException {
    for (String each : COMPANIONS) {
      Path other = target.resolveSibling(target.getFileName() + each);
      if (Files.exists(other)) {
        throw taken(other);
      }
    }
    Path unfinished = target.resolveSibling(target.getFileName() + ".restoring");
    try {
      requireSame(backup, manifest, Durable.copy(backup, unfinished));
      requireEqual(backup, manifest, EmbeddedStore.inspect(unfinished));
      Durable.publish(unfinished, target);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private static BadInput taken(Path place) {
    return new BadInput(place.toString(), "exists already, and is never overwritten",
        "name a new file with --db, or move this one away");
  }

  private static void requireSame(Path backup, Manifest manifest, String sha256) {
    if (!sha256.equals(manifest.sha256())) {
      throw new BadInput(backup.toString(), "is not what was written: its SHA-256 differs from the manifest's", ANOTHER);
    }
  }

  private static void requireEqual(Path backup, Manifest manifest, Contents found) {
    if (!found.equals(manifest.contents())) {
      throw new BadInput(backup.toString(), "does not hold what its manifest says", ANOTHER);
    }
  }

  private static void sayRestored(Path backup, Manifest manifest, Supplier<Store> open) {
    try (Store store = open.get()) {
      ChainCheck.Verdict audit = store.audit().verify(manifest.contents().audit());
      requireEqual(backup, manifest, store.contents());
      if (!audit.isWhole()) {
        throw new BadInput(store.location(), "the restored audit is broken: " + audit.breaks().get(0), ANOTHER);
      }
      store.audit().append(Deed.of(Action.RESTORE, "backup", null, Map.of("file", backup.toAbsolutePath().toString(),
          "sha256", manifest.sha256(), "takenAt", manifest.takenAt().toString())));
    }
  }
}
