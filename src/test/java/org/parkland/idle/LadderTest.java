package org.parkland.idle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.parkland.land.Attribute;
import org.parkland.land.IdlePolicy;
import org.parkland.land.IdleStatus;
import org.parkland.land.Words;
import org.parkland.pack.IdlePolicies;

/** The truth table of {@code ladder.csv}: every rung, every boundary, each cause, each missing field. */
class LadderTest {
  private static final IdlePolicy POLICY =
      IdlePolicies.read(Parcels.GIS_DATA.resolve("policies/idle.yaml"), Parcels.SCHEMA);
  private static final LocalDate AS_OF = LocalDate.of(2025, 12, 31);

  static List<Arguments> cases() throws IOException {
    try (InputStream in = LadderTest.class.getResourceAsStream("/idle/ladder.csv");
        MappingIterator<Map<String, String>> rows =
            new CsvMapper().readerFor(Map.class).with(CsvSchema.emptySchema().withHeader()).readValues(in)) {
      return rows.readAll().stream().filter(row -> !row.get("case").startsWith("#"))
          .map(row -> Arguments.of(row.get("case"), row)).toList();
    }
  }

  private static IdleAssessment on(String today) {
    return new IdleAssessment(POLICY, Parcels.SCHEMA, AS_OF, LocalDate.parse(today));
  }

  private static IdleCase judge(String today, String facts) {
    return on(today).assess(Parcels.of(facts), 20_000).orElseThrow();
  }

  private static List<String> zh(List<Words> words) {
    return words.stream().map(Words::zh).toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void standsOnItsRung(String name, Map<String, String> row) {
    IdleCase found = judge(row.get("today"), row.get("facts"));
    assertThat(found.word().zh()).isEqualTo(row.get("status"));
    assertThat(found.daysOverdue()).isEqualTo(Long.parseLong(row.get("daysOverdue")));
    assertThat(found.treatment().track().key()).isEqualTo(row.get("track"));
    String fee = row.get("feeWan");
    assertThat(found.treatment().feeWan()).isEqualTo(fee.isBlank() ? null : Double.valueOf(fee));
    List<String> missing = Arrays.stream(row.get("missing").split(" ")).filter(each -> !each.isEmpty()).toList();
    assertThat(zh(found.missing())).containsExactlyInAnyOrderElementsOf(missing);
    assertThat(found.clause().zh()).isNotBlank();
    assertThat(found.evidence()).isNotEmpty();
    assertThat(found.outlook().zh()).doesNotContain("{").isNotBlank();
  }

  @Test
  void everyRungOfTheLadderHasACase() throws IOException {
    var words = cases().stream().map(each -> ((Map<?, ?>) each.get()[1]).get("status")).collect(Collectors.toSet());
    assertThat(words).hasSize(IdleStatus.values().length);
  }

  @Test
  void roadsFieldsAndOldVillagesAreNoCase() {
    assertThat(on("2025-12-31").assess(Parcels.of("land_use=1207 registered_area_m2=500"), 500)).isEmpty();
    assertThat(on("2025-12-31").assess(Parcels.of("land_use=0101 supply_mode=  "), 500)).isEmpty();
    assertThat(on("2025-12-31").assess(Parcels.of("land_use=100101 floor_area_m2=900 tax_wan=3"), 500)).isEmpty();
  }

  @Test
  void evidenceNamesDatesAndFigures() {
    IdleCase stopped = judge("2025-12-31", "signed_on=2020-01-01 started_on=2021-01-01 stopped_on=2024-03-01 "
        + "developed_area_m2=100 area_to_develop_m2=1000 invested_wan=900 total_investment_wan=1000 cause=企业");
    assertThat(zh(stopped.evidence())).contains("停工日期 2024-03-01",
        "已动工开发面积 100㎡ ÷ 应动工开发面积 1000㎡ = 10%，不足 1/3",
        "已投资额 900万元 ÷ 总投资额 1000万元 = 90%，已达到 25%");
    assertThat(stopped.treatment().text().zh()).contains("协商处置");
  }

  @Test
  void aContradictionIsSaidInWords() {
    IdleCase undecided = judge("2025-12-31", "signed_on=2020-01-01 started_on=2022-01-01 completed_on=2021-01-01");
    assertThat(zh(undecided.evidence()))
        .contains("日期矛盾：实际竣工 2021-01-01 早于 实际动工 2022-01-01，按缺少证据处理");
  }

  @Test
  void lateHandOverAndLongExtensionArePointedOut() {
    IdleCase found = judge("2025-12-31", "signed_on=2020-01-01 handover_agreed_on=2020-02-01 "
        + "handover_actual_on=2020-08-01 start_agreed_on=2021-01-01 extension_signed_on=2021-06-01 "
        + "extended_start_on=2023-01-01 cause=企业");
    assertThat(String.join("；", zh(found.evidence()))).contains("晚于约定交地", "超出第十二条的上限");
  }

  @Test
  void saysOnWhichDayTheAnswerChangesByItself() {
    IdleCase overdue = judge("2023-07-01", "signed_on=2022-05-01 start_agreed_on=2023-06-01");
    assertThat(overdue.clock().dueOn()).isEqualTo("2023-06-01");
    assertThat(overdue.clock().nextOn()).isEqualTo("2024-06-01");
    assertThat(overdue.outlook().zh()).contains("2024-06-01");
  }

  @Test
  void aYearLaterTheCasesMoveAsTheLawSays() {
    String facts = "signed_on=2022-05-01 start_agreed_on=2023-06-01";
    assertThat(List.of("2023-01-01", "2024-01-01", "2025-01-01", "2026-01-01")).map(day -> judge(day, facts).status())
        .containsExactly(IdleStatus.NOT_DUE, IdleStatus.START_OVERDUE, IdleStatus.IDLE_FIRST_YEAR,
            IdleStatus.IDLE_SECOND_YEAR);
  }

  @Test
  void printsTheKeysOfTheCommandLine() {
    IdleCase found = judge("2024-06-01", "signed_on=2022-05-01 start_agreed_on=2023-06-01");
    Map<String, Object> json = new IdleReport(AS_OF, LocalDate.parse("2024-06-01"), POLICY, List.of(found)).json();
    assertThat(json).containsEntry("asOf", "2025-12-31").containsEntry("today", "2024-06-01");
    assertThat(found.json()).containsEntry("parcel", "440704001001GB00001")
        .containsEntry("status", "疑似闲置(满一年)").containsEntry("clause", "第二条第一款")
        .containsEntry("daysOverdue", 366L).containsEntry("missing", List.of("闲置原因"))
        .containsEntry("areaM2", 20_000.0);
  }

  @Test
  void totalsAreDrawnForEveryRung() {
    List<IdleCase> cases = List.of(judge("2024-06-01", "signed_on=2022-05-01 start_agreed_on=2023-06-01"),
        judge("2024-06-01", "signed_on=2022-05-01 start_agreed_on=2024-07-01"),
        judge("2024-06-01", "signed_on=2022-05-01 completed_on=2024-01-01"));
    IdleReport report = new IdleReport(AS_OF, LocalDate.parse("2024-06-01"), POLICY, cases);
    assertThat(report.totals()).hasSize(IdleStatus.values().length);
    assertThat(report.totals().stream().mapToDouble(IdleReport.Total::areaM2).sum()).isEqualTo(60_000);
    assertThat(report.suppliedUnusedM2()).isEqualTo(40_000);
  }

  /** Any combination of dates and figures gets an answer with a reason; none breaks the ladder. */
  @Test
  void noCombinationOfFactsIsWithoutAnAnswer() {
    List<String> dates = Parcels.SCHEMA.attributes().stream().filter(each -> each.type() == Attribute.Type.DATE)
        .map(Attribute::name).toList();
    List<String> figures = List.of("developed_area_m2", "area_to_develop_m2", "invested_wan", "total_investment_wan");
    Random random = new Random(53);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder facts = new StringBuilder("supply_mode=出让 price_wan=" + random.nextInt(3000));
      dates.stream().filter(each -> random.nextInt(3) == 0).forEach(each ->
          facts.append(' ').append(each).append('=').append(LocalDate.of(2019, 1, 1).plusDays(random.nextInt(3000))));
      figures.stream().filter(each -> random.nextBoolean()).forEach(each -> facts.append(' ').append(each).append('=')
          .append(List.of("NaN", "Infinity", "-1", "0", "300", "1000").get(random.nextInt(6))));
      IdleCase found = judge(LocalDate.of(2019, 1, 1).plusDays(random.nextInt(3500)).toString(), facts.toString());
      boolean saysWhatIsMissing = found.status() != IdleStatus.UNDECIDED || !found.missing().isEmpty();
      assertThat(saysWhatIsMissing).as(facts.toString()).isTrue();
      assertThat(found.evidence()).as(facts.toString()).isNotEmpty();
      assertThat(found.daysOverdue()).as(facts.toString()).isNotNegative();
      assertThat(found.treatment().feeWan()).as(facts.toString()).isNull();
    }
  }

  @Test
  void neverDetermines() {
    POLICY.ladder().values().forEach(rung -> assertThat(rung.word().zh()).doesNotContain("认定"));
  }
}
