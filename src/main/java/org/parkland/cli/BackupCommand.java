package org.parkland.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.parkland.analysis.Workspace;
import org.parkland.backup.Backup;
import org.parkland.backup.BackupFolder;
import org.parkland.backup.Manifest;
import org.parkland.config.Database;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code parkland backup}: a copy of the database while others use it. */
@Command(name = "backup", mixinStandardHelpOptions = true,
    description = "Back the database up while others use it: a GeoPackage as a GeoPackage, PostGIS as a file of pg_dump;"
        + " with a manifest beside it, checked after writing.")
final class BackupCommand implements Callable<Integer> {
  @Option(names = "--out", paramLabel = "FILE",
      description = "The file to write (default: a name with the time, in the folder of backups).")
  private Path out;

  @Option(names = "--backups", paramLabel = "DIR",
      description = "Folder of backups (default: PARKLAND_BACKUPS, or data/backups).")
  private Path folder;

  @Mixin
  private DatabaseOptions database;

  @Override
  public Integer call() {
    try (Workspace workspace = database.open()) {
      Manifest.Kind kind = workspace.settings().database() instanceof Database.Server ? Manifest.Kind.POSTGIS
          : Manifest.Kind.GEOPACKAGE;
      Path file = out != null ? out : new BackupFolder(folder != null ? folder : workspace.settings().backups())
          .next(workspace.store().location(), kind, Instant.now());
      Manifest manifest = Backup.take(workspace.store(), kind, file, new Version().getVersion()[0]);
      System.out.println(file + ": " + manifest.contents().snapshots().size() + " snapshots, " + manifest.bytes()
          + " bytes, audit " + manifest.contents().audit());
    }
    return 0;
  }
}
