package org.parkland.overlay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.parkland.geometry.AreaMeasure;
import org.parkland.geometry.AreaMethod;
import org.parkland.geometry.Crs;
import org.parkland.land.CommonLand;
import org.parkland.land.Parcel;
import org.parkland.land.Tolerances;

class ParcelOverlapsTest {
  private static final AreaMeasure PLANE = AreaMeasure.of(AreaMethod.PLANAR, Crs.of("EPSG:4526"));
  private static final Tolerances TOLERANCES = new Tolerances(1, 0.2, 0.5, 0.001, "test", LocalDate.EPOCH);
  private static final GeometryFactory FACTORY = new GeometryFactory();

  /** A mesh of squares, some of which grew over their neighbours, were copied or lie inside others. */
  @Test
  void everyOverlapThatTheDoubleLoopFindsIsFound() {
    for (long seed = 1; seed <= 60; seed++) {
      List<Parcel> parcels = disturbedMesh(new Random(seed));
      Map<String, Double> expected = doubleLoop(parcels);
      Map<String, Double> found = new TreeMap<>();
      look(parcels).found().forEach(each -> found.put(name(each), each.areaM2()));
      assertThat(found.keySet()).as("seed " + seed).isEqualTo(expected.keySet());
      expected.forEach((pair, areaM2) -> assertThat(found.get(pair)).as(pair).isCloseTo(areaM2, within(1e-6)));
    }
  }

  @Test
  void windowsCountAnOverlapOnce() {
    List<Parcel> parcels = disturbedMesh(new Random(7));
    ParcelOverlaps windows = new ParcelOverlaps(PLANE, TOLERANCES);
    windows.look(parcels, corner -> corner.x < 38_400_050);
    windows.look(parcels, corner -> corner.x >= 38_400_050);
    assertThat(windows.found()).extracting(ParcelOverlapsTest::name)
        .containsExactlyInAnyOrderElementsOf(doubleLoop(parcels).keySet());
  }

  private static ParcelOverlaps look(List<Parcel> parcels) {
    ParcelOverlaps overlaps = new ParcelOverlaps(PLANE, TOLERANCES);
    overlaps.look(parcels, corner -> true);
    return overlaps;
  }

  private static String name(CommonLand land) {
    return land.first().id() + " × " + land.second().id();
  }

  private static List<Parcel> disturbedMesh(Random random) {
    List<Parcel> parcels = new ArrayList<>();
    for (int i = 0; i < 64; i++) {
      double grown = random.nextInt(8) == 0 ? 0.5 + random.nextInt(3) : 0;
      parcels.add(square("A" + (100 + i), i % 8 * 10.0, i / 8 * 10.0, 10 + grown));
      if (random.nextInt(20) == 0) {
        parcels.add(square("B" + i, i % 8 * 10.0, i / 8 * 10.0, 10));
      }
      if (random.nextInt(20) == 0) {
        parcels.add(square("C" + i, i % 8 * 10.0 + 3, i / 8 * 10.0 + 3, 4));
      }
    }
    return parcels;
  }

  private static Parcel square(String id, double x, double y, double side) {
    Geometry shape = FACTORY.toGeometry(
        new Envelope(38_400_000 + x, 38_400_000 + x + side, 2_490_000 + y, 2_490_000 + y + side));
    return new Parcel(id, "0701", false, shape);
  }

  private static Map<String, Double> doubleLoop(List<Parcel> parcels) {
    Map<String, Double> areas = new TreeMap<>();
    for (Parcel a : parcels) {
      for (Parcel b : parcels) {
        if (a.id().compareTo(b.id()) < 0) {
          double areaM2 = a.geometry().intersection(b.geometry()).getArea();
          if (areaM2 >= 1) {
            areas.put(a.id() + " × " + b.id(), areaM2);
          }
        }
      }
    }
    return areas;
  }
}
