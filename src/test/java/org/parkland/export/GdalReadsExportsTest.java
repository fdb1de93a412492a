package org.parkland.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.parkland.SampleDistrict;
import org.parkland.analysis.LandAnalysis;
import org.parkland.analysis.Workspace;
import org.parkland.geometry.Crs;
import org.parkland.land.Feature;
import org.parkland.land.LayerKind;
import org.parkland.land.Snapshot;
import org.parkland.store.FeatureCursor;
import org.parkland.store.FeatureQuery;

/** GDAL reads every export: counts, shapes and Chinese attributes are those of the store. */
class GdalReadsExportsTest {
  @TempDir
  private static Path folder;
  private static Workspace workspace;
  private static Exports exports;

  @BeforeAll
  static void open() {
    workspace = SampleDistrict.open();
    exports = new Exports(workspace, new LandAnalysis(workspace));
  }

  @AfterAll
  static void close() {
    workspace.close();
  }

  private static Path write(ExportQuery query, ExportOptions options) {
    Exporter exporter = new Exporter(exports.find(query), options);
    Path file = folder.resolve(exporter.fileName());
    exporter.writeTo(file, Progress.NONE);
    return file;
  }

  @ParameterizedTest
  @EnumSource(names = {"GPKG", "SHP", "GEOJSON", "FGB", "CSV", "XLSX"})
  void everyParcelIsThereWithItsWordsAndArea(FileFormat format) throws Exception {
    Map<String, Feature> stored = stored();
    Path file = write(ExportQuery.of("parcels"),
        new ExportOptions(format, format == FileFormat.GEOJSON ? Crs.of("EPSG:4526") : null, null, null));
    List<Map<String, String>> rows = Gdal.rows(file, folder);
    assertThat(rows).hasSize(stored.size());
    for (Map<String, String> row : rows) {
      Feature parcel = stored.get(row.get("ZDDM"));
      assertThat(row.get("ZL")).isEqualTo(text(parcel, "location"));
      assertThat(row.get("QLRMC")).isEqualTo(text(parcel, "holder"));
      assertThat(row.get("YDYHFLDM")).isEqualTo(text(parcel, "land_use"));
      assertThat(row.get("ZDMJ").isEmpty() ? null : Double.valueOf(row.get("ZDMJ")))
          .isEqualTo(parcel.number("registered_area_m2"));
      assertThat(row.get("QDRQ").replace('/', '-').replaceAll(" .*|T.*", ""))
          .isEqualTo(parcel.date("signed_on") == null ? "" : parcel.date("signed_on").toString());
      if (format != FileFormat.XLSX) {
        double area = parcel.geometry().getArea();
        // GDAL sums products of whole coordinates, which costs digits; RoundTripTest compares coordinates.
        assertThat(Double.parseDouble(row.get("AREA"))).as(parcel.id()).isCloseTo(area, within(1e-7 * area));
      }
    }
  }

  private static String text(Feature parcel, String name) {
    String text = parcel.text(name);
    return text == null ? "" : text;
  }

  private static Map<String, Feature> stored() {
    Snapshot parcels = new LandAnalysis(workspace).day(null).parcels();
    Map<String, Feature> stored = new HashMap<>();
    try (FeatureCursor rows = workspace.store().features(parcels, FeatureQuery.all())) {
      rows.forEachRemaining(row -> stored.put(row.id(), row));
    }
    return stored;
  }

  @ParameterizedTest
  @EnumSource(names = {"GPKG", "GEOJSON", "FGB"})
  void layersOfEveryKindAreRead(FileFormat format) throws Exception {
    for (LayerKind kind : List.of(LayerKind.ZONING, LayerKind.UNITS, LayerKind.PROTECTION)) {
      Content content = exports.find(ExportQuery.of(kind.word()));
      Path file = write(ExportQuery.of(kind.word()), ExportOptions.of(format));
      assertThat(Gdal.rows(file, folder)).as(kind.word()).hasSize((int) content.count());
    }
    Path roads = write(named("reference", "roads"), ExportOptions.of(format));
    assertThat(Gdal.run("ogrinfo", "-ro", "-al", "-so", roads.toString())).contains("Feature Count: 13");
  }

  private static ExportQuery named(String what, String layer) {
    return new ExportQuery(what, null, null, null, null, layer, null, null, null, null, null, null, false, null);
  }

  @Test
  void theTreeOfAFlatGeobufFindsWhatABruteForceSearchFinds() throws Exception {
    Path fgb = write(ExportQuery.of("parcels"), ExportOptions.of(FileFormat.FGB));
    String[] box = {"38408000", "2493000", "38409000", "2494000"};
    long expected = stored().values().stream().filter(each -> each.geometry().intersects(
        each.geometry().getFactory().toGeometry(new org.locationtech.jts.geom.Envelope(38408000, 38409000, 2493000, 2494000))))
        .count();
    String found = Gdal.run("ogrinfo", "-ro", "-al", "-so", "-spat", box[0], box[1], box[2], box[3], fgb.toString());
    assertThat(expected).isPositive();
    assertThat(found).contains("Feature Count: " + expected);
  }

  @Test
  void aGeoPackageBringsItsStyleInOfficialColours() throws Exception {
    Path file = write(ExportQuery.of("parcels"), ExportOptions.of(FileFormat.GPKG));
    String style = Gdal.run("ogrinfo", "-ro", "-q", "-sql",
        "select styleQML, useAsDefault, f_table_name from layer_styles", file.toString());
    var industry = workspace.standards().classification().find("100101").orElseThrow();
    int rgb = Integer.parseInt(industry.color().substring(1), 16);
    assertThat(style).contains("attr=\"YDYHFLDM\"", "value=\"100101\"", industry.name(),
        (rgb >> 16) + "," + (rgb >> 8 & 255) + "," + (rgb & 255) + ",255", "useAsDefault (Integer(Boolean)) = 1");
  }

  @Test
  void aSelectionHoldsWhatWasSelected() throws Exception {
    ExportQuery industry = new ExportQuery("parcels", null, null, null, null, null, null, null, null, "Z1", null,
        "land_use LIKE '1001%' AND registered_area_m2 > 5000", false, null);
    List<Map<String, String>> rows = Gdal.rows(write(industry, ExportOptions.of(FileFormat.GPKG)), folder);
    assertThat(rows).isNotEmpty().allSatisfy(row -> {
      assertThat(row.get("YDYHFLDM")).startsWith("1001");
      assertThat(Double.parseDouble(row.get("ZDMJ"))).isGreaterThan(5000);
    });
  }

  @Test
  void aListIsALayerWithTheShapesOfItsParcels() throws Exception {
    for (String list : List.of("idle", "candidates", "ledger")) {
      Content content = exports.find(ExportQuery.of(list));
      List<Map<String, String>> rows = Gdal.rows(write(ExportQuery.of(list), ExportOptions.of(FileFormat.GPKG)), folder);
      assertThat(rows).as(list).hasSize((int) content.count());
      assertThat(rows).as(list).allSatisfy(row -> assertThat(Double.parseDouble(row.get("AREA"))).isPositive());
      List<Map<String, String>> table =
          Gdal.rows(write(ExportQuery.of(list), ExportOptions.of(FileFormat.XLSX)), folder);
      assertThat(table.stream().map(each -> each.get("宗地代码")).sorted().toList())
          .isEqualTo(rows.stream().map(each -> each.get("宗地代码")).sorted().toList());
    }
  }
}
