package org.parkland.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parkland.audit.Action;
import org.parkland.audit.AuditFilter;
import org.parkland.audit.Deed;
import org.parkland.audit.Head;
import org.parkland.bench.TemporaryPostgis;

/** What somebody with SQL can do to the audit, and what then shows; and two processes that write at once. */
class AuditChainTest {
  private static final int EACH = 40;
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

  /** The other process: appends and imports in turn. */
  public static void main(String[] arguments) {
    try (Store store = ImportsWithoutEnd.open(arguments[0])) {
      for (int i = 0; i < EACH; i++) {
        store.audit().append(new Deed(Action.EXPORT, "other " + i, null, null));
        if (i % 10 == 0) {
          importOne(store);
        }
      }
    }
  }

  private static void importOne(Store store) {
    while (true) {
      try {
        Rows.store(store, Rows.draft(), Rows.squares(200));
        return;
      } catch (org.parkland.BadInput e) {
        assertThat(e.getMessage()).contains("another import is under way");
      }
    }
  }

  @Test
  void twoProcessesMakeOneChainInTheFile() throws Exception {
    twoProcesses(folder.resolve("shared.gpkg").toString());
  }

  @Test
  void twoProcessesMakeOneChainOnTheServer() throws Exception {
    twoProcesses(server.jdbcUrl());
  }

  private static void twoProcesses(String database) throws Exception {
    try (Store store = ImportsWithoutEnd.open(database)) {
      long before = store.audit().count(AuditFilter.ALL);
      Process other = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
          "-XX:TieredStopAtLevel=1", "-cp",
          System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
          AuditChainTest.class.getName(), database).inheritIO().start();
      int mine = 0;
      while (other.isAlive()) {
        store.audit().append(new Deed(Action.EXPORT, "mine " + mine++, null, null));
        if (mine % 25 == 0) {
          importOne(store);
        }
      }
      assertThat(other.exitValue()).isZero();
      assertThat(store.audit().verify(null).breaks()).isEmpty();
      assertThat(store.audit().count(filter(Action.EXPORT))).isGreaterThanOrEqualTo(mine + EACH);
      assertThat(store.audit().count(filter(Action.IMPORT))).isEqualTo(store.snapshots().size());
      assertThat(store.audit().count(AuditFilter.ALL) - before).isGreaterThanOrEqualTo(mine + EACH + EACH / 10);
    }
  }

  private static AuditFilter filter(Action action) {
    return new AuditFilter(null, action, null, null, null, 0);
  }

  @Test
  void workOnTheFileShows() throws Exception {
    Path file = folder.resolve("worked.gpkg");
    String url = "jdbc:sqlite:" + file;
    try (Store store = ImportsWithoutEnd.open(file.toString())) {
      work(store, () -> DriverManager.getConnection(url), List.of("drop trigger audit_keeps_rows", "drop trigger audit_keeps_values"));
    }
  }

  @Test
  void workOnTheServerShows() throws Exception {
    try (Connection connection = server.connect(); Statement statement = connection.createStatement()) {
      statement.execute("drop schema if exists parkland cascade");
    }
    try (Store store = ImportsWithoutEnd.open(server.jdbcUrl())) {
      assertThatThrownBy(() -> execute(server::connect, "truncate parkland.audit")).isInstanceOf(SQLException.class)
          .hasMessageContaining("never changed");
      work(store, () -> {
        Connection connection = server.connect();
        connection.setSchema("parkland");
        return connection;
      }, List.of("alter table audit disable trigger all"));
    }
  }

  private interface Door {
    Connection open() throws SQLException;
  }

  private static void execute(Door door, String sql) throws SQLException {
    try (Connection connection = door.open(); Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static void work(Store store, Door door, List<String> forced) throws SQLException {
    for (int i = 1; i <= 6; i++) {
      store.audit().append(new Deed(Action.EXPORT, "layer " + i, null, null));
    }
    Head end = store.audit().head();
    for (String each : List.of("update audit set actor = 'nobody' where sequence = 3", "delete from audit where sequence = 6")) {
      assertThatThrownBy(() -> execute(door, each)).isInstanceOf(SQLException.class).hasMessageContaining("the audit is never");
    }
    assertThat(store.audit().verify(end).breaks()).isEmpty();
    for (String each : forced) {
      execute(door, each);
    }
    execute(door, "update audit set actor = 'nobody' where sequence = 3");
    assertThat(breaks(store, null)).singleElement().asString().startsWith("entry 3 (export, layer 3, by nobody");
    execute(door, "delete from audit where sequence = 6");
    assertThat(breaks(store, null)).hasSize(2).last().asString().isEqualTo("entry 6 is missing at the end");
    // What is written on from here keeps the gap.
    store.audit().append(new Deed(Action.EXPORT, "layer 7", null, null));
    assertThat(breaks(store, null)).hasSize(2).last().asString().isEqualTo("entry 6 is missing");
    execute(door, "insert into audit select 6, 'x', at, actor, role, address, action, object, before, after, previous, hash"
        + " from audit where sequence = 5");
    assertThat(breaks(store, null)).contains("entry 6 does not follow the one before it: that was changed or put in");
    // A tail cut off with its head is a whole chain again, unless somebody kept the head elsewhere.
    execute(door, "delete from audit where sequence > 2");
    execute(door, "update audit_head set sequence = 2, hash = (select hash from audit where sequence = 2)");
    assertThat(breaks(store, null)).isEmpty();
    assertThat(breaks(store, end)).singleElement().asString().contains("its end was cut off");
  }

  private static List<String> breaks(Store store, Head given) {
    return new ArrayList<>(store.audit().verify(given).breaks());
  }
}
