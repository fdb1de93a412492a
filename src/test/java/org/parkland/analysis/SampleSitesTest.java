package org.parkland.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parkland.SampleDistrict;
import org.parkland.idle.Funnel;
import org.parkland.idle.IdleCase;
import org.parkland.idle.Offer;
import org.parkland.idle.Ranking;
import org.parkland.idle.Site;
import org.parkland.land.FunnelPolicy;
import org.parkland.land.Project;

/** Idle land and its sites on the sample district: what enters, where it ends, and how a later day moves it. */
class SampleSitesTest {
  private static final double MU_M2 = 2000.0 / 3;
  private static Workspace workspace;
  private static LandAnalysis analysis;

  @BeforeAll
  static void open() {
    workspace = SampleDistrict.open();
    analysis = new LandAnalysis(workspace);
  }

  @AfterAll
  static void close() {
    workspace.close();
  }

  private static SiteStudy study() {
    return analysis.sites(analysis.day(null), null);
  }

  private static SiteQuery plain() {
    return SiteQuery.plain(workspace.policies().sites());
  }

  @Test
  void whatEntersTheFunnelIsWhatTheRegisterSuspects() {
    Set<String> suspected = study().register().entries().stream().filter(IdleRegister.Entry::isSuspected)
        .map(each -> each.parcel().id()).collect(Collectors.toSet());
    assertThat(study().sites()).extracting(Site::parcel).containsExactlyInAnyOrderElementsOf(suspected);
    assertThat(suspected).isNotEmpty();
  }

  @Test
  void theFunnelsAreasAddUpAndEveryParcelIsInOnePlace() {
    checkFunnel(study().funnel(plain()), study().sites());
  }

  @Test
  void inTheReverseOrderTheSameParcelsAreUsable() {
    FunnelPolicy policy = workspace.policies().sites().funnel();
    List<String> keys = new ArrayList<>(policy.steps().stream().map(FunnelPolicy.Step::key).toList());
    Collections.reverse(keys);
    Funnel.Outcome reversed =
        study().funnel(new SiteQuery(null, SiteQuery.ordered(policy, String.join(",", keys)), Map.of()));
    checkFunnel(reversed, study().sites());
    assertThat(reversed.usable()).isEqualTo(study().funnel(plain()).usable());
  }

  private static void checkFunnel(Funnel.Outcome outcome, List<Site> sites) {
    double fell = 0;
    double left = outcome.enteredM2();
    for (Funnel.Level level : outcome.levels()) {
      assertThat(level.enteredM2()).isCloseTo(left, within(1e-6));
      assertThat(outcome.at(level.key())).hasSize((int) level.fell()).allMatch(each -> each.reason() != null);
      fell += level.fellM2();
      left = level.leftM2();
    }
    double usable = outcome.usable().stream().mapToDouble(Site::areaM2).sum();
    assertThat(fell + usable).isCloseTo(sites.stream().mapToDouble(Site::areaM2).sum(), within(1e-6));
    assertThat(outcome.places()).extracting(each -> each.site().parcel()).doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(sites.stream().map(Site::parcel).toList());
    assertThat(outcome.levels().stream().mapToLong(Funnel.Level::fell).sum() + outcome.usable().size())
        .isEqualTo(sites.size());
  }

  /** The days around the data, a year on, two years on, and one before. */
  @ParameterizedTest
  @ValueSource(strings = {"2025-12-31", "2026-12-31", "2027-12-31", "2024-12-31", "2028-02-29"})
  void everyCaseStandsWhereTheLawPutsItOnThatDay(LocalDate today) {
    IdleRegister register = analysis.idle(analysis.day(null), today);
    DayJudge judge = new DayJudge(register.report().asOf(), today);
    List<String> differing = register.entries().stream().filter(each -> each.standing() != null)
        .filter(each -> !each.standing().word().zh().equals(judge.status(each.parcel())))
        .map(each -> each.parcel().id() + " " + each.standing().word().zh() + ", the judge says "
            + judge.status(each.parcel())).toList();
    assertThat(differing).isEmpty();
    assertThat(register.report().cases()).hasSizeGreaterThan(100);
  }

  @Test
  void aYearLaterNoCaseOfTheFirstYearIsStillOne() {
    Set<String> now = withStatus("疑似闲置(满一年)", LocalDate.of(2025, 12, 31));
    Set<String> overdue = withStatus("逾期未动工", LocalDate.of(2025, 12, 31));
    LocalDate later = LocalDate.of(2026, 12, 31);
    assertThat(withStatus("疑似闲置(满两年)", later)).containsAll(now);
    assertThat(withStatus("疑似闲置(满一年)", later)).isEqualTo(overdue);
    assertThat(now).isNotEmpty();
    assertThat(overdue).isNotEmpty();
  }

  private static Set<String> withStatus(String word, LocalDate today) {
    return analysis.idle(analysis.day(null), today).report().cases().stream()
        .filter(each -> each.word().zh().equals(word)).map(IdleCase::parcel).collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void whatTheAlarmsForetellComesTrueOnTheirDay() {
    IdleRegister today = analysis.idle(analysis.day(null), null);
    assertThat(today.alarms(90, null)).isNotEmpty().allSatisfy(alarm -> {
      IdleRegister then = analysis.idle(analysis.day(null), alarm.on());
      assertThat(then.find(alarm.parcel()).orElseThrow().standing().word()).isEqualTo(alarm.then().word());
      assertThat(alarm.daysLeft()).isBetween(1L, 90L);
    });
  }

  @Test
  void theRankingHoldsTheUsableSitesAndWeightsChangeIt() {
    Ranking ranking = study().ranking(plain());
    assertThat(ranking.page(0, ranking.size())).extracting(each -> each.site().parcel())
        .containsExactlyInAnyOrderElementsOf(study().funnel(plain()).usable().stream().map(Site::parcel).toList());
    Map<String, Double> onlyArea = workspace.policies().sites().ranking().criteria().stream()
        .collect(Collectors.toMap(each -> each.key(), each -> each.key().equals("area") ? 1.0 : 0.0));
    List<Ranking.Place> bySize = study().ranking(new SiteQuery(null, plain().funnel(), onlyArea)).page(0, 5);
    double largest = study().funnel(plain()).usable().stream().mapToDouble(Site::areaM2).max().orElseThrow();
    assertThat(bySize.get(0).site().areaM2()).isEqualTo(largest);
  }

  @Test
  void inOneUnitOnlyItsSitesAreRanked() {
    Ranking.Place first = study().ranking(plain()).page(0, 1).get(0);
    String unit = new TreeSet<>(study().entry(first.site()).units()).last();
    Ranking ranking = study().ranking(plain().in(unit));
    assertThat(ranking.page(0, ranking.size())).isNotEmpty()
        .allMatch(place -> study().entry(place.site()).units().contains(unit));
  }

  @Test
  void everySiteGoesToOneProjectAtMostAndEveryOfferHasTheArea() {
    List<Project> projects = workspace.projects();
    List<Offer> chosen = study().shared(projects).chosen();
    assertThat(chosen).isNotEmpty();
    assertThat(chosen.stream().flatMap(each -> each.place().parcels().stream())).doesNotHaveDuplicates();
    assertThat(projects).allSatisfy(project -> assertThat(study().matching().offers(project)).allSatisfy(offer ->
        assertThat(offer.place().areaM2() / MU_M2).isBetween(project.areaMuMin(), project.areaMuMax())));
  }

  @Test
  void weightsThatCannotBeReadAreRefused() {
    var policy = workspace.policies().sites().ranking();
    assertThatThrownBy(() -> SiteQuery.weights("beauty=3", policy)).hasMessageContaining("no criterion");
    assertThatThrownBy(() -> SiteQuery.weights("area=-1", policy)).hasMessageContaining("from 0");
    assertThatThrownBy(() -> SiteQuery.weights("area", policy)).hasMessageContaining("criterion=number");
  }
}
