package org.parkland.overlay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.parkland.geometry.AreaMeasure;
import org.parkland.geometry.AreaMethod;
import org.parkland.geometry.Crs;
import org.parkland.land.Parcel;
import org.parkland.land.Pieces;
import org.parkland.land.Unit;

/** One file per edge case, under src/test/resources/overlay: parcel, unit, area of the piece. */
class FixtureTest {
  private static final Path FOLDER = Path.of("src/test/resources/overlay");

  static Stream<Path> fixtures() throws IOException {
    return Files.list(FOLDER).sorted();
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void pieceAndRemainder(Path fixture) throws IOException, ParseException {
    List<String> lines = Files.readAllLines(fixture).stream().filter(each -> !each.startsWith("#")).toList();
    double expected = Double.parseDouble(lines.get(2));
    for (int turn = 0; turn < 4; turn++) {
      check(read(lines.get(0), turn), read(lines.get(1), turn), expected);
    }
  }

  private static void check(Geometry parcel, Geometry unit, double expected) {
    PreparedUnits units = PreparedUnits.of(List.of(new Unit("U", "zone", "unit", null, unit)),
        AreaMeasure.of(AreaMethod.PLANAR, Crs.of("EPSG:4547")));
    Captured found = new Captured();
    ParcelOverlay overlay = new ParcelOverlay(units);
    overlay.overlay(new Parcel("P", null, false, parcel), found);
    Pieces pieces = found.onlyPieces();
    assertThat(pieces.inUnitM2(0)).isCloseTo(expected, within(1e-9 * expected + 1e-13));
    assertThat(pieces.size()).as("pieces").isEqualTo(expected > 0 ? 1 : 0);
    assertThat(pieces.inUnitM2(0) + pieces.remainderM2(0)).isCloseTo(pieces.areaM2(), within(1e-12));
    assertThat(overlay.uncertainCuts()).isZero();
  }

  /** Turned by quarters, so that every edge takes every direction. */
  private static Geometry read(String wkt, int quarters) throws ParseException {
    Geometry geometry = new WKTReader().read(wkt);
    AffineTransformation turn = new AffineTransformation();
    for (int i = 0; i < quarters; i++) {
      turn.compose(new AffineTransformation(0, -1, 0, 1, 0, 0));
    }
    return turn.transform(geometry);
  }
}
