package org.parkland.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parkland.BadInput;
import org.parkland.SampleDistrict;
import org.parkland.analysis.Workspace;
import org.parkland.backup.Backup;
import org.parkland.backup.Manifest;
import org.parkland.config.Setting;
import org.parkland.config.Settings;
import org.parkland.store.embedded.DamageCheck;

/** A damaged file is known at the start, is told with the backup there is, and stays as it is. */
class DamageTest {
  private static final Duration AMPLE = Duration.ofMinutes(1);
  private static final int PAGE = 4_096;

  @TempDir
  private Path folder;

  private Path database;

  @BeforeEach
  void copy() throws IOException {
    database = Files.copy(SampleDistrict.database(), folder.resolve("copy.gpkg"));
  }

  @Test
  void aSoundFileIsSound() {
    assertThat(DamageCheck.of(database, AMPLE)).isEmpty();
  }

  @Test
  void aFileCutAnywhereIsKnown() throws IOException {
    long length = Files.size(database);
    for (long left : new long[] {length - 1, length - PAGE, length / 2, PAGE, 150, 40, 0}) {
      Path cut = Files.copy(database, folder.resolve("cut-" + left));
      try (RandomAccessFile file = new RandomAccessFile(cut.toFile(), "rw")) {
        file.setLength(left);
      }
      assertThat(DamageCheck.of(cut, AMPLE)).as(left + " of " + length + " bytes").isPresent();
    }
  }

  /** Pages full of noise, wherever they are, but for those that nothing is in. */
  @Test
  void aPageOfNoiseIsKnown() throws Exception {
    Random random = new Random(7);
    int known = 0;
    for (int i = 0; i < 12; i++) {
      Path noisy = Files.copy(database, folder.resolve("noisy-" + i));
      byte[] noise = new byte[PAGE];
      random.nextBytes(noise);
      try (RandomAccessFile file = new RandomAccessFile(noisy.toFile(), "rw")) {
        file.seek((1 + random.nextInt((int) (file.length() / PAGE) - 1)) * (long) PAGE);
        file.write(noise);
      }
      known += DamageCheck.of(noisy, AMPLE).isPresent() ? 1 : 0;
    }
    // Noise in a page that only continues a long text is text to SQLite: the SHA-256 of a backup knows that, too.
    assertThat(known).isGreaterThanOrEqualTo(11);
  }

  @Test
  void rowsThatAreGoneAreKnown() throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        Statement statement = connection.createStatement()) {
      String table = statement.executeQuery("select table_name from snapshot where row_count > 100 limit 1").getString(1);
      statement.execute("drop trigger if exists \"rtree_" + table + "_geom_delete\"");
      statement.execute("delete from \"" + table + "\" where fid > 50");
    }
    assertThat(DamageCheck.of(database, AMPLE)).get().asString().contains("holds 50 of");
  }

  @Test
  void theStartNamesTheNewestBackupAndChangesNothing() throws Exception {
    Path backups = Files.createDirectory(folder.resolve("backups"));
    try (Workspace sound = Workspace.open(SampleDistrict.settings(database))) {
      Backup.take(sound.store(), Manifest.Kind.GEOPACKAGE, backups.resolve("older.gpkg"), "test");
    }
    byte[] damaged = Files.readAllBytes(database);
    java.util.Arrays.fill(damaged, 5 * PAGE, 9 * PAGE, (byte) 0x5a);
    Files.write(database, damaged, StandardOpenOption.TRUNCATE_EXISTING);
    Settings settings = SampleDistrict.settings(database).with(Setting.BACKUPS, backups.toString());
    assertThatThrownBy(() -> Workspace.open(settings)).isInstanceOf(BadInput.class)
        .hasMessageContaining("is damaged: ").hasMessageContaining("parkland restore " + backups.resolve("older.gpkg"));
    assertThat(Files.readAllBytes(database)).isEqualTo(damaged);
    assertThatThrownBy(() -> Workspace.open(SampleDistrict.settings(database)))
        .hasMessageContaining("no backup of it lies in");
  }
}
