package org.parkland.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parkland.SampleDistrict;
import org.parkland.analysis.Workspace;
import org.parkland.bench.TemporaryPostgis;
import org.parkland.config.Database;
import org.parkland.config.Setting;
import org.parkland.config.Settings;
import org.parkland.land.Snapshot;
import org.parkland.web.fuzz.HttpFuzz;

/**
 * Mutated requests over every route: no 5xx but a deliberate 503, no answer that takes too long, no growth of memory, and
 * nothing stored changed by requests that must not change it. {@code bin/fuzz http} runs it long; the system properties
 * {@code parkland.requests} and {@code parkland.seed} say how many and which.
 */
class HttpFuzzTest {
  private static final long REQUESTS = Long.getLong("parkland.requests", 1_200);
  private static final long SEED = Long.getLong("parkland.seed", System.nanoTime());
  /** Five seconds, where the machine has nothing else to do; a test run has two classes at a time and a browser. */
  private static final double MOST_MS = Boolean.getBoolean("parkland.alone") ? 5_000 : 20_000;
  private static final int ROUNDS = 10;
  private static final int TESTS = 3;
  private static final long MOST_GROWTH_BYTES = 128L << 20;
  /** Those that store; the rest, uploads too, must leave the database as it is. */
  private static final Predicate<String> STORES = route -> !route.startsWith("GET ")
      && !List.of("POST /api/uploads", "POST /api/match", "POST /api/workbooks/fill").contains(route);

  @TempDir
  private Path folder;

  @Test
  void readingLeavesTheDatabaseAsItIs() throws IOException {
    Path database = copy();
    String before = DatabaseContent.hash(database);
    fuzz(database, STORES.negate(), SEED);
    assertThat(DatabaseContent.hash(database)).as("seed " + SEED).isEqualTo(before);
  }

  @Test
  void writingBreaksNothing() throws IOException {
    fuzz(copy(), route -> true, SEED + 1);
  }

  /** The same questions to the other store, where a mistake in building SQL would be another one. */
  @Test
  void readingLeavesPostgisAsItIs() throws IOException {
    try (TemporaryPostgis postgis = TemporaryPostgis.start()) {
      Settings settings = SampleDistrict.settings(new Database.Server(postgis.jdbcUrl()));
      List<Snapshot> before;
      try (Workspace workspace = Workspace.open(settings)) {
        workspace.importPack();
        before = workspace.snapshots();
      }
      fuzz(settings, STORES.negate(), SEED + 2);
      try (Workspace workspace = Workspace.open(settings)) {
        assertThat(workspace.snapshots()).as("seed " + SEED).isEqualTo(before);
      }
    }
  }

  private Path copy() throws IOException {
    return Files.copy(SampleDistrict.database(), folder.resolve("copy.gpkg"));
  }

  private static void fuzz(Path database, Predicate<String> wanted, long seed) throws IOException {
    fuzz(SampleDistrict.settings(database), wanted, seed);
  }

  private static void fuzz(Settings settings, Predicate<String> wanted, long seed) throws IOException {
    System.out.println("HTTP fuzzer: seed " + seed + ", " + REQUESTS / TESTS + " requests");
    try (Workspace workspace = Workspace.open(settings.with(Setting.LOG_REQUESTS, "false"));
        WebServer server = WebServer.start(workspace);
        HttpFuzz fuzz = new HttpFuzz(server.address(), server.routes().stream().filter(wanted).toList(), seed, MOST_MS)) {
      fuzz.awaitReady();
      fuzz.run(REQUESTS / TESTS / ROUNDS);
      long used = usedBytes();
      for (int round = 1; round < ROUNDS; round++) {
        fuzz.run(REQUESTS / TESTS / ROUNDS);
      }
      long grown = usedBytes() - used;
      System.out.println("HTTP fuzzer: " + fuzz.summary() + "; heap " + (grown >> 20) + " MiB more");
      assertThat(fuzz.failures()).as("seed " + seed).isEmpty();
      assertThat(grown).as("seed " + seed).isLessThan(MOST_GROWTH_BYTES);
    }
  }

  private static long usedBytes() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
