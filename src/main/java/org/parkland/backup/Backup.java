package org.parkland.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.parkland.BadInput;
import org.parkland.audit.Action;
import org.parkland.audit.Deed;
import org.parkland.store.Contents;
import org.parkland.store.Store;

/** Takes a backup of a database that others read and write meanwhile. */
public final class Backup {
  private Backup() {}

  /**
   * Writes a backup and its manifest; the backup appears under its name when it is whole and checked.
   *
   * @param program version, for the manifest
   * @throws BadInput if the place is taken or has no room, or what was written does not hold what it should
   */
  public static Manifest take(Store store, Manifest.Kind kind, Path out, String program) {
    Path unfinished = out.resolveSibling(out.getFileName() + ".part");
    requireFree(out);
    try {
      Files.createDirectories(out.toAbsolutePath().getParent());
      Files.deleteIfExists(unfinished);
      Contents contents = store.backup(unfinished);
      Manifest manifest = new Manifest(program, kind, store.location(), Instant.now().truncatedTo(ChronoUnit.SECONDS),
          Files.size(unfinished), Durable.sha256(unfinished), contents);
      store.audit().append(Deed.of(Action.BACKUP, "backup", null, Map.of("file", out.toAbsolutePath().toString(),
          "sha256", manifest.sha256(), "audit", contents.audit().toString())));
      manifest.writeBeside(out);
      Durable.publish(unfinished, out);
      return manifest;
    } catch (IOException e) {
      throw new BadInput(out.toString(), "the backup cannot be written", "make room, or choose another place with --out",
          e);
    } finally {
      unfinished.toFile().delete();
    }
  }

  private static void requireFree(Path file) {
    if (Files.exists(file)) {
      throw new BadInput(file.toString(), "exists already, and is never overwritten", "choose another name with --out");
    }
  }
}
