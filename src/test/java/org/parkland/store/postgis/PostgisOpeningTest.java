package org.parkland.store.postgis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parkland.BadInput;
import org.parkland.config.ServerAddress;
import org.parkland.bench.TemporaryPostgis;
import org.parkland.land.Snapshot;
import org.parkland.land.Withdrawal;
import org.parkland.store.Rows;
import org.parkland.store.Store;

/** Opening a PostGIS database: what is refused, and how an older schema becomes a newer one. */
class PostgisOpeningTest {
  private static TemporaryPostgis server;
  private static String plain;

  @BeforeAll
  static void start() throws SQLException {
    server = TemporaryPostgis.start();
    plain = server.jdbcUrl().replaceFirst("[?].*", "");
    execute("create role planner login password '秘密'", "create role guest login password 'guest'",
        "create database bare template template0");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void emptySchema() throws SQLException {
    execute("drop schema if exists parkland cascade");
  }

  @Test
  void aServerThatIsNotThere() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    refused(() -> open("jdbc:postgresql://127.0.0.1:" + port + "/parkland?user=u&password=topsecret"),
        "jdbc:postgresql://127.0.0.1:" + port + "/parkland: the server cannot be reached; check host and port");
    refused(() -> open("jdbc:postgresql://no-such-host.invalid/parkland?user=u&password=topsecret"),
        "the server cannot be reached");
  }

  @Test
  void aRoleThatIsNotThere() {
    refused(() -> open(plain + "?user=nobody&password=topsecret"), plain + ": the user or the password is wrong");
  }

  @Test
  void aWrongPassword() throws SQLException {
    askForPasswords(true);
    try {
      refused(() -> open(plain + "?user=planner&password=topsecret"), "the user or the password is wrong");
      refused(() -> open(plain + "?user=planner"), "the user or the password is wrong");
    } finally {
      askForPasswords(false);
    }
  }

  @Test
  void userAndPasswordComeFromTheEnvironmentWhereTheUrlLeavesThemOut() throws SQLException {
    execute("grant create on database parkland to planner");
    askForPasswords(true);
    try (Store store = PostgisStore.open(new ServerAddress(plain, Map.of("PGUSER", "planner", "PGPASSWORD", "秘密")),
        Rows.schemas(), Migrations.shipped())) {
      assertThat(store.snapshots()).isEmpty();
    } finally {
      askForPasswords(false);
      execute("revoke create on database parkland from planner");
    }
  }

  @Test
  void aDatabaseThatIsNotThere() {
    refused(() -> open(server.jdbcUrl().replace("/parkland", "/elsewhere")), "there is no such database");
  }

  @Test
  void aDatabaseWithoutPostgis() {
    refused(() -> open(server.jdbcUrl().replace("/parkland", "/bare")), "has no PostGIS; run CREATE EXTENSION postgis");
  }

  @Test
  void aUserWhoMayNotCreateTheSchema() {
    refused(() -> open(plain + "?user=guest"), "the user has no rights to do that; ask the database's owner to GRANT");
  }

  @Test
  void aUserWhoMayOnlyReadReadsAndIsRefusedToImport() throws SQLException {
    Snapshot stored;
    try (Store store = open(server.jdbcUrl())) {
      stored = Rows.store(store, Rows.draft(), Rows.squares(3));
    }
    execute("grant usage on schema parkland to guest", "grant select on all tables in schema parkland to guest");
    try (Store store = open(plain + "?user=guest")) {
      assertThat(store.snapshots()).containsExactly(stored);
      assertThat(store.find(stored, "P2")).isPresent();
      refused(() -> store.begin(Rows.draft()), "the user has no rights to do that");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"jdbc:postgresql://planner:topsecret@127.0.0.1/parkland",
      "jdbc:postgresql://127.0.0.1:port/parkland?password=topsecret"})
  void aUrlThatIsNone(String url) {
    refused(() -> open(url), "is no URL of a PostgreSQL database; write jdbc:postgresql://HOST:PORT/DATABASE");
  }

  @Test
  void theLocationShowsNoSecret() {
    try (Store store = open(server.jdbcUrl() + "&password=topsecret")) {
      assertThat(store.location()).isEqualTo(plain);
    }
  }

  @Test
  void anOlderSchemaIsUpgradedAndKeepsItsSnapshots() throws SQLException {
    Snapshot stored;
    try (Store store = open(server.jdbcUrl())) {
      stored = Rows.store(store, Rows.draft(), Rows.squares(3));
    }
    Migrations newer = with("alter table snapshot add column remark text", "create index on snapshot (remark)");
    try (Store store = open(newer)) {
      assertThat(store.snapshots()).containsExactly(stored);
    }
    assertThat(version()).isEqualTo(newer.steps().size());
  }

  @Test
  void aDatabaseFromBeforeWithdrawalsIsUpgraded() throws SQLException {
    Migrations older = new Migrations(Migrations.shipped().steps().subList(0, 3));
    try (Connection connection = new Connections(new ServerAddress(server.jdbcUrl(), Map.of()), "parkland").writer()) {
      older.apply(plain, connection);
    }
    execute("insert into parkland.snapshot (kind, name, as_of, crs, source, sha256, mapping, report, row_count,"
        + " imported_at, imported_by, table_name) values ('parcels', 'parcels', '2025-12-31', 'EPSG:4526', 'old.zip', 'ab',"
        + " '{}', '{}', 0, now(), 'office', 'parcels_old')");
    Withdrawal why = new Withdrawal("试验", "规划科", Instant.parse("2026-02-03T04:05:06Z"));
    try (Store store = open(server.jdbcUrl())) {
      assertThat(store.snapshots()).extracting(Snapshot::source).containsExactly("old.zip");
      assertThat(store.withdraw(1, why).withdrawal()).isEqualTo(why);
    }
    assertThat(version()).isEqualTo(Migrations.shipped().steps().size());
  }

  @Test
  void aNewerSchemaIsRefused() throws SQLException {
    open(with("alter table snapshot add column remark text")).close();
    int known = Migrations.shipped().steps().size();
    refused(() -> open(server.jdbcUrl()), plain + ": was written by version " + (known + 1)
        + " of the database layout, this program knows " + known + "; use the newer program");
  }

  @Test
  void anUpgradeThatFailsLeavesTheSchemaAsItWas() throws SQLException {
    open(server.jdbcUrl()).close();
    Migrations broken = with("alter table snapshot add column remark text", "create table snapshot ()");
    assertThatThrownBy(() -> open(broken)).isInstanceOf(BadInput.class);
    assertThat(version()).isEqualTo(Migrations.shipped().steps().size());
    open(server.jdbcUrl()).close();
  }

  @Test
  void postgisInASchemaOfItsOwn() throws SQLException {
    execute("drop extension postgis cascade", "create schema \"GIS tools\"", "create extension postgis schema \"GIS tools\"");
    try (Store store = open(server.jdbcUrl())) {
      Snapshot stored = Rows.store(store, Rows.draft(), Rows.squares(3));
      assertThat(store.find(stored, "P3")).isPresent();
    } finally {
      execute("drop schema parkland cascade", "drop extension postgis cascade", "create extension postgis");
    }
  }

  @Test
  void connectionsThatTheServerHasClosedAreReplaced() throws Exception {
    try (Store store = open(server.jdbcUrl())) {
      assertThat(store.snapshots()).isEmpty();
      execute("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'parkland'");
      Thread.sleep(5_100);
      assertThat(store.snapshots()).isEmpty();
    }
  }

  private static Store open(String url) {
    return PostgisStore.open(url, Rows.schemas());
  }

  private static Store open(Migrations migrations) {
    return PostgisStore.open(new ServerAddress(server.jdbcUrl(), Map.of()), Rows.schemas(), migrations);
  }

  private static Migrations with(String... steps) {
    return new Migrations(java.util.stream.Stream.concat(
        Migrations.shipped().steps().stream(), List.of(steps).stream()).toList());
  }

  private static void refused(ThrowingCallable opening, String message) {
    assertThatThrownBy(opening).isInstanceOf(BadInput.class).hasMessageContaining(message)
        .hasMessageNotContaining("topsecret");
  }

  /** Trusts only the superuser, or everybody again. */
  private static void askForPasswords(boolean ask) throws SQLException {
    String others = ask ? "scram-sha-256" : "trust";
    execute("copy (select 'host all postgres 127.0.0.1/32 trust' union all select 'host all all 127.0.0.1/32 " + others
        + "') to program 'sort -r > \"$PGDATA/pg_hba.conf\"'", "select pg_reload_conf()");
    try {
      Thread.sleep(300);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static int version() throws SQLException {
    try (Connection connection = server.connect(); Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select max(version) from parkland.version")) {
      row.next();
      return row.getInt(1);
    }
  }

  private static void execute(String... statements) throws SQLException {
    try (Connection connection = server.connect(); Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    }
  }
}
