package org.parkland.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.WKTReader;
import org.parkland.BadInput;
import org.parkland.bench.TemporaryPostgis;
import org.parkland.geometry.AreaMeasure;
import org.parkland.geometry.AreaMethod;
import org.parkland.land.Parcel;
import org.parkland.land.State;

/** Dividing and joining parcels: PostGIS as judge, and what must be refused. */
class SplitAndMergeTest {
  private static final AreaMeasure PLANAR = AreaMeasure.of(AreaMethod.PLANAR, MeshLand.CRS);
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private record Some(List<Parcel> parcels) implements BaseLand {
    @Override
    public Optional<Parcel> find(String id) {
      return parcels.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    @Override
    public List<Parcel> near(Envelope box) {
      return parcels.stream().filter(each -> each.geometry().getEnvelopeInternal().intersects(box)).toList();
    }
  }

  private static Scenario of(BaseLand land) {
    return new Scenario(new Ground(State.CURRENT, land, PLANAR, MeshLand.CRS.to(MeshLand.CRS), 1), null, null, List.of());
  }

  private static Geometry shape(String wkt) {
    try {
      return new WKTReader().read(wkt);
    } catch (org.locationtech.jts.io.ParseException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A at the left, B shares an edge with it, C only a corner, D is a ring with a hole and an island. */
  private static Scenario few() {
    return of(new Some(List.of(new Parcel("A", "100101", true, shape("POLYGON((0 0,100 0,100 100,0 100,0 0))")),
        new Parcel("B", "0701", false, shape("POLYGON((100 0,150 0,150 100,100 100,100 0))")),
        new Parcel("C", "0701", false, shape("POLYGON((150 100,200 100,200 200,150 200,150 100))")),
        new Parcel("D", "1401", false, shape("MULTIPOLYGON(((300 0,400 0,400 100,300 100,300 0),"
            + "(340 40,360 40,360 60,340 60,340 40)),((500 0,510 0,510 10,500 10,500 0)))")))));
  }

  private static Change.Split split(String parcel, String line) {
    return new Change.Split(State.CURRENT, parcel, shape(line));
  }

  @Test
  void partsAreThoseOfStSplitAndMakeUpTheParcel() throws Exception {
    MeshLand land = new MeshLand(2_500, 9);
    Random random = new Random(5);
    try (TemporaryPostgis server = TemporaryPostgis.start(); Connection connection = server.connect()) {
      for (int i = 0; i < 150; i++) {
        Parcel parcel = land.find(Integer.toString(random.nextInt(2_500))).orElseThrow();
        Envelope box = parcel.geometry().getEnvelopeInternal();
        Geometry line = FACTORY.createLineString(new Coordinate[] {
            new Coordinate(box.getMinX() - 5, box.getMinY() + random.nextDouble() * box.getHeight()),
            new Coordinate(box.centre().x, box.centre().y),
            new Coordinate(box.getMaxX() + 5, box.getMinY() + random.nextDouble() * box.getHeight())});
        Scenario scenario = of(land);
        Step step;
        try {
          step = scenario.add(new Change.Split(State.CURRENT, parcel.id(), line));
        } catch (BadInput sliver) {
          assertThat(sliver).hasMessageContaining("sliver");
          continue;
        }
        List<Double> ours = new ArrayList<>(step.edit().after().stream()
            .map(each -> PLANAR.areaM2(each.geometry())).sorted().toList());
        List<Double> theirs = areas(connection, parcel.geometry(), line);
        assertThat(ours).as("parcel %s line %s", parcel.geometry(), line).hasSameSizeAs(theirs);
        for (int k = 0; k < ours.size(); k++) {
          assertThat(ours.get(k)).isCloseTo(theirs.get(k), within(1e-4));
        }
        assertThat(step.afterM2()).isCloseTo(step.beforeM2(), within(1e-4));
      }
    }
  }

  private static List<Double> areas(Connection connection, Geometry parcel, Geometry line) throws Exception {
    List<Double> areas = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement("select st_area((st_dump(st_split("
        + "st_geomfromtext(?), st_geomfromtext(?)))).geom) as area order by area")) {
      query.setString(1, parcel.toText());
      query.setString(2, line.toText());
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          areas.add(row.getDouble(1));
        }
      }
    }
    return areas;
  }

  @Test
  void partsHaveTheClassAndTheMarksOfTheirParcel() {
    Step step = few().add(split("A", "LINESTRING(30 -10,30 110)"));
    assertThat(step.made()).containsExactly("A/1", "A/2");
    assertThat(step.edit().after()).allMatch(each -> each.newIndustry() && each.landUse().equals("100101"));
    assertThat(step.edit().after().get(0).geometry().getArea()).isEqualTo(3_000);
  }

  @Test
  void anIslandTheLineDoesNotTouchStaysWithTheLargestPart() {
    Step step = few().add(split("D", "LINESTRING(345 -10,345 110)"));
    assertThat(step.edit().after()).hasSize(2);
    assertThat(step.edit().after().get(1).geometry().getNumGeometries()).isEqualTo(2);
    assertThat(step.afterM2()).isCloseTo(100 * 100 - 400 + 100, within(1e-6));
  }

  @Test
  void aLineThatDoesNotCrossIsRefusedAndNothingHasChanged() {
    Scenario scenario = few();
    for (String line : List.of("LINESTRING(50 -10,50 50)", "LINESTRING(20 20,80 80)", "LINESTRING(0 0,0 100)")) {
      assertThatThrownBy(() -> scenario.add(split("A", line))).as(line).isInstanceOf(BadInput.class)
          .hasMessageContaining("does not cross it from edge to edge");
    }
    assertThatThrownBy(() -> scenario.add(split("A", "LINESTRING(700 0,800 0)"))).hasMessageContaining("not met");
    assertThatThrownBy(() -> scenario.add(split("A", "LINESTRING(0.005 -10,0.005 110)"))).hasMessageContaining("sliver");
    assertThat(scenario.done()).isZero();
    assertThat(scenario.land(State.CURRENT).after()).isEmpty();
  }

  @Test
  void neighboursMergeIntoTheClassMostOfTheirLandHas() {
    Scenario scenario = few();
    Step step = scenario.add(new Change.Merge(State.CURRENT, List.of("A", "B"), null));
    assertThat(step.code()).isEqualTo("100101");
    assertThat(step.made()).containsExactly("A+B");
    assertThat(step.afterM2()).isEqualTo(step.beforeM2()).isEqualTo(15_000);
    assertThat(step.edit().after().get(0).newIndustry()).isFalse();
    scenario.undo();
    assertThat(scenario.add(new Change.Merge(State.CURRENT, List.of("A", "B"), "0901")).code()).isEqualTo("0901");
    assertThatThrownBy(() -> scenario.add(split("A", "LINESTRING(30 -10,30 110)")))
        .hasMessageContaining("no longer stands in this scenario");
  }

  @Test
  void parcelsThatOnlyTouchAtACornerDoNotMerge() {
    assertThatThrownBy(() -> few().add(new Change.Merge(State.CURRENT, List.of("B", "C"), null)))
        .isInstanceOf(BadInput.class).hasMessageContaining("shares no edge");
    assertThatThrownBy(() -> few().add(new Change.Merge(State.CURRENT, List.of("A", "A"), null)))
        .hasMessageContaining("at least two");
  }

  @Test
  void edgesThatAreMicrometresApartStillMerge() {
    Scenario scenario = of(new Some(List.of(
        new Parcel("A", "0701", false, shape("POLYGON((0 0,100 0,100 33,100 100,0 100,0 0))")),
        new Parcel("B", "0701", false, shape("POLYGON((100.00001 0,150 0,150 100,100.00001 100,100.00001 0))")))));
    Step step = scenario.add(new Change.Merge(State.CURRENT, List.of("A", "B"), null));
    assertThat(step.edit().after().get(0).geometry().getGeometryType()).isEqualTo("Polygon");
    assertThat(step.afterM2()).isCloseTo(step.beforeM2(), within(0.01));
  }
}
