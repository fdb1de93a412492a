package org.parkland.idle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parkland.land.Feature;

class AlarmListTest {
  private static final IdleAssessment TODAY =
      new IdleAssessment(Sites.IDLE, Parcels.SCHEMA, Sites.DAY, Sites.DAY);

  private static List<Alarm> alarms(int days, String... facts) {
    List<Feature> parcels = java.util.Arrays.stream(facts).map(Parcels::of).toList();
    return new AlarmList(TODAY, days).of(parcels, parcel -> 20_000);
  }

  @Test
  void theNextNinetyDays() {
    List<Alarm> found = alarms(Sites.IDLE.alarmDays(),
        "id=TWO-YEARS signed_on=2020-01-01 start_agreed_on=2024-03-31",
        "id=ONE-YEAR signed_on=2020-01-01 start_agreed_on=2025-02-01",
        "id=START signed_on=2025-01-01 start_agreed_on=2026-01-15",
        "id=STOPPED signed_on=2020-01-01 started_on=2021-01-01 stopped_on=2025-02-10 invested_wan=1 total_investment_wan=100",
        "id=OPEN signed_on=2020-01-01 started_on=2021-01-01 stopped_on=2025-02-11",
        "id=BUILT signed_on=2020-01-01 started_on=2021-01-01 completion_agreed_on=2026-03-01",
        "id=LATER signed_on=2025-01-01 start_agreed_on=2026-04-01",
        "id=DONE signed_on=2020-01-01 completed_on=2021-01-01", "id=ROAD land_use=1207");
    assertThat(found).extracting(alarm -> alarm.on() + " " + alarm.parcel() + " " + alarm.then().word().zh())
        .containsExactly("2026-01-15 START 逾期未动工", "2026-02-01 ONE-YEAR 疑似闲置(满一年)",
            "2026-02-10 STOPPED 疑似闲置(停工)", "2026-02-11 OPEN 资料不足", "2026-03-02 BUILT 逾期未竣工",
            "2026-03-31 TWO-YEARS 疑似闲置(满两年)");
    assertThat(found.get(0).daysLeft()).isEqualTo(15);
  }

  @Test
  void theLastDayCountsAndTheNextDoesNot() {
    assertThat(alarms(15, "signed_on=2025-01-01 start_agreed_on=2026-01-15")).hasSize(1);
    assertThat(alarms(14, "signed_on=2025-01-01 start_agreed_on=2026-01-15")).isEmpty();
  }

  @Test
  void aLongHorizonShowsEachStep() {
    assertThat(alarms(1200, "signed_on=2025-01-01 start_agreed_on=2026-01-15")).extracting(Alarm::on)
        .containsExactly(LocalDate.of(2026, 1, 15), LocalDate.of(2027, 1, 15), LocalDate.of(2028, 1, 15));
  }

  @Test
  void stoppedLandWithBothSharesReachedIsNoAlarm() {
    assertThat(alarms(90, "signed_on=2020-01-01 started_on=2021-01-01 stopped_on=2025-02-10 invested_wan=90 "
        + "total_investment_wan=100 developed_area_m2=90 area_to_develop_m2=100 completion_agreed_on=2027-01-01"))
        .isEmpty();
  }

  @Test
  void theCalendarKeepsToItsFormat() {
    String text = AlarmCalendar.text(
        alarms(90, "id=440704,1 signed_on=2020-01-01 start_agreed_on=2025-02-01"), Instant.parse("2025-12-31T08:00:00Z"));
    assertThat(text).startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n").endsWith("END:VCALENDAR\r\n")
        .contains("DTSTAMP:20251231T080000Z\r\n", "DTSTART;VALUE=DATE:20260201\r\n",
            "UID:440704\\,1-20260201-idle-first-year@parkland\r\n");
    assertThat(text.split("\r\n")).allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
    assertThat(text.replace("\r\n ", "")).contains("SUMMARY:440704\\,1 将转为疑似闲置(满一年)",
        "现状：逾期未动工\\n依据：第二条第一款\\n面积：30.0 亩\\n签订日期 2020-01-01");
    assertThat(text).doesNotContain("\uFFFD");
  }
}
