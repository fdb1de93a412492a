package org.parkland.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parkland.bench.TemporaryPostgis;
import org.parkland.land.Snapshot;

/**
 * An importing process is killed with SIGKILL at random moments: the store opens, holds every snapshot that it held
 * before, whole, at most whole ones more, and takes the next. {@code -Dparkland.kills=50} kills more often,
 * {@code -Dparkland.seed=N} repeats a run.
 */
class KillDuringImportTest {
  private static final int KILLS = Integer.getInteger("parkland.kills", 6);
  private static final int LONGEST_MS = 1_500;

  @TempDir
  private Path folder;

  @Test
  void theEmbeddedStoreSurvives() throws Exception {
    killAgainAndAgain(folder.resolve("killed.gpkg").toString());
  }

  @Test
  void thePostgisStoreSurvives() throws Exception {
    try (TemporaryPostgis server = TemporaryPostgis.start()) {
      killAgainAndAgain(server.jdbcUrl());
    }
  }

  private void killAgainAndAgain(String database) throws Exception {
    long seed = Long.getLong("parkland.seed", System.nanoTime());
    System.out.println("KillDuringImportTest seed " + seed);
    Random random = new Random(seed);
    List<Snapshot> before = new ArrayList<>();
    for (int kill = 1; kill <= KILLS; kill++) {
      int delayMs = random.nextInt(LONGEST_MS);
      importAndKill(database, delayMs);
      List<Snapshot> after = whole(database);
      String when = "kill " + kill + " after " + delayMs + " ms, seed " + seed;
      assertThat(after.stream().limit(before.size()).toList()).as(when).isEqualTo(before);
      before = after;
    }
  }

  private static void importAndKill(String database, int delayMs) throws IOException, InterruptedException {
    Process importer = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
        "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp",
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
        ImportsWithoutEnd.class.getName(), database).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (BufferedReader output = importer.inputReader()) {
      assertThat(output.readLine()).isEqualTo(ImportsWithoutEnd.BEGUN);
      Thread.sleep(delayMs);
    } finally {
      importer.destroyForcibly();
    }
    assertThat(importer.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(importer.exitValue()).as("ended by SIGKILL, not by itself").isEqualTo(128 + 9);
  }

  /** The snapshots, after every row of each has been read and a new one was begun without waiting for the dead. */
  private static List<Snapshot> whole(String database) {
    try (Store store = ImportsWithoutEnd.open(database)) {
      List<Snapshot> snapshots = store.snapshots();
      for (int i = 0; i < snapshots.size(); i++) {
        assertThat(snapshots.get(i).count()).isEqualTo(ImportsWithoutEnd.ROWS + i);
        assertThat(rows(store, snapshots.get(i))).isEqualTo(ImportsWithoutEnd.ROWS + i);
      }
      store.begin(Rows.draft()).close();
      return snapshots;
    }
  }

  private static long rows(Store store, Snapshot snapshot) {
    long rows = 0;
    try (FeatureCursor cursor = store.features(snapshot, FeatureQuery.all().only("id"))) {
      while (cursor.hasNext()) {
        rows++;
        assertThat(cursor.next().id()).isEqualTo("P" + ((rows - 1) % ImportsWithoutEnd.ROWS + 1));
      }
    }
    return rows;
  }
}
