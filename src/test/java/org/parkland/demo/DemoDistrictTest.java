package org.parkland.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.WKBReader;
import org.parkland.sink.ZippedShapefile;

/** The figures the sample is made to meet, counted again from the written files. */
class DemoDistrictTest {
  private static final List<String> LADDER = List.of("未供", "已供未到期", "逾期未动工", "疑似闲置(满一年)",
      "疑似闲置(满两年)", "在建", "停工不足一年", "疑似闲置(停工)", "逾期未竣工", "已竣工", "资料不足");

  @TempDir static Path directory;
  private static ZippedShapefile past;
  private static ZippedShapefile current;

  @BeforeAll
  static void writeSample() throws IOException {
    DemoDistrict.write(
        DemoDistrict.SAMPLE_PARCELS, DemoDistrict.SAMPLE_SEED, directory, Progress.SILENT);
    past = new ZippedShapefile(directory.resolve("parcels-2020.zip"));
    current = new ZippedShapefile(directory.resolve("parcels-2025.zip"));
  }

  private static double areaM2(Geometry parcel) {
    double eastingM = parcel.getEnvelopeInternal().centre().x;
    return parcel.getArea() / GaussKruger.areaScale(eastingM > 1e6 ? eastingM - 38e6 : eastingM);
  }

  private static double mu(Geometry parcel) {
    return areaM2(parcel) * 3 / 2000;
  }

  private static void assertCoverage(List<Geometry> shapes) {
    assertThat(shapes).allMatch(Geometry::isValid);
    Geometry[] faults = CoverageValidator.validate(shapes.toArray(new Geometry[0]));
    assertThat(faults).allMatch(fault -> fault == null || fault.isEmpty());
  }

  @Test
  void parcelsOfBothYearsAreAPartitionOfTheDistrict() {
    for (ZippedShapefile year : List.of(past, current)) {
      assertCoverage(year.shapes);
      double areaM2 = year.shapes.stream().mapToDouble(DemoDistrictTest::areaM2).sum();
      assertThat(areaM2 / 1e6).isCloseTo(109.6, within(0.03));
      assertThat(year.shapes).hasSizeBetween(7_760, 8_240);
      Set<String> codes = new HashSet<>();
      year.rows.forEach(row -> assertThat(row.get("ZDDM")).hasSize(19).startsWith("440704"));
      year.rows.forEach(row -> codes.add(row.get("ZDDM")));
      assertThat(codes).hasSameSizeAs(year.rows);
    }
  }

  @Test
  void aFewParcelsHaveHolesOrSeveralPartsAndAFewAreNewIndustry() {
    assertThat(current.shapes).filteredOn(s -> s.getNumGeometries() > 1)
        .hasSizeBetween(2, 40);
    assertThat(current.shapes).filteredOn(s -> s instanceof Polygon p && p.getNumInteriorRing() > 0)
        .hasSizeBetween(2, 40);
    assertThat(current.rows).filteredOn(row -> "1".equals(row.get("SFM0"))).hasSizeBetween(3, 60)
        .allMatch(row -> row.get("YDYHFLDM").equals("100101"));
  }

  private static double[] ratios(ZippedShapefile year) {
    Neighbourhood zones = new Neighbourhood(DemoDistrict.SAMPLE_SEED);
    UseRatio[] ratios = {new UseRatio(), new UseRatio(), new UseRatio(), new UseRatio()};
    for (int i = 0; i < year.shapes.size(); i++) {
      Geometry shape = year.shapes.get(i);
      Point at = shape.getInteriorPoint();
      String code = year.rows.get(i).get("YDYHFLDM");
      ratios[zones.zoneAt(at.getX() - 38e6, at.getY())].add(code, areaM2(shape));
      ratios[3].add(code, areaM2(shape));
    }
    return Arrays.stream(ratios).mapToDouble(UseRatio::ratio).toArray();
  }

  @Test
  void industrialShareIsAboveTheRedLineInAllButOneZone() {
    double[] now = ratios(current);
    assertThat(now[3]).isBetween(0.31, 0.33);
    assertThat(now[0]).isLessThan(0.29);
    assertThat(Math.min(now[1], now[2])).isGreaterThan(0.31);
    assertThat(ratios(past)[3]).isBetween(0.33, 0.34);
  }

  @Test
  void zoningIsAPartitionAndItsShareLiesJustAboveTheRedLine() throws Exception {
    List<Geometry> shapes = new java.util.ArrayList<>();
    UseRatio ratio = new UseRatio();
    try (Connection c = DriverManager.getConnection(
            "jdbc:sqlite:" + directory.resolve("zoning.gpkg"));
        ResultSet rows = c.createStatement().executeQuery("SELECT geom, GHDLBM FROM 规划用地")) {
      while (rows.next()) {
        byte[] blob = rows.getBytes(1);
        Geometry shape = new WKBReader().read(Arrays.copyOfRange(blob, 40, blob.length));
        shapes.add(shape);
        ratio.add(rows.getString(2), areaM2(shape));
      }
    }
    assertCoverage(shapes);
    assertThat(ratio.ratio()).isBetween(0.302, 0.308);
  }

  @Test
  void everyStepOfTheLadderOccursAndIdleLandIsAboutOneThousandMu() {
    Map<String, Integer> counts = new TreeMap<>();
    Set<String> causes = new TreeSet<>();
    double idleMu = 0;
    for (int i = 0; i < current.rows.size(); i++) {
      Map<String, String> row = current.rows.get(i);
      String status = LadderJudge.status(row);
      if (status != null) {
        counts.merge(status, 1, Integer::sum);
        idleMu += status.startsWith("疑似") ? mu(current.shapes.get(i)) : 0;
      }
      if (row.containsKey("XZYY")) {
        causes.add(row.get("XZYY"));
      }
    }
    assertThat(counts.keySet()).containsExactlyInAnyOrderElementsOf(LADDER);
    assertThat(counts.values()).allMatch(count -> count >= 4);
    assertThat(causes).containsExactlyInAnyOrder("企业", "政府", "不可抗力", "司法查封");
    assertThat(idleMu).isCloseTo(1_000, within(50.0));
  }

  @Test
  void edgeCasesOfTheIdleTestsAreThere() {
    assertThat(current.rows)
        .anyMatch(row -> "20241231".equals(row.get("HTYDDGSJ")) && !row.containsKey("SJKGSJ"))
        .anyMatch(row -> "20240229".equals(row.get("HTYDDGSJ")) && !row.containsKey("SJKGSJ"))
        .anyMatch(row -> row.containsKey("YQDGSJ"))
        .anyMatch(row -> row.containsKey("TGSJ") && row.containsKey("YKFMJ")
            && 3 * LadderJudge.number(row, "YKFMJ") == LadderJudge.number(row, "YDKFMJ"))
        .anyMatch(row -> row.containsKey("TGSJ") && row.containsKey("YTZE")
            && 4 * LadderJudge.number(row, "YTZE") == LadderJudge.number(row, "ZTZE"));
  }

  @Test
  void inefficientLandAndVacantFloorMeetTheirTotals() {
    double inefficientMu = 0;
    double vacantM2 = 0;
    for (int i = 0; i < current.rows.size(); i++) {
      Map<String, String> row = current.rows.get(i);
      vacantM2 += LadderJudge.number(row, "XZJZMJ");
      if ("已竣工".equals(LadderJudge.status(row)) && UseRatio.industrial(row.get("YDYHFLDM"))) {
        int hits = LadderJudge.inefficientHits(row, areaM2(current.shapes.get(i)));
        inefficientMu += hits >= 2 ? mu(current.shapes.get(i)) : 0;
      }
    }
    assertThat(inefficientMu).isCloseTo(1_000, within(50.0));
    assertThat(vacantM2).isCloseTo(320_000, within(9_600.0));
  }

  @Test
  void mostRegisteredAreasAreRightAndAboutOneInAHundredIsWrong() {
    int right = 0;
    int wrong = 0;
    for (int i = 0; i < current.rows.size(); i++) {
      double registered = LadderJudge.number(current.rows.get(i), "ZDMJ");
      double off = Math.abs(registered - areaM2(current.shapes.get(i)));
      right += off < 0.02 ? 1 : 0;
      wrong += off > 0.01 * registered ? 1 : 0;
    }
    assertThat(right).isGreaterThan(current.rows.size() * 8 / 10);
    assertThat(wrong).isBetween(20, 160);
  }

  @Test
  void nothingFromAfter2020IsInTheOlderLayer() {
    assertThat(past.rows).allMatch(row -> !row.containsKey("QDRQ")
        || !LadderJudge.day(row, "QDRQ").isAfter(ParcelRecords.END_OF_2020));
    assertThat(past.rows).allMatch(row -> !row.containsKey("SJJGSJ")
        || !LadderJudge.day(row, "SJJGSJ").isAfter(ParcelRecords.END_OF_2020));
  }

  @Test
  void twoRunsAreEqualByteForByte(@TempDir Path again) throws IOException {
    DemoDistrict.write(
        DemoDistrict.SAMPLE_PARCELS, DemoDistrict.SAMPLE_SEED, again, Progress.SILENT);
    assertSameFiles(again);
  }

  @Test
  void theCommittedSampleIsWhatTheGeneratorMakes() throws IOException {
    assertSameFiles(Path.of("gis-data", "jianghai"));
  }

  private static void assertSameFiles(Path other) throws IOException {
    try (var files = Files.list(directory)) {
      for (Path file : files.sorted().toList()) {
        assertThat(other.resolve(file.getFileName())).hasSameBinaryContentAs(file);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2_000, 30_000})
  void otherSizesAreMetWithinThreePercent(int parcels, @TempDir Path other) throws IOException {
    DemoDistrict.write(parcels, 7, other, Progress.SILENT);
    ZippedShapefile layer = new ZippedShapefile(other.resolve("parcels-2025.zip"));
    assertThat((double) layer.shapes.size()).isCloseTo(parcels, within(0.03 * parcels));
    assertCoverage(layer.shapes);
  }

  @Test
  void sizesOutsideTheRangeAreRefused() {
    assertThatThrownBy(() -> DemoDistrict.write(10, 1, directory, Progress.SILENT))
        .hasMessageContaining("ask for 2000 to 10000000 parcels");
  }
}
