package org.parkland.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parkland.SampleDistrict;
import org.parkland.access.Actor;
import org.parkland.land.IdleStatus;
import org.parkland.store.FeatureQuery;

/** The register of idle land after a restart and after corrections: as drawn from scratch, without going through all. */
class KeptIdleLandTest {
  @TempDir
  private Path folder;
  private Workspace workspace;

  @BeforeEach
  void open() throws Exception {
    workspace = Workspace.open(SampleDistrict.settings(Files.copy(SampleDistrict.database(), folder.resolve("copy.gpkg"))));
  }

  @AfterEach
  void close() {
    workspace.close();
  }

  /** A new start: nothing but the database is known. */
  private LandAnalysis restarted() {
    return new LandAnalysis(workspace);
  }

  private static List<IdleRegister.Entry> entries(LandAnalysis analysis, LocalDate today) {
    return analysis.idle(analysis.day(null), today).entries();
  }

  /** Beside the file, which differs from start to start; an area that nobody knows is NaN in both. */
  private static final RecursiveComparisonConfiguration TO_THE_LAST_BIT = RecursiveComparisonConfiguration.builder()
      .withIgnoredFields("file").withComparatorForType(Comparator.<Double>naturalOrder(), Double.class).build();

  private static void assertSame(List<IdleRegister.Entry> found, List<IdleRegister.Entry> expected) {
    assertThat(found).usingRecursiveFieldByFieldElementComparator(TO_THE_LAST_BIT).isEqualTo(expected);
  }

  @Test
  void aRestartTakesTheRegisterFromTheDatabase() {
    List<IdleRegister.Entry> drawn = entries(restarted(), null);
    assertThat(drawn).hasSizeGreaterThan(100).anyMatch(IdleRegister.Entry::isIdle)
        .anyMatch(each -> each.dueOn() != null).anyMatch(each -> each.tested() != null);
    LandAnalysis second = restarted();
    assertSame(entries(second, null), drawn);
    IdleRegister.Entry first = entries(second, null).get(0);
    assertThat(first.standing().status()).isEqualTo(first.status());
  }

  /** Days asked for have no end; only that of the data is kept. */
  @Test
  void anotherDayIsDrawnAnew() {
    LandAnalysis analysis = restarted();
    assertThat(entries(analysis, LocalDate.of(2031, 1, 1)).stream().filter(IdleRegister.Entry::isIdle).count())
        .isGreaterThan(entries(analysis, null).stream().filter(IdleRegister.Entry::isIdle).count());
  }

  @Test
  void correctionsAreLaidOverWhatIsKept() {
    LandAnalysis analysis = restarted();
    List<IdleRegister.Entry> before = entries(analysis, null);
    IdleRegister.Entry idle = before.stream().filter(IdleRegister.Entry::isIdle).findFirst().orElseThrow();
    analysis.corrections().enter(new CorrectionDesk.Request(
        idle.id(), "started_on", "2020-06-01", "开工照片", null, "规划科"), Actor.local());
    List<IdleRegister.Entry> after = entries(restarted(), null);
    assertSame(after, scratch());
    assertThat(after).hasSameSizeAs(before);
    assertThat(after.stream().filter(each -> each.id().equals(idle.id())).findFirst().orElseThrow().status())
        .isNotEqualTo(idle.status()).isNotIn(IdleStatus.IDLE_FIRST_YEAR, IdleStatus.IDLE_SECOND_YEAR);
    assertSame(without(after, idle.id()), without(before, idle.id()));
  }

  private static List<IdleRegister.Entry> without(List<IdleRegister.Entry> entries, String id) {
    return entries.stream().filter(each -> !each.id().equals(id)).toList();
  }

  /** Every parcel judged with the corrections, as if nothing had been kept. */
  private List<IdleRegister.Entry> scratch() {
    LandAnalysis analysis = restarted();
    DayLayers day = analysis.day(null);
    CaseFile file = new CaseFile(workspace, day.parcels(), analysis.idleJudge(day, null));
    Function<JudgedParcel, Set<String>> units =
        each -> analysis.parcels().unitsOf(each.parcel(), day, each.areaM2());
    return IdleRegister.of(file, file.entries(units, new Passes())).entries();
  }

  @Test
  void aPassTellsHowFarItIs() {
    Passes passes = new Passes();
    AtomicInteger seen = new AtomicInteger();
    var layer = new LandAnalysis(workspace).day(null).parcels();
    try (var rows = passes.over(Passes.Purpose.IDLE, layer,
        workspace.store().features(layer, FeatureQuery.all().only("id")))) {
      IntStream.range(0, 1000).forEach(i -> seen.addAndGet(rows.next().id() == null ? 0 : 1));
      Passes.Standing standing = passes.standing().get(0);
      assertThat(standing.purpose().word()).isEqualTo("idle");
      assertThat(standing.done()).isEqualTo(1000).isEqualTo(seen.get());
      assertThat(standing.total()).isEqualTo(layer.count());
      assertThat(standing.rate()).isPositive();
      assertThat(standing.remaining()).isPositive();
      assertThat(rows.key()).isPositive();
    }
    assertThat(passes.standing()).isEmpty();
  }
}
