package org.parkland.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parkland.BadInput;
import org.parkland.bench.TemporaryPostgis;
import org.parkland.land.Feature;
import org.parkland.land.Snapshot;
import org.parkland.store.embedded.EmbeddedStore;
import org.parkland.store.postgis.PostgisStore;

/**
 * An import that finds no room ends in a clear word, and the store holds what it held. The embedded store's process
 * may write no file larger than 4 MB ({@code ulimit -f}, which every user may set); the server's tables lie on a
 * file system of 24 MB, which only root may mount: that test is left out otherwise.
 */
class FullDiskTest {
  private static final int LARGEST_FILE_KIB = 4_096;

  @TempDir
  private Path folder;

  /** The other process: stores small snapshots, then one that does not fit. */
  public static void main(String[] arguments) {
    try (Store store = EmbeddedStore.open(Path.of(arguments[0]), Rows.schemas())) {
      Rows.store(store, Rows.draft(), Rows.squares(50));
      try {
        Rows.store(store, Rows.draft(), Rows.squares(60_000));
      } catch (BadInput e) {
        System.out.println(e.getMessage());
      }
      System.out.println("snapshots " + store.snapshots().size());
    }
  }

  @Test
  void theEmbeddedStoreSaysSoAndStaysWhole() throws Exception {
    Path file = folder.resolve("full.gpkg");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    List<String> printed = run("bash", "-c", "ulimit -f " + LARGEST_FILE_KIB + " && exec \"$@\"", "bash", java,
        "-Xmx256m", "-XX:-UsePerfData", "-cp", classes, FullDiskTest.class.getName(), file.toString());
    assertThat(printed).anyMatch(each -> each.startsWith(file + ": the disk is full; make room"));
    assertThat(printed).contains("snapshots 1");
    try (Store store = EmbeddedStore.open(file, Rows.schemas())) {
      Snapshot only = store.snapshots().get(0);
      assertThat(Rows.of(store, only)).hasSize(50);
      assertThat(Rows.of(store, Rows.store(store, Rows.draft(), Rows.squares(5_000)))).hasSize(5_000);
    }
    assertThat(folder.resolve("full.gpkg-import")).doesNotExist();
  }

  @Test
  void theServerSaysSoAndStaysWhole() throws Exception {
    Path small = java.nio.file.Files.createDirectory(folder.resolve("small"));
    asRoot("mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", small.toString());
    try (TemporaryPostgis server = TemporaryPostgis.start()) {
      asRoot("chmod", "755", folder.toString(), folder.getParent().toString());
      asRoot("chown", "postgres", small.toString());
      try (Store store = PostgisStore.open(server.jdbcUrl(), Rows.schemas())) {
        Snapshot before = Rows.store(store, Rows.draft(), Rows.squares(50));
        execute(server, "create tablespace small location '" + small + "'", "alter database parkland set"
            + " default_tablespace = small", "alter system set default_tablespace = small", "select pg_reload_conf()");
        List<Feature> many = new ArrayList<>(Rows.squares(200_000));
        assertThat(failure(store, many)).contains("the server's disk is full; make room; what was stored before is intact");
        assertThat(store.snapshots()).containsExactly(before);
        assertThat(Rows.of(store, before)).hasSize(50);
        assertThat(Rows.of(store, Rows.store(store, Rows.draft(), Rows.squares(500)))).hasSize(500);
      }
    } finally {
      asRoot("umount", "-l", small.toString());
    }
  }

  private static String failure(Store store, List<Feature> rows) {
    try {
      Rows.store(store, Rows.draft(), rows);
      return "stored";
    } catch (BadInput e) {
      return e.getMessage();
    }
  }

  private static void execute(TemporaryPostgis server, String... statements) throws Exception {
    try (var connection = server.connect(); var statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    }
  }

  /** Mounting needs root: as bin/test installs packages, so this is done. It fails where neither root nor sudo is there. */
  private static void asRoot(String... command) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(List.of(command));
    if (!System.getProperty("user.name").equals("root")) {
      all.addAll(0, List.of("sudo", "-n"));
    }
    Process process = new ProcessBuilder(all).inheritIO().start();
    assertThat(process.waitFor()).as(String.join(" ", all)).isZero();
  }

  private static List<String> run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    List<String> printed = process.inputReader().lines().toList();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return printed;
  }
}
