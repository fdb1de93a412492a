package org.parkland.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parkland.BadInput;
import org.parkland.land.Feature;
import org.parkland.land.Snapshot;
import org.parkland.land.Withdrawal;
import org.parkland.store.Rows;
import org.parkland.store.Store;

/** A file that version 1 of the layout wrote ({@code version-1.gpkg.gz}, two parcels) becomes one of this version. */
class EmbeddedOpeningTest {
  @TempDir
  private Path folder;
  private Path file;

  @BeforeEach
  void unpack() throws IOException {
    file = folder.resolve("old.gpkg");
    try (InputStream packed = getClass().getResourceAsStream("/store/version-1.gpkg.gz")) {
      Files.copy(new GZIPInputStream(packed), file);
    }
  }

  private Store open() {
    return EmbeddedStore.open(file, Rows.schemas());
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void anOlderFileIsUpgradedAndKeepsItsSnapshots() {
    Withdrawal why = new Withdrawal("试验", "规划科", Instant.parse("2026-02-03T04:05:06Z"));
    try (Store store = open()) {
      Snapshot old = store.snapshots().get(0);
      assertThat(old.isWithdrawn()).isFalse();
      assertThat(Rows.of(store, old, org.parkland.store.FeatureQuery.all())).extracting(Feature::id)
          .containsExactly("440704001001GB00001", "440704001001GB00002");
      store.withdraw(old.id(), why);
    }
    try (Store store = open()) {
      assertThat(store.snapshots()).extracting(Snapshot::withdrawal).containsExactly(why);
      Rows.store(store, Rows.draft(), Rows.squares(3));
      assertThat(store.snapshots()).hasSize(2);
    }
  }

  @Test
  void aNewerFileIsRefusedAndStaysAsItIs() throws Exception {
    execute("update parkland set version = " + (GeoPackageSchema.VERSION + 1));
    byte[] before = Files.readAllBytes(file);
    assertThatThrownBy(this::open).isInstanceOf(BadInput.class).hasMessageContaining("was written by version "
        + (GeoPackageSchema.VERSION + 1) + " of the database layout, this program knows " + GeoPackageSchema.VERSION
        + "; use the newer program");
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  @Test
  void anUpgradeThatFailsLeavesTheFileAtItsVersion() throws Exception {
    execute("create table withdrawal (of_another_program)");
    assertThatThrownBy(this::open).isInstanceOf(BadInput.class)
        .hasMessageContaining("cannot be brought to the layout of this program");
    execute("drop table withdrawal");
    try (Store store = open()) {
      assertThat(store.snapshots()).hasSize(1);
    }
  }
}
