package org.parkland.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.parkland.land.Feature;
import org.parkland.land.Finding;

/** Defects put into a clean mesh are found, all of them and nothing else. */
class LayerChecksTest {
  /** Planar areas of the mesh against ellipsoidal ones of the checks: 1.2e-4 at this distance from the meridian. */
  private static final double SCALE = 3e-4;

  @Test
  void aCleanMeshGivesNothing() {
    assertThat(CheckFiles.found(new DefectMesh(60, 50, 1).done(), null).counts()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {2, 3, 4})
  void exactlyTheDefectsThatWerePutIn(long seed) {
    DefectMesh mesh = new DefectMesh(61, 47, seed);
    Map<String, Double> overlaps = new TreeMap<>();
    Map<String, Double> gaps = new TreeMap<>();
    TreeSet<String> vertices = new TreeSet<>();
    Map<String, Double> holes = new TreeMap<>();
    List<Integer> repeated = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      int parcel = mesh.at(3 + i % 10 * 5, 3 + i / 10 * 4);
      switch (i % 5) {
        case 0 -> {
          overlaps.put(pair(parcel, parcel + 1), mesh.bulgeM2(parcel, 3));
          mesh.bulge(parcel, 3);
        }
        case 1 -> {
          gaps.put("" + parcel, mesh.bulgeM2(parcel, 2));
          mesh.bulge(parcel, -2);
        }
        case 2 -> {
          vertices.add(pair(parcel, parcel + 1));
          mesh.dropVertex(parcel);
        }
        case 3 -> {
          holes.put("" + parcel, mesh.areaM2(parcel));
          mesh.remove(parcel);
        }
        default -> repeated.add(parcel);
      }
    }
    for (int i = 0; i < repeated.size(); i++) {
      overlaps.put(pair(repeated.get(i), 61 * 47 + i), mesh.areaM2(repeated.get(i)));
      mesh.repeat(repeated.get(i));
    }
    FindingBook book = CheckFiles.found(mesh.done(), null);
    assertThat(book.counts()).containsOnlyKeys("overlap", "gap", "missing-vertex", "uncovered");
    assertThat(pairs(book, "overlap").keySet()).isEqualTo(overlaps.keySet());
    pairs(book, "overlap").forEach((pair, areaM2) ->
        assertThat(areaM2).as(pair).isCloseTo(overlaps.get(pair), within(SCALE * overlaps.get(pair))));
    assertThat(pairs(book, "missing-vertex").keySet()).isEqualTo(vertices);
    assertAreas(book, "gap", gaps);
    assertAreas(book, "uncovered", holes);
    book.all().forEach(each -> {
      assertThat(each.message()).doesNotContain("{").doesNotContain("null");
      assertThat(each.shape().isValid()).isTrue();
    });
  }

  private static void assertAreas(FindingBook book, String code, Map<String, Double> expected) {
    List<Double> found = of(book, code).stream().map(Finding::figure).sorted().toList();
    List<Double> wanted = expected.values().stream().sorted().toList();
    assertThat(found).hasSameSizeAs(wanted);
    for (int i = 0; i < found.size(); i++) {
      assertThat(found.get(i)).isCloseTo(wanted.get(i), within(SCALE * wanted.get(i)));
    }
  }

  /** More parcels than a window holds: what crosses windows is told once. */
  @Test
  void severalWindowsTellEachDefectOnce() {
    DefectMesh mesh = new DefectMesh(180, 160, 5);
    for (int y = 1; y < 159; y += 2) {
      mesh.bulge(mesh.at(89, y), 3);
      mesh.bulge(mesh.at(60, y), -2);
      mesh.dropVertex(mesh.at(30, y));
    }
    FindingBook book = CheckFiles.found(mesh.done(), null);
    assertThat(book.counts())
        .containsOnly(Map.entry("overlap", 79L), Map.entry("gap", 79L), Map.entry("missing-vertex", 79L));
    assertThat(Window.over(mesh.extent(), mesh.count(), 150)).hasSizeGreaterThan(1);
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14})
  void overlapsAreThoseOfTheDoubleLoop(long seed) {
    DefectMesh mesh = new DefectMesh(20, 20, seed);
    java.util.Random random = new java.util.Random(seed);
    for (int i = 0; i < 40; i++) {
      double x = DefectMesh.EAST + 700 * random.nextDouble();
      double y = DefectMesh.NORTH + 700 * random.nextDouble();
      mesh.add(new GeometryFactory().toGeometry(
          new Envelope(x, x + 5 + 90 * random.nextDouble(), y, y + 5 + 90 * random.nextDouble())));
    }
    mesh.done();
    Map<String, Double> expected = new TreeMap<>();
    for (Feature a : mesh.features()) {
      for (Feature b : mesh.features()) {
        double areaM2 = a.row() < b.row() ? a.geometry().intersection(b.geometry()).getArea() : 0;
        if (areaM2 > 1.5) {
          expected.put(pair((int) a.row() - 1, (int) b.row() - 1), areaM2);
        }
      }
    }
    Map<String, Double> found = pairs(CheckFiles.found(mesh, null), "overlap");
    found.values().removeIf(each -> each <= 1.5);
    assertThat(found.keySet()).as("seed " + seed).isEqualTo(expected.keySet());
    found.forEach((pair, areaM2) -> assertThat(areaM2).isCloseTo(expected.get(pair), within(SCALE * areaM2)));
  }

  @Test
  void landOutsideOfTheDistrict() {
    DefectMesh mesh = new DefectMesh(12, 12, 7).done();
    Outline district = new Outline("试验区", mesh.around(-20));
    FindingBook book = CheckFiles.found(mesh, district);
    assertThat(book.counts()).containsOnlyKeys("outside-district");
    double expectedM2 = mesh.features().stream()
        .mapToDouble(each -> each.geometry().difference(district.shape()).getArea()).sum();
    assertThat(book.all().mapToDouble(Finding::figure).sum()).isCloseTo(expectedM2, within(SCALE * expectedM2));
    assertThat(book.count(Finding.Severity.WARNING)).isEqualTo(44);
    assertThat(CheckFiles.found(mesh, new Outline("试验区", mesh.around(50))).counts()).isEmpty();
  }

  @Test
  void aLayerShiftedLikeAWebMapIsSuspected() {
    DefectMesh mesh = new DefectMesh(40, 40, 8).done();
    Geometry shifted = AffineTransformation.translationInstance(-560, 300).transform(mesh.around(30));
    assertThat(CheckFiles.found(mesh, new Outline("试验区", shifted)).counts()).containsKey("suspected-gcj02");
    Geometry elsewhere = AffineTransformation.translationInstance(560, 300).transform(mesh.around(30));
    assertThat(CheckFiles.found(mesh, new Outline("试验区", elsewhere)).counts())
        .containsKey("outside-district").doesNotContainKey("suspected-gcj02");
  }

  private static List<Finding> of(FindingBook book, String code) {
    return book.all().filter(each -> each.code().equals(code)).toList();
  }

  /** {@code P3 × P4} → figure. */
  private static Map<String, Double> pairs(FindingBook book, String code) {
    return of(book, code).stream().collect(Collectors.toMap(
        each -> pair(number(each.id()), number(each.details().get("other"))), Finding::figure, Double::sum,
        TreeMap::new));
  }

  private static int number(String id) {
    return Integer.parseInt(id.substring(1));
  }

  private static String pair(int a, int b) {
    return DefectMesh.id(Math.min(a, b)) + " × " + DefectMesh.id(Math.max(a, b));
  }
}
