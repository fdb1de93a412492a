package org.parkland.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parkland.BadInput;
import org.parkland.bench.TemporaryPostgis;
import org.parkland.land.Correction;
import org.parkland.store.Rows;
import org.parkland.store.Store;
import org.parkland.store.embedded.EmbeddedStore;
import org.parkland.store.postgis.PostgisStore;

/** A few of the faults of {@code bin/bench faults}, and servers that are slow instead of gone. */
class FaultDrillsTest {
  private static TemporaryPostgis server;

  @TempDir
  private Path folder;

  @BeforeAll
  static void start() {
    server = TemporaryPostgis.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void aFullDiskRefusesInWordsAndLosesNothing() throws Exception {
    try (SmallDisk disk = SmallDisk.mount(folder.resolve("small"), 24)) {
      FullDiskDrill.Outcome outcome = new FullDiskDrill(disk.folder(),
          file -> EmbeddedStore.open(file, Rows.schemas()), Long.getLong("parkland.seed", 5)).run(16, Rows.draft(), Rows.squares(300));
      assertThat(outcome.wrong()).isEmpty();
      assertThat(outcome.refused()).isGreaterThanOrEqualTo(4);
    }
  }

  @Test
  void aRestartedServerIsFoundAgainAndNothingIsLost() throws Exception {
    try (Store store = PostgisStore.open(server.jdbcUrl(), Rows.schemas())) {
      RestartDrill.Outcome outcome = new RestartDrill(server, store, Rows.draft(), Rows.squares(300)).run(3);
      assertThat(outcome.wrong()).isEmpty();
      assertThat(outcome.reads()).isPositive();
      assertThat(outcome.corrections()).isPositive();
      assertThat(outcome.imports()).isPositive();
    }
  }

  @Test
  void whoeverHoldsALockMakesNobodyWaitForEver() throws Exception {
    try (Store store = PostgisStore.open(server.jdbcUrl(), Rows.schemas());
        Connection other = server.connect(); Statement statement = other.createStatement()) {
      store.snapshots();
      other.setAutoCommit(false);
      statement.execute("lock table parkland.audit_head, parkland.snapshot in access exclusive mode");
      long start = System.nanoTime();
      assertThatThrownBy(() -> store.corrections().append(new Correction(0, "P1", "location", null, "x", false, "y",
          null, "z", Instant.EPOCH))).isInstanceOf(BadInput.class).hasMessageContaining("somebody else holds a lock");
      assertThatThrownBy(store::snapshots).isInstanceOf(BadInput.class).hasMessageContaining("somebody else holds a lock");
      assertThat((System.nanoTime() - start) / 1e9).isLessThan(20);
      other.rollback();
      assertThat(store.audit().verify(null).breaks()).isEmpty();
    }
  }
}
