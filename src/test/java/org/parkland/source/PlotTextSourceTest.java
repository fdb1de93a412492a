package org.parkland.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.parkland.sink.PlotTextWriter;

class PlotTextSourceTest {
  private static final Path ACCEPTED = Path.of("src/test/resources/accepted");
  /** The sample plot of the exchange format: a quadrangle of 667 m². */
  private static final double SAMPLE_M2 = 667;

  @TempDir
  private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"plots.txt", "plots-in-utf-8.txt", "plots-with-carriage-returns-only.txt",
      "plots-without-prefix.txt", "plots-without-closing-point.txt", "plots-easting-first.txt",
      "plots-area-in-square-metres.txt", "plots-short-form.txt", "plots-of-the-linking-scheme.txt",
      "plots-full-width.txt", "plots-with-project.txt"})
  void everyVariantIsTheSamePlot(String file) {
    SourceFeature plot = read(ACCEPTED.resolve(file)).get(0);
    assertThat(plot.geometry().getArea()).isCloseTo(SAMPLE_M2, within(0.5));
    assertThat(plot.geometry().getNumPoints()).isEqualTo(5);
    assertThat(plot.values()).containsEntry("地块名称", "测试地块");
  }

  @ParameterizedTest
  @ValueSource(strings = {"plots-hole-numbered-on.txt", "plots-rings-all-numbered-one.txt"})
  void aRingInsideAnotherIsAHole(String file) {
    Geometry plot = read(ACCEPTED.resolve(file)).get(0).geometry();
    assertThat(plot.getNumGeometries()).isEqualTo(1);
    assertThat(plot.getArea()).isCloseTo(SAMPLE_M2 - 100, within(0.5));
    assertThat(plot.isValid()).isTrue();
  }

  @Test
  void areasAreHectaresWhateverWasWritten() {
    assertThat(read(ACCEPTED.resolve("plots.txt")).get(0).values()).containsEntry("地块面积(公顷)", "0.0667");
    assertThat(read(ACCEPTED.resolve("plots-area-in-square-metres.txt")).get(0).values())
        .containsEntry("地块面积(公顷)", "0.0667");
  }

  @Test
  void theProjectBelongsToEveryPlot() {
    assertThat(read(ACCEPTED.resolve("plots-with-project.txt")).get(0).values())
        .containsEntry("项目名称", "示例项目").containsEntry("批准文号", "江海〔2025〕1号");
  }

  @Test
  void whatTheWriterWroteIsReadBack() throws IOException {
    Path file = folder.resolve("plots.txt");
    Geometry holed = wkt("POLYGON ((38405000 2490000, 38405000 2490100, 38405100 2490100, 38405100 2490000, 38405000"
        + " 2490000), (38405010 2490010, 38405020 2490010, 38405020 2490020, 38405010 2490020, 38405010 2490010))");
    Geometry parts = wkt("MULTIPOLYGON (((38406000 2490000, 38406000 2490100, 38406100 2490100, 38406000 2490000)),"
        + " ((38407000 2490000, 38407000 2490100, 38407100 2490100, 38407000 2490000)))");
    try (PlotTextWriter writer = new PlotTextWriter(file, "示例单位", LocalDate.of(2025, 12, 31))) {
      writer.write(holed, 9900.0, "1", "甲", null, "工业用地", "1001");
      writer.write(parts, 10000.0, "2", "乙", null, "工业用地", "1001");
    }
    List<SourceFeature> plots = read(file);
    assertThat(plots.get(0).geometry().equalsTopo(holed)).isTrue();
    assertThat(plots.get(1).geometry().equalsTopo(parts)).isTrue();
    assertThat(plots.get(1).row()).isEqualTo(2);
  }

  @Test
  void theSampleOfSuppliedPlotsIsReadWhole() {
    Path sample = Path.of("gis-data/jianghai/supplied-plots.txt");
    try (FeatureSource source = Sources.open(sample, Reading.AS_DELIVERED)) {
      assertThat(source.layer().crs().code()).isEqualTo("EPSG:4526");
      List<SourceFeature> plots = new ArrayList<>();
      source.forEachRemaining(plots::add);
      assertThat(plots).hasSize((int) source.layer().count()).allSatisfy(each -> assertThat(
          each.geometry().getArea() / 10_000).isCloseTo(Double.parseDouble((String) each.values().get("地块面积(公顷)")),
              within(0.001)));
    }
  }

  private static List<SourceFeature> read(Path file) {
    List<SourceFeature> rows = new ArrayList<>();
    try (FeatureSource source = Sources.open(file, Reading.AS_DELIVERED)) {
      source.forEachRemaining(rows::add);
    }
    return rows;
  }

  private static Geometry wkt(String text) {
    try {
      return new WKTReader().read(text);
    } catch (ParseException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
