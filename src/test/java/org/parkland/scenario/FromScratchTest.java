package org.parkland.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.parkland.BadInput;
import org.parkland.bench.Mesh;
import org.parkland.indicator.Doubts;
import org.parkland.indicator.LandUseTally;
import org.parkland.indicator.PossibleUses;
import org.parkland.indicator.ProtectionTally;
import org.parkland.land.Parcel;
import org.parkland.land.ProtectionBlock;
import org.parkland.land.ProtectionPolicy;
import org.parkland.land.RedLinePolicy;
import org.parkland.land.State;
import org.parkland.overlay.ParcelOverlay;
import org.parkland.overlay.PreparedUnits;
import org.parkland.pack.ProtectionPolicies;
import org.parkland.pack.Standards;

/** Random sequences of changes against figures drawn from scratch: equal to the last bit at every step. */
class FromScratchTest {
  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final List<String> CODES = List.of("0101", "0701", "0901", "100101", "1101", "1207", "1401");
  private static final Standards STANDARDS = Standards.read(Path.of("gis-data/standards"));
  private static final RedLinePolicy POLICY = new RedLinePolicy("test", "", "", List.of("1001", "1101"),
      List.of("07", "08", "09", "1001", "11", "1207", "14"), 0.3, "", "", LocalDate.EPOCH);
  private static final ProtectionPolicy PROTECTION =
      ProtectionPolicies.read(Path.of("gis-data/policies/protection.yaml"), STANDARDS.classification());
  private static final PossibleUses USES = PossibleUses.asDelivered(STANDARDS.classification());

  /** All figures of one moment, as plain data. */
  private record Drawn(Object sums, Object doubts, Object verdicts, Object encroachments, Object blocks) {}

  private final MeshLand current = new MeshLand(900, 3);
  private final MeshLand plan = new MeshLand(250, 4);
  private final PreparedUnits units = PreparedUnits.of(new Mesh(900, 3).units(), MeshLand.MEASURE);

  /** What follows a scenario in both layers. */
  private final class Following implements Scenario.Follower {
    private final Scenario scenario;
    private final LaidSums[] sums = new LaidSums[2];
    private final LaidLine line;

    Following(Scenario scenario) {
      this.scenario = scenario;
      for (State state : State.values()) {
        LandUseTally tally = new LandUseTally(units.units().size());
        Doubts doubts = Doubts.ofEveryPiece(POLICY, USES);
        ParcelOverlay overlay = new ParcelOverlay(units);
        for (Parcel each : land(state).all()) {
          overlay.overlay(each, tally);
          overlay.overlay(each, doubts);
        }
        sums[state.ordinal()] =
            new LaidSums(units, LandUseTally.of(units.units().size(), tally.sums()), doubts.laid());
      }
      line = new LaidLine(scenario.line(), current, MeshLand.MEASURE, PROTECTION);
    }

    @Override
    public void follow(Edit edit) {
      sums[edit.state().ordinal()].apply(edit);
      if (edit.state() == State.CURRENT) {
        line.apply(edit);
      }
    }

    @Override
    public void follow(LineEdit edit) {
      line.redraw(edit.after(), scenario.land(State.CURRENT));
    }

    Drawn drawn(State state) {
      return FromScratchTest.drawn(sums[state.ordinal()].tally(), sums[state.ordinal()].doubts(), line.tally(),
          line.areasM2());
    }
  }

  private MeshLand land(State state) {
    return state == State.CURRENT ? current : plan;
  }

  private static Drawn drawn(LandUseTally tally, Doubts doubts, ProtectionTally line, double[] areasM2) {
    List<Object> all = new ArrayList<>();
    List<Object> verdicts = new ArrayList<>();
    for (int unit = 0; unit < 12; unit++) {
      all.add(doubts.of(unit));
      verdicts.add(tally.redLine(unit, POLICY, null, doubts.of(unit)));
    }
    return new Drawn(tally.sums(), all, verdicts, line.encroachments(), line.blocks(areasM2));
  }

  /** Everything anew, from all parcels that stand. */
  private Drawn fromScratch(Scenario scenario, State state) {
    List<Parcel> standing = standing(scenario, state);
    LandUseTally tally = new LandUseTally(units.units().size());
    Doubts doubts = new Doubts(POLICY, USES);
    ParcelOverlay overlay = new ParcelOverlay(units);
    for (Parcel each : standing) {
      overlay.overlay(each, tally);
      overlay.overlay(each, doubts);
    }
    PreparedUnits blocks = PreparedUnits.of(
        scenario.line().stream().map(ProtectionBlock::asUnit).toList(), MeshLand.MEASURE);
    ProtectionTally line = new ProtectionTally(scenario.line(), PROTECTION);
    ParcelOverlay lineOverlay = new ParcelOverlay(blocks);
    standing(scenario, State.CURRENT).forEach(each -> lineOverlay.overlay(each, line));
    double[] areasM2 = new double[scenario.line().size()];
    java.util.Arrays.setAll(areasM2, blocks::areaM2);
    return drawn(tally, doubts, line, areasM2);
  }

  private List<Parcel> standing(Scenario scenario, State state) {
    var gone = scenario.land(state).before().stream().map(Parcel::id).collect(Collectors.toSet());
    List<Parcel> standing =
        new ArrayList<>(land(state).all().stream().filter(each -> !gone.contains(each.id())).toList());
    standing.addAll(scenario.land(state).after());
    return standing;
  }

  private Scenario scenario() {
    return new Scenario(current.ground(State.CURRENT), plan.ground(State.PLANNED), MeshLand.CRS.to(MeshLand.CRS),
        List.of(block("B1", 2_000, 2_000, 3_000), block("B2", 7_000, 6_500, 2_000)));
  }

  private static ProtectionBlock block(String id, double x, double y, double side) {
    return new ProtectionBlock(id, id, id.endsWith("1") ? "一级" : "二级", FACTORY.toGeometry(
        new Envelope(404_000 + x, 404_000 + x + side, 2_488_000 + y, 2_488_000 + y + side)));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void everyStepEqualsAComputationFromScratch(long seed) {
    Random random = new Random(seed);
    Scenario scenario = scenario();
    Following following = new Following(scenario);
    scenario.add(following);
    Drawn start = following.drawn(State.CURRENT);
    Drawn startOfPlan = following.drawn(State.PLANNED);
    int refused = 0;
    for (int i = 0; i < 48; i++) {
      try {
        step(random, scenario);
      } catch (BadInput e) {
        refused++;
      }
      if (i % 6 == 5) {
        for (State state : State.values()) {
          assertThat(following.drawn(state)).as("seed %d step %d %s", seed, i, state)
              .isEqualTo(fromScratch(scenario, state));
        }
      }
    }
    assertThat(refused).as("changes refused").isLessThan(30);
    assertThat(scenario.done()).isGreaterThan(8);
    while (scenario.done() > 0) {
      scenario.undo();
    }
    assertThat(following.drawn(State.CURRENT)).as("undone to the start, seed %d", seed).isEqualTo(start);
    assertThat(following.drawn(State.PLANNED)).isEqualTo(startOfPlan);
    assertThat(scenario.land(State.CURRENT).before()).isEmpty();
    assertThat(scenario.land(State.CURRENT).after()).isEmpty();
  }

  private void step(Random random, Scenario scenario) {
    State state = random.nextInt(3) == 0 ? State.PLANNED : State.CURRENT;
    Parcel parcel = any(random, scenario, state);
    String code = CODES.get(random.nextInt(CODES.size()));
    switch (random.nextInt(9)) {
      case 0, 1 -> scenario.add(new Change.Reclass(state, List.of(parcel.id(), any(random, scenario, state).id()), code));
      case 2, 3 -> scenario.add(new Change.Split(state, parcel.id(), across(parcel, random)));
      case 4 -> scenario.add(new Change.Merge(state, neighbours(scenario, state, parcel), random.nextBoolean() ? code : null));
      case 5 -> scenario.add(new Change.Replan(List.of(), turned(parcel, random), code));
      case 6 -> scenario.add(new Change.Redraw(
          List.of(block("B" + (1 + random.nextInt(4)), random.nextInt(8_000), random.nextInt(8_000), 1_500)), List.of()));
      case 7 -> scenario.undo();
      default -> scenario.redo();
    }
  }

  private Parcel any(Random random, Scenario scenario, State state) {
    List<Parcel> changed = List.copyOf(scenario.land(state).after());
    if (!changed.isEmpty() && random.nextInt(3) == 0) {
      return changed.get(random.nextInt(changed.size()));
    }
    return standing(scenario, state).get(random.nextInt(land(state).all().size() - 60));
  }

  private static Geometry across(Parcel parcel, Random random) {
    Envelope box = parcel.geometry().getEnvelopeInternal();
    double x = box.getMinX() + (0.3 + 0.4 * random.nextDouble()) * box.getWidth();
    return FACTORY.createLineString(new Coordinate[] {
        new Coordinate(x, box.getMinY() - 1), new Coordinate(x + 3, box.getMaxY() + 1)});
  }

  private static Geometry turned(Parcel parcel, Random random) {
    Coordinate centre = parcel.geometry().getCentroid().getCoordinate();
    return AffineTransformation.rotationInstance(random.nextDouble(), centre.x, centre.y).transform(parcel.geometry());
  }

  /** A parcel and one that shares an edge with it. */
  private static List<String> neighbours(Scenario scenario, State state, Parcel parcel) {
    return scenario.land(state).near(parcel.geometry().getEnvelopeInternal()).stream()
        .filter(each -> !each.id().equals(parcel.id())
            && each.geometry().intersection(parcel.geometry()).getDimension() == 1)
        .findFirst().map(each -> List.of(parcel.id(), each.id())).orElse(List.of(parcel.id()));
  }

  @Test
  void redoBringsBackWhatWasUndone() {
    Scenario scenario = scenario();
    Following following = new Following(scenario);
    scenario.add(following);
    scenario.add(new Change.Reclass(State.CURRENT, List.of("100"), "0701"));
    scenario.add(new Change.Split(State.CURRENT, "100", across(current.find("100").orElseThrow(), new Random(1))));
    Drawn changed = following.drawn(State.CURRENT);
    scenario.undo();
    scenario.undo();
    scenario.redo();
    scenario.redo();
    assertThat(following.drawn(State.CURRENT)).isEqualTo(changed);
    scenario.undo();
    scenario.add(new Change.Reclass(State.CURRENT, List.of("101"), "0701"));
    assertThat(scenario.steps()).hasSize(2);
    assertThat(scenario.done()).isEqualTo(2);
  }
}
