package org.parkland.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parkland.SampleDistrict;
import org.parkland.analysis.Workspace;
import org.parkland.bench.TemporaryPostgis;
import org.parkland.config.Database;
import org.parkland.land.Snapshot;

/** The whole sample in PostGIS gives what the embedded store gives, to the last digit. */
class SampleInPostgisTest {
  private static TemporaryPostgis server;

  @BeforeAll
  static void importSample() {
    server = TemporaryPostgis.start();
    try (Workspace workspace = open()) {
      workspace.importPack();
    }
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Workspace open() {
    return Workspace.open(SampleDistrict.settings(new Database.Server(server.jdbcUrl())));
  }

  @ParameterizedTest
  @ValueSource(strings = {"analyze --format json", "analyze --format json --state planned",
      "analyze --format json --area planar --as-of 2020-12-31", "analyze --format csv --levels", "idle --format json",
      "idle --format text"})
  void aCommandPrintsTheSame(String command) {
    Console embedded = run(command, SampleDistrict.database().toString());
    Console postgis = run(command, server.jdbcUrl());
    assertThat(embedded.exit()).as(embedded.err()).isZero();
    assertThat(postgis.exit()).as(postgis.err()).isZero();
    assertThat(postgis.out()).isEqualTo(embedded.out());
  }

  @Test
  void theSnapshotsAreTheSame() {
    try (Workspace embedded = SampleDistrict.open(); Workspace postgis = open()) {
      List<Snapshot> expected = embedded.store().snapshots();
      assertThat(postgis.store().snapshots()).usingRecursiveFieldByFieldElementComparatorIgnoringFields("id", "importedAt")
          .isEqualTo(expected);
    }
  }

  @Test
  void importingAgainChangesNothingAndSaysSo() {
    Console again = Console.run("import", "gis-data/jianghai/parcels-2025.zip", "--as", "parcels", "--date", "2025-12-31",
        "--db", server.jdbcUrl());
    assertThat(again.exit()).as(again.err()).isZero();
    assertThat(again.out()).contains("already stored as snapshot").contains("nothing was changed");
  }

  private static Console run(String command, String database) {
    return Console.run(Stream.concat(Stream.of(command.split(" ")), Stream.of("--db", database)).toArray(String[]::new));
  }
}
