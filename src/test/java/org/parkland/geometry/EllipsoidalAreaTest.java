package org.parkland.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** The published test vectors: areas computed with 40 digits and no series. */
class EllipsoidalAreaTest {
  private static final Crs DEGREES = Crs.of(Crs.DEGREES);

  static List<Map<String, String>> vectors() throws IOException {
    try (InputStream in = EllipsoidalAreaTest.class.getResourceAsStream("/area/area_vectors.csv");
        MappingIterator<Map<String, String>> rows =
            new CsvMapper().readerFor(Map.class).with(CsvSchema.emptySchema().withHeader()).readValues(in)) {
      return rows.readAll();
    }
  }

  @Test
  void allSixteenVectorsAreThere() throws IOException {
    assertThat(vectors()).hasSize(16);
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void verticesInDegreesAreTakenAsTheyAre(Map<String, String> vector) throws ParseException {
    double expected = Double.parseDouble(vector.get("ellipsoidal_area_m2"));
    double measured = AreaMeasure.of(AreaMethod.ELLIPSOIDAL, DEGREES).areaM2(geometry(vector));
    assertThat(measured).isCloseTo(expected, within(tolerance(expected)));
  }

  /** EPSG:4526 and EPSG:4547 differ by the zone prefix only: the figure must not feel it. */
  @ParameterizedTest
  @MethodSource("vectors")
  void projectedEdgesAreSplitAtSeventyMetres(Map<String, String> vector) throws ParseException {
    double expected = Double.parseDouble(vector.get("area_gk114_densified70_m2"));
    for (String code : List.of("EPSG:4526", "EPSG:4547")) {
      Crs crs = Crs.of(code);
      Geometry projected = DEGREES.to(crs).apply(geometry(vector));
      double measured = AreaMeasure.of(AreaMethod.ELLIPSOIDAL, crs).areaM2(projected);
      assertThat(measured).as(code).isCloseTo(expected, within(tolerance(expected)));
    }
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void planarAreaIsThatOfThePlane(Map<String, String> vector) throws ParseException {
    double expected = Double.parseDouble(vector.get("area_gk114_planar_m2"));
    Crs crs = Crs.of("EPSG:4547");
    double measured =
        AreaMeasure.of(AreaMethod.PLANAR, crs).areaM2(DEGREES.to(crs).apply(geometry(vector)));
    assertThat(measured).isCloseTo(expected, within(tolerance(expected)));
  }

  @Test
  void planarAreaRefusesDegrees() {
    assertThatThrownBy(() -> AreaMeasure.of(AreaMethod.PLANAR, DEGREES))
        .hasMessage("planar area needs metres, got EPSG:4490 (degrees)");
  }

  private static double tolerance(double areaM2) {
    return areaM2 > 1e6 ? 0.001 : 0.0005;
  }

  private static Geometry geometry(Map<String, String> vector) throws ParseException {
    return new WKTReader().read(vector.get("wkt"));
  }
}
