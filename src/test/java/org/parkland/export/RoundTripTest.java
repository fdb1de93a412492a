package org.parkland.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parkland.BadInput;
import org.parkland.SampleDistrict;
import org.parkland.analysis.LandAnalysis;
import org.parkland.analysis.Workspace;
import org.parkland.geometry.Crs;
import org.parkland.geometry.Reprojection;
import org.parkland.ingest.ImportReport;
import org.parkland.ingest.ImportRequest;
import org.parkland.land.Feature;
import org.parkland.land.LayerKind;
import org.parkland.land.Snapshot;
import org.parkland.store.FeatureCursor;
import org.parkland.store.FeatureQuery;

/** What goes out comes in again unchanged: count, attributes, delivered columns, shapes. */
class RoundTripTest {
  @TempDir
  private static Path folder;
  private static Workspace tricky;
  private static Workspace sample;

  @BeforeAll
  static void open() throws Exception {
    tricky = TrickyLayer.open(folder);
    sample = SampleDistrict.open();
  }

  @AfterAll
  static void close() {
    tricky.close();
    sample.close();
  }

  @ParameterizedTest
  @CsvSource({"GPKG,", "GPKG,EPSG:4547", "GPKG,EPSG:4490", "SHP,", "SHP,EPSG:4547", "SHP,EPSG:4490",
      "GEOJSON,EPSG:4526", "GEOJSON,",
      "CSV,", "CSV,EPSG:4547", "CSV,EPSG:4490", "FGB,", "FGB,EPSG:4547"})
  void aTrickyLayerComesBack(FileFormat format, String crs) throws Exception {
    assertComesBack(tricky, format, crs, null, TrickyLayer.DAY);
  }

  @ParameterizedTest
  @CsvSource({"GPKG,", "SHP,", "GEOJSON,EPSG:4526", "GEOJSON,EPSG:4490", "CSV,",
      "FGB,"})
  void theSampleComesBack(FileFormat format, String crs) throws Exception {
    assertComesBack(sample, format, crs, null, LocalDate.of(2025, 12, 31));
  }

  @Test
  void theSampleComesBackFromAGbkShapefile() throws Exception {
    assertComesBack(sample, FileFormat.SHP, "EPSG:4526", Charset.forName("GBK"), LocalDate.of(2025, 12, 31));
  }

  @Test
  void aCharacterThatGbkDoesNotHoldIsRefusedWithARemedy() {
    assertThatThrownBy(() -> export(tricky, FileFormat.SHP, null, Charset.forName("GBK")))
        .isInstanceOf(BadInput.class).hasMessageContaining("row 5").hasMessageContaining("UTF-8");
  }

  /** The exchange text has room for number, use, code, area and shape; that is carried whole, and nothing else. */
  @ParameterizedTest
  @ValueSource(strings = {"EPSG:4526", "EPSG:4547"})
  void theSampleComesBackFromAnExchangeTextAsFarAsThatGoes(String crs) throws Exception {
    LocalDate day = LocalDate.of(2025, 12, 31);
    Path file = export(sample, FileFormat.TXT, crs, null);
    try (Workspace again = Workspace.open(SampleDistrict.settings(folder.resolve("text-" + crs.substring(5) + ".gpkg")))) {
      ImportReport report = again.importer().run(ImportRequest.of(file, LayerKind.PARCELS, day), (done, total) -> { });
      assertThat(report.rejected()).isZero();
      Snapshot before = parcels(sample, day);
      Map<String, Feature> rows = rows(again, report.snapshot());
      Reprojection back = again(before, report.snapshot());
      assertThat(report.snapshot().crs()).isEqualTo(crs);
      assertThat(rows).hasSize((int) before.count());
      rows(sample, before).forEach((id, row) -> {
        Feature text = rows.get(id);
        assertThat(text.landUse()).as(id).isEqualTo(row.landUse());
        assertThat(text.text("land_use_name")).as(id).isEqualTo(row.text("land_use_name"));
        double area = row.geometry().getArea();
        assertThat(back.apply(text.geometry()).getArea()).as(id).isCloseTo(area, within(1e-9 * area + 1e-6));
        // Hectares with four decimals.
        assertThat(text.number("registered_area_m2")).as(id).isCloseTo(text.geometry().getArea(), within(0.51));
      });
    }
  }

  private static Snapshot parcels(Workspace workspace, LocalDate day) {
    return workspace.store().snapshots().stream()
        .filter(each -> each.kind() == LayerKind.PARCELS && each.asOf().equals(day)).findFirst().orElseThrow();
  }

  private static Path export(Workspace workspace, FileFormat format, String crs, Charset encoding) {
    Content content = new Exports(workspace, new LandAnalysis(workspace)).find(ExportQuery.of("parcels"));
    Path file = folder.resolve("out-" + System.nanoTime() + "." + format.extension());
    new Exporter(content, new ExportOptions(format, crs == null ? null : Crs.of(crs), encoding, null))
        .writeTo(file, Progress.NONE);
    return file;
  }

  private static void assertComesBack(Workspace from, FileFormat format, String crs, Charset encoding, LocalDate day)
      throws Exception {
    Path file = export(from, format, crs, encoding);
    Path database = folder.resolve("again-" + System.nanoTime() + ".gpkg");
    try (Workspace again = Workspace.open(SampleDistrict.settings(database))) {
      ImportRequest plain = ImportRequest.of(file, LayerKind.PARCELS, day);
      ImportReport report = again.importer().run(plain, (done, total) -> { });
      assertThat(report.rejected()).isZero();
      Snapshot before = parcels(from, day);
      assertThat(report.snapshot().count()).isEqualTo(before.count());
      Map<String, String> names = format == FileFormat.GPKG ? Map.of("fid", "fid_1") : Map.of();
      assertSame(rows(from, before), rows(again, report.snapshot()), again(before, report.snapshot()), names);
    }
  }

  private static Map<String, String> renamed(Map<String, String> extra, Map<String, String> names) {
    Map<String, String> renamed = new TreeMap<>();
    extra.forEach((name, value) -> renamed.put(names.getOrDefault(name, name), value));
    return renamed;
  }

  private static Reprojection again(Snapshot before, Snapshot after) {
    return Crs.of(after.crs()).to(Crs.of(before.crs()));
  }

  private static Map<String, Feature> rows(Workspace workspace, Snapshot snapshot) {
    Map<String, Feature> rows = new TreeMap<>();
    try (FeatureCursor cursor = workspace.store().features(snapshot, FeatureQuery.all())) {
      cursor.forEachRemaining(row -> rows.put(row.id(), row));
    }
    return rows;
  }

  /** Areas in the plane of the layer before: other planes and degrees have other edges between the same corners. */
  private static void assertSame(Map<String, Feature> before, Map<String, Feature> after, Reprojection back,
      Map<String, String> names) {
    assertThat(after.keySet()).isEqualTo(before.keySet());
    before.forEach((id, row) -> {
      Feature again = after.get(id);
      assertThat(again.attributes()).as(id).isEqualTo(row.attributes());
      assertThat(again.extra()).as(id).isEqualTo(renamed(row.extra(), names));
      double area = row.geometry().getArea();
      assertThat(back.apply(again.geometry()).getArea()).as(id).isCloseTo(area, within(1e-9 * area + 1e-6));
    });
  }
}
