package org.parkland.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parkland.BadInput;
import org.parkland.SampleDistrict;
import org.parkland.analysis.FigureQuery;
import org.parkland.analysis.Figures;
import org.parkland.analysis.LandAnalysis;
import org.parkland.analysis.Workspace;
import org.parkland.audit.Action;
import org.parkland.audit.AuditEntry;
import org.parkland.audit.AuditFilter;
import org.parkland.bench.TemporaryPostgis;
import org.parkland.config.Database;
import org.parkland.geometry.AreaMethod;
import org.parkland.land.State;
import org.parkland.store.Rows;
import org.parkland.store.Store;
import org.parkland.store.embedded.EmbeddedStore;
import org.parkland.store.postgis.PostgisStore;

/** Backups taken while others write, and what is made of them again. */
class BackupTest {
  @TempDir
  private Path folder;

  @Test
  void aFileComesBackWithTheSameFiguresAndItsAudit() throws IOException {
    Path original = Files.copy(SampleDistrict.database(), folder.resolve("jianghai.gpkg"));
    Path backup = folder.resolve("backup.gpkg");
    Manifest manifest;
    List<String> figures;
    try (Workspace workspace = Workspace.open(SampleDistrict.settings(original))) {
      figures = figures(workspace);
      manifest = Backup.take(workspace.store(), Manifest.Kind.GEOPACKAGE, backup, "test");
      assertThat(workspace.store().audit().newest(AuditFilter.ALL, 1, 0).get(0).after()).contains(manifest.sha256());
      assertThatThrownBy(() -> Backup.take(workspace.store(), Manifest.Kind.GEOPACKAGE, backup, "test"))
          .isInstanceOf(BadInput.class).hasMessageContaining("never overwritten");
    }
    Path again = folder.resolve("again.gpkg");
    Restore.into(backup, new Database.File(again), () -> Workspace.open(SampleDistrict.settings(again)).store());
    try (Workspace workspace = Workspace.open(SampleDistrict.settings(again))) {
      assertThat(figures(workspace)).isEqualTo(figures);
      assertThat(workspace.store().audit().verify(manifest.contents().audit()).breaks()).isEmpty();
      assertThat(workspace.store().audit().newest(AuditFilter.ALL, 1, 0)).extracting(AuditEntry::action)
          .containsExactly(Action.RESTORE.word());
    }
    assertThat(new BackupFolder(folder).newest(original.toString())).map(BackupFolder.Found::file).contains(backup);
    assertThat(folder.toFile().list()).noneMatch(each -> each.endsWith(".part") || each.endsWith(".restoring"));
  }

  /** To the last bit: doubles are written with all the digits they have. */
  private static List<String> figures(Workspace workspace) {
    LandAnalysis analysis = new LandAnalysis(workspace);
    Figures drawn = analysis.figures().draw(analysis.day(null), new FigureQuery(State.CURRENT,
        workspace.policies().redLine().find(workspace.district().policy()), AreaMethod.ELLIPSOIDAL));
    return drawn.places().stream()
        .map(each -> drawn.unit(each).id() + drawn.redLine(each) + drawn.landUse(each, true) + drawn.coveredM2(each)).toList();
  }

  @Test
  void whatExistsIsNeverOverwrittenAndWhatIsDamagedNeverRestored() throws IOException {
    Path file = folder.resolve("store.gpkg");
    Path backup = folder.resolve("backup.gpkg");
    try (Store store = EmbeddedStore.open(file, Rows.schemas())) {
      Rows.store(store, Rows.draft(), Rows.squares(500));
      Backup.take(store, Manifest.Kind.GEOPACKAGE, backup, "test");
    }
    byte[] before = Files.readAllBytes(file);
    assertThatThrownBy(() -> restore(backup, file)).isInstanceOf(BadInput.class).hasMessageContaining("never overwritten");
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
    Path leftLog = Files.writeString(folder.resolve("new.gpkg-wal"), "of a file that is gone");
    assertThatThrownBy(() -> restore(backup, folder.resolve("new.gpkg"))).hasMessageContaining("new.gpkg-wal");
    Files.delete(leftLog);
    byte[] bytes = Files.readAllBytes(backup);
    bytes[bytes.length / 2] ^= 1;
    Files.write(backup, bytes);
    assertThatThrownBy(() -> restore(backup, folder.resolve("new.gpkg"))).isInstanceOf(BadInput.class)
        .hasMessageContaining("SHA-256");
    Files.delete(Manifest.of(backup));
    assertThatThrownBy(() -> restore(backup, folder.resolve("new.gpkg"))).hasMessageContaining("manifest");
    assertThat(folder.resolve("new.gpkg")).doesNotExist();
    assertThat(folder.resolve("new.gpkg.restoring")).doesNotExist();
  }

  private static void restore(Path backup, Path target) {
    Restore.into(backup, new Database.File(target), () -> EmbeddedStore.open(target, Rows.schemas()));
  }

  @Test
  void aBackupTakenDuringImportsHoldsWholeSnapshotsOnly() throws Exception {
    Path file = folder.resolve("busy.gpkg");
    try (Store store = EmbeddedStore.open(file, Rows.schemas())) {
      backupsWhileImporting(store, Manifest.Kind.GEOPACKAGE);
    }
  }

  private void backupsWhileImporting(Store store, Manifest.Kind kind) throws InterruptedException {
    Rows.store(store, Rows.draft(), Rows.squares(2_000));
    AtomicBoolean ended = new AtomicBoolean();
    Thread importer = new Thread(() -> {
      while (!ended.get()) {
        Rows.store(store, Rows.draft(), Rows.squares(2_000));
      }
    });
    importer.start();
    try {
      for (int i = 0; i < 4; i++) {
        Manifest manifest = Backup.take(store, kind, folder.resolve("busy-" + kind + i), "test");
        assertThat(manifest.contents().snapshots()).isNotEmpty().allMatch(each -> each.rows() == 2_000);
        assertThat(manifest.contents().audit().sequence()).isGreaterThanOrEqualTo(manifest.contents().snapshots().size());
      }
    } finally {
      ended.set(true);
      importer.join();
    }
  }

  @Test
  void aServerComesBackAsItWas() throws Exception {
    try (TemporaryPostgis server = TemporaryPostgis.start(); TemporaryPostgis other = TemporaryPostgis.start()) {
      Path backup = folder.resolve("server.dump");
      List<Object> rows;
      try (Store store = PostgisStore.open(server.jdbcUrl(), Rows.schemas())) {
        backupsWhileImporting(store, Manifest.Kind.POSTGIS);
        Rows.store(store, Rows.draft(), Rows.attributesOfEveryType());
        Manifest manifest = Backup.take(store, Manifest.Kind.POSTGIS, backup, "test");
        rows = Rows.content(store, store.snapshots().get(store.snapshots().size() - 1));
        Restore.into(backup, new Database.Server(other.jdbcUrl()), () -> PostgisStore.open(other.jdbcUrl(), Rows.schemas()));
        try (Store restored = PostgisStore.open(other.jdbcUrl(), Rows.schemas())) {
          assertThat(restored.snapshots()).isEqualTo(store.snapshots());
          assertThat(Rows.content(restored, restored.snapshots().get(restored.snapshots().size() - 1))).isEqualTo(rows);
          assertThat(restored.audit().verify(manifest.contents().audit()).breaks()).isEmpty();
        }
      }
      assertThatThrownBy(() -> Restore.into(backup, new Database.Server(other.jdbcUrl()), () -> null))
          .isInstanceOf(BadInput.class).hasMessageContaining("never overwritten");
      assertThatThrownBy(() -> Restore.into(backup, new Database.File(folder.resolve("x.gpkg")), () -> null))
          .isInstanceOf(BadInput.class).hasMessageContaining("other kind");
    }
  }
}
