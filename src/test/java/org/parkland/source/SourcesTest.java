package org.parkland.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parkland.BadInput;
import org.parkland.config.Setting;
import org.parkland.config.Values;
import org.parkland.geometry.Crs;

/** What a file says of itself before anything is imported. */
class SourcesTest {
  private static final Path ACCEPTED = Path.of("src/test/resources/accepted");
  private static final Path BROKEN = Path.of("src/test/resources/broken");

  @TempDir
  private Path folder;

  @Test
  void theLayersOfAnArchiveAreListed() {
    List<SourceLayer> layers = Sources.layers(ACCEPTED.resolve("one-of-two-layers.zip"), Reading.AS_DELIVERED);
    assertThat(layers).extracting(SourceLayer::name).containsExactly("layer", "other");
    assertThat(layers).allSatisfy(each -> {
      assertThat(each.format()).isEqualTo("Shapefile");
      assertThat(each.columns()).containsExactly("ZDDM", "ZL", "YDYHFLDM", "ZDMJ", "QDRQ");
      assertThat(each.crs().code()).isEqualTo("EPSG:4526");
      assertThat(each.encoding()).hasToString("GB18030");
      assertThat(each.count()).isEqualTo(2);
    });
  }

  @Test
  void theLayersOfAGeoPackageAreListed() {
    assertThat(Sources.layers(BROKEN.resolve("gpkg-two-layers.gpkg"), Reading.AS_DELIVERED))
        .extracting(SourceLayer::name).containsExactly("other", "parcels");
  }

  @Test
  void oneUnreadableLayerDoesNotHideTheOthers() throws IOException {
    copy(ACCEPTED.resolve("plots.txt"), "good.txt");
    copy(BROKEN.resolve("plots-in-xian-80.txt"), "old.txt");
    List<SourceLayer> layers = Sources.layers(folder, Reading.AS_DELIVERED);
    assertThat(layers).extracting(SourceLayer::name).containsExactly("good", "old");
    assertThat(layers.get(0).notices()).isEmpty();
    assertThat(layers.get(1).notices()).singleElement().satisfies(each -> {
      assertThat(each.code()).isEqualTo("unreadable");
      assertThat(each.details().get("problem")).contains("Xi'an 80");
    });
  }

  @Test
  void aPreviewHasTheFirstRowsAndAGuess() {
    Preview preview = Sources.preview(ACCEPTED.resolve("prj-missing.zip"), Reading.AS_DELIVERED, 1);
    assertThat(preview.rows()).hasSize(1);
    assertThat(preview.problem()).isNull();
    assertThat(preview.layer().crs()).isNull();
    assertThat(preview.guess()).get().satisfies(guess -> {
      assertThat(guess.crs().code()).isEqualTo("EPSG:4526");
      assertThat(guess.swapped()).isFalse();
      assertThat(guess.certain()).isTrue();
    });
  }

  @Test
  void aPreviewTellsSwappedAxesAndShowsThemExchanged() {
    Path file = ACCEPTED.resolve("axes-swapped.zip");
    assertThat(Sources.preview(file, Reading.AS_DELIVERED, 5).guess().get().swapped()).isTrue();
    Preview exchanged = Sources.preview(file, new Reading(null, null, null, true), 5);
    assertThat(exchanged.guess().get().swapped()).isFalse();
    assertThat(exchanged.layer().notices()).extracting(Notice::code).containsExactly("axes-swapped");
  }

  @Test
  void aPreviewEndsAtARowThatCannotBeRead() {
    Preview preview = Sources.preview(BROKEN.resolve("dbf-30th-of-february.zip"), Reading.AS_DELIVERED, 10);
    assertThat(preview.rows()).hasSize(1);
    assertThat(preview.problem()).contains("row 2 field QDRQ: '20210230' is not a date");
  }

  @Test
  void aChosenSystemPassesOverOneThatIsRefused() {
    Path file = BROKEN.resolve("prj-xian-80.zip");
    assertThatThrownBy(() -> Sources.layers(file, Reading.AS_DELIVERED)).isInstanceOf(BadInput.class);
    SourceLayer layer = Sources.layers(file, new Reading(null, null, Crs.of("EPSG:4526"), false)).get(0);
    assertThat(layer.crs()).isNull();
    assertThat(layer.notices()).extracting(Notice::code).containsExactly("crs-overridden");
  }

  @Test
  void nothingUnpackedIsLeftBehind() throws IOException {
    long before = scratch();
    Sources.layers(ACCEPTED.resolve("one-of-two-layers.zip"), Reading.AS_DELIVERED);
    Sources.preview(ACCEPTED.resolve("kml.kml"), Reading.AS_DELIVERED, 3);
    assertThatThrownBy(() -> Sources.layers(BROKEN.resolve("zip-bomb.zip"), Reading.AS_DELIVERED))
        .isInstanceOf(BadInput.class);
    assertThat(scratch()).isLessThanOrEqualTo(before);
  }

  @Test
  void withoutGdalThePackageIsNamed() {
    Values values = Values.STANDARD.with(Setting.OGR2OGR, folder.resolve("ogr2ogr").toString(), "test");
    assertThatThrownBy(() -> Sources.layers(ACCEPTED.resolve("kml.kml"),
        Reading.AS_DELIVERED.within(SourceLimits.of(values))))
        .hasMessageContaining("GDAL is not installed; install the Debian package gdal-bin");
    assertThatThrownBy(() -> Sources.layers(BROKEN.resolve("parquet.parquet"),
        Reading.AS_DELIVERED.within(SourceLimits.of(values))))
        .hasMessageContaining("is GeoParquet").hasMessageContaining("bin/parkland cluster --land FILE");
  }

  private void copy(Path file, String name) throws IOException {
    Files.copy(file, folder.resolve(name));
  }

  private static long scratch() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files.filter(each -> each.getFileName().toString().startsWith("parkland-source-" + ProcessHandle.current().pid() + "-")).count();
    }
  }
}
