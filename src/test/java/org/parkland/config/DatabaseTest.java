package org.parkland.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parkland.BadInput;

/** What {@code --db} means. */
class DatabaseTest {
  private static final Path HOME = Path.of("/srv/parkland");

  @ParameterizedTest
  @CsvSource({"/data/a.gpkg, /data/a.gpkg", "jdbc:sqlite:/data/a.gpkg, /data/a.gpkg", "江海.gpkg, 江海.gpkg"})
  void aPathIsAFile(String db, Path file) {
    assertThat(Database.of(db)).isEqualTo(new Database.File(file));
    assertThat(Database.of(db).tiles(HOME)).isEqualTo(Path.of(file.toAbsolutePath() + "-tiles"));
  }

  @ParameterizedTest
  @CsvSource({"jdbc:postgresql://gis:5432/jianghai?user=u&password=topsecret, jianghai-tiles",
      "jdbc:postgresql:jianghai, jianghai-tiles", "jdbc:postgresql://gis/, -tiles", "jdbc:postgresql://gis/.., _-tiles",
      "jdbc:postgresql://gis/a%2Fb, a_2Fb-tiles"})
  void aServerKeepsItsTilesAtHome(String db, String folder) {
    Database database = Database.of(db);
    assertThat(database).isEqualTo(new Database.Server(db));
    assertThat(database.tiles(HOME)).isEqualTo(HOME.resolve("data").resolve(folder));
    assertThat(database.toString()).doesNotContain("topsecret");
  }

  @Test
  void anotherDatabaseIsRefusedWithoutItsPassword() {
    assertThatThrownBy(() -> Database.of("jdbc:mysql://u:topsecret@host/db?password=topsecret"))
        .isInstanceOf(BadInput.class).hasMessageContaining("--db jdbc:mysql:…: is no database this version can open")
        .hasMessageNotContaining("topsecret");
  }
}
