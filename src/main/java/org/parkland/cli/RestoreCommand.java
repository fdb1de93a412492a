package org.parkland.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.parkland.analysis.Workspace;
import org.parkland.backup.Manifest;
import org.parkland.backup.Restore;
import org.parkland.config.Settings;
import org.parkland.config.SettingsReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code parkland restore FILE --db NEW}: a backup in a new place. */
@Command(name = "restore", mixinStandardHelpOptions = true,
    description = "Restore a backup into a new file or an empty PostGIS database; what exists is never overwritten.")
final class RestoreCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "FILE", description = "The backup; its manifest lies beside it.")
  private Path backup;

  @Option(names = "--db", required = true, paramLabel = "URL", description = "A file that does not exist, or"
      + " jdbc:postgresql://HOST/DATABASE with PostGIS and without a schema parkland.")
  private String db;

  @Option(names = "--district", paramLabel = "DIR", description = "District pack (default: the sample).")
  private Path district;

  @Override
  public Integer call() {
    Settings settings = SettingsReader.of(district, db);
    Manifest manifest = Restore.into(backup, settings.database(), () -> Workspace.open(settings).store());
    System.out.println("restored: " + manifest.contents().snapshots().size() + " snapshots as of " + manifest.takenAt()
        + "; accounts and tokens are as they were then");
    return 0;
  }
}
