package org.parkland.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parkland.BadInput;
import org.parkland.land.Classification;
import org.parkland.land.Parcel;
import org.parkland.land.ParcelYield;
import org.parkland.land.ParkFigures;
import org.parkland.land.ParkPolicy;
import org.parkland.land.ParkPolicy.Condition;
import org.parkland.land.Pieces;
import org.parkland.land.Unit;
import org.parkland.pack.ParkPolicies;
import org.parkland.pack.Standards;

class ParkTallyTest {
  private static final Path FILE = Path.of("gis-data/policies/park.yaml");
  private static final Classification CLASSES = Standards.read(Path.of("gis-data/standards")).classification();
  private static final ParkPolicy POLICY = ParkPolicies.read(FILE, CLASSES);
  private static final Unit PARK = new Unit("V1", "village-park", "村级工业园", null, null);
  private static final double MU = 2000 / 3.0;

  @TempDir
  Path folder;

  @Test
  void yieldPerMuCoversOnlyTheLandItIsKnownFor() {
    ParkFigures figures = figures(null, Map.of("A", new ParcelYield(6 * MU, 9_000.0, 300.0, false, false),
        "B", new ParcelYield(null, null, 100.0, true, false)),
        land("A", "100101", 6 * MU), land("B", "1001", 4 * MU), land("C", "1001", 5 * MU), land("R", "1207", 5 * MU));
    assertThat(figures.industryM2()).isCloseTo(15 * MU, within(1e-9));
    assertThat(figures.industryShare()).isCloseTo(0.75, within(1e-12));
    assertThat(figures.plotRatio()).isCloseTo(1, within(1e-12));
    assertThat(figures.investmentPerMuWan()).isCloseTo(1_500, within(1e-9));
    assertThat(figures.investmentKnownM2()).isCloseTo(6 * MU, within(1e-9));
    assertThat(figures.taxPerMuWan()).isCloseTo(40, within(1e-9));
    assertThat(figures.taxKnownM2()).isCloseTo(10 * MU, within(1e-9));
    assertThat(figures.idleM2()).isCloseTo(4 * MU, within(1e-9));
    assertThat(figures.conditions()).containsExactlyInAnyOrder(Condition.IDLE, Condition.TAX_BELOW);
    assertThat(figures.next()).isNotEmpty();
  }

  @Test
  void aCutParcelBringsItsShareOnly() {
    ParkTally tally = new ParkTally(1, POLICY, id -> new ParcelYield(1_000.0, 800.0, 50.0, false, false));
    tally.accept(Pieces.cut(new Parcel("A", "1001", false, null), 2 * MU, new int[] {0}, new double[] {MU},
        new int[] {0}, new double[] {MU}));
    ParkFigures figures = tally.figures(0, PARK, MU, true);
    assertThat(figures.investmentPerMuWan()).isCloseTo(400, within(1e-9));
    assertThat(figures.conditions())
        .containsExactlyInAnyOrder(Condition.INVESTMENT_BELOW, Condition.TAX_BELOW, Condition.PLOT_RATIO_BELOW);
  }

  @Test
  void whatIsNotKnownIsNotBelow() {
    ParkFigures figures = figures(null, Map.of(), land("A", "1001", 100));
    assertThat(figures.taxPerMuWan()).isNull();
    assertThat(figures.conditions()).isEmpty();
    assertThat(figures.next()).isEmpty();
    assertThat(figures(null, Map.of()).industryShare()).isNull();
  }

  @Test
  void exactlyTheFloorIsEnough() {
    ParkFigures figures = figures(true, Map.of("A", new ParcelYield(0.8 * 3_000, 4_500 * 0.8, 225.0, false, false)),
        land("A", "1001", 3_000));
    assertThat(figures.investmentPerMuWan()).isEqualTo(800);
    assertThat(figures.conditions()).isEmpty();
  }

  @Test
  void stepsNeedAllTheirConditions() {
    Map<String, ParcelYield> dense = Map.of("A", new ParcelYield(200.0, null, null, false, true));
    assertThat(figures(false, dense, land("A", "1001", 100)).next()).extracting(ParkPolicy.Step::nameEn)
        .containsExactly("Redevelop inefficient land");
    Map<String, ParcelYield> thin = Map.of("A", new ParcelYield(20.0, null, null, false, false));
    assertThat(figures(false, thin, land("A", "1001", 100)).next()).hasSize(2);
    assertThat(figures(true, thin, land("A", "1001", 100)).next()).hasSize(1);
  }

  @Test
  void anUnknownConditionIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("park.yaml"),
        Files.readString(FILE).replace("when: [idle]", "when: [lazy]"));
    assertThatThrownBy(() -> ParkPolicies.read(file, CLASSES)).isInstanceOf(BadInput.class)
        .hasMessageContaining("condition 'lazy' is unknown").hasMessageContaining("not-upgraded");
  }

  private static ParkFigures figures(Boolean upgraded, Map<String, ParcelYield> yields, Pieces... land) {
    ParkTally tally = new ParkTally(1, POLICY, yields::get);
    ParkTally other = new ParkTally(1, POLICY, yields::get);
    for (int i = 0; i < land.length; i++) {
      (i % 2 == 0 ? tally : other).accept(land[i]);
    }
    tally.merge(other);
    return tally.figures(0, PARK, 1_000, upgraded);
  }

  private static Pieces land(String id, String code, double areaM2) {
    return Pieces.whole(new Parcel(id, code, false, null), areaM2, new int[] {0}, new int[0]);
  }
}
