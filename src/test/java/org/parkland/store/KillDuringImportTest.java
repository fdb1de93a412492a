package org.parkland.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parkland.BadInput;
import org.parkland.bench.TemporaryPostgis;
import org.parkland.land.Snapshot;
import org.parkland.land.Withdrawal;

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

  @Test
  void whileAnotherProcessImportsIntoTheFileASecondIsRefusedByName() throws Exception {
    refusedByName(folder.resolve("shared.gpkg").toString());
  }

  @Test
  void whileAnotherProcessImportsIntoTheServerASecondIsRefusedByName() throws Exception {
    try (TemporaryPostgis server = TemporaryPostgis.start()) {
      refusedByName(server.jdbcUrl());
    }
  }

  /** The other process holds a writer open; it is killed at the end, and the next import goes through. */
  private static void refusedByName(String database) throws Exception {
    Process importer = start(database, ImportsWithoutEnd.HOLD);
    try (BufferedReader output = importer.inputReader(); Store store = ImportsWithoutEnd.open(database)) {
      assertThat(output.readLine()).isEqualTo(ImportsWithoutEnd.BEGUN);
      assertThatThrownBy(() -> store.begin(Rows.draft())).isInstanceOf(BadInput.class)
          .hasMessageContaining("another import is under way (江海'\"宗地.zip · 宗地, begun by 规划科 at ");
      assertThat(store.snapshots()).isEmpty();
      importer.destroyForcibly();
      assertThat(importer.waitFor(10, TimeUnit.SECONDS)).isTrue();
      assertThat(Rows.of(store, Rows.store(store, Rows.draft(), Rows.squares(3)))).hasSize(3);
    } finally {
      importer.destroyForcibly();
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
      before = after.isEmpty() || kill % 3 != 0 ? after : withNewestWithdrawn(database);
    }
  }

  /** What is withdrawn between two kills stays so. */
  private static List<Snapshot> withNewestWithdrawn(String database) {
    try (Store store = ImportsWithoutEnd.open(database)) {
      store.snapshots().stream().filter(each -> !each.isWithdrawn()).reduce((first, second) -> second)
          .ifPresent(each -> store.withdraw(each.id(), new Withdrawal("撤回", "规划科", each.importedAt())));
      return store.snapshots();
    }
  }

  private static void importAndKill(String database, int delayMs) throws IOException, InterruptedException {
    Process importer = start(database);
    try (BufferedReader output = importer.inputReader()) {
      assertThat(output.readLine()).isEqualTo(ImportsWithoutEnd.BEGUN);
      Thread.sleep(delayMs);
    } finally {
      importer.destroyForcibly();
    }
    assertThat(importer.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(importer.exitValue()).as("ended by SIGKILL, not by itself").isEqualTo(128 + 9);
  }

  private static Process start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp",
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
        ImportsWithoutEnd.class.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
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
