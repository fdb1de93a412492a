package org.parkland.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parkland.BadInput;
import org.parkland.SampleDistrict;
import org.parkland.analysis.Workspace;
import org.parkland.land.LayerKind;

/** Units of one kind must not overlap, or land counts twice; of different kinds they may. */
class UnitOverlapTest {
  @TempDir
  private Path folder;

  @Test
  void aRealOverlapRefusesTheLayer() {
    assertThatThrownBy(() -> importUnits("zone", "zone", 113.05)).isInstanceOf(BadInput.class)
        .hasMessageContaining("row 2: 甲 and 乙 overlap by").hasMessageContaining("or land counts twice");
  }

  @Test
  void aSliverIsReported() throws IOException {
    ImportReport report = importUnits("zone", "zone", 113.09999);
    assertThat(report.counts()).containsOnlyKeys("unit-overlap");
    assertThat(report.rejected()).isZero();
  }

  @Test
  void differentKindsMayOverlap() throws IOException {
    assertThat(importUnits("zone", "base", 113.05).counts()).isEmpty();
  }

  private ImportReport importUnits(String first, String second, double west) throws IOException {
    Path file = Files.writeString(folder.resolve("units.geojson"), "{\"features\":[" + unit("1", "甲", first, 113.0)
        + "," + unit("2", "乙", second, west) + "]}");
    try (Workspace workspace = Workspace.open(SampleDistrict.settings(folder.resolve("own.gpkg")))) {
      return workspace.importer().run(
          ImportRequest.of(file, LayerKind.UNITS, LocalDate.of(2025, 12, 31)), Progress.NONE);
    }
  }

  private static String unit(String id, String name, String kind, double west) {
    double east = west + 0.1;
    return String.format("{\"properties\":{\"id\":\"%s\",\"name\":\"%s\",\"kind\":\"%s\"},\"geometry\":{\"type\":"
        + "\"Polygon\",\"coordinates\":[[[%s,22],[%s,22],[%s,22.1],[%s,22.1],[%s,22]]]}}", id, name, kind, west, east,
        east, west, west);
  }
}
