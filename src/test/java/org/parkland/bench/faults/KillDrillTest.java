package org.parkland.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parkland.SampleDistrict;
import org.parkland.analysis.Workspace;

/**
 * Killed with SIGKILL while everything is written at once, nothing that was acknowledged is lost and every start is
 * clean. {@code bin/bench faults} does it two hundred times; {@code -Dparkland.seed=N} repeats a run.
 */
class KillDrillTest {
  private static final int KILLS = Integer.getInteger("parkland.kills", 4);
  private static final String PARCEL = "440704001009GB00804";

  @TempDir
  private Path folder;

  @Test
  void theFileLosesNothing() throws Exception {
    Path database = Files.copy(SampleDistrict.database(), folder.resolve("drill.gpkg"));
    long seed = Long.getLong("parkland.seed", System.nanoTime());
    System.out.println("KillDrillTest seed " + seed);
    KillDrill.Outcome outcome = new KillDrill(database.toString(), PARCEL, folder,
        () -> Workspace.open(SampleDistrict.settings(database)).store(), seed).run(KILLS);
    System.out.println(outcome.done());
    assertThat(outcome.wrong()).as("seed " + seed).isEmpty();
    assertThat(outcome.done()).contains("correction", "scenario", "import", "export", "tile", "figures");
  }
}
