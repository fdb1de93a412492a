package org.parkland.idle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parkland.land.Correction;
import org.parkland.land.Feature;
import org.parkland.land.IdleStatus;
import org.parkland.land.Words;

class CorrectionsTest {
  private static final Instant DAY = Instant.parse("2026-01-05T01:00:00Z");
  private static final Feature DELIVERED =
      Parcels.of("id=A signed_on=2020-01-01 start_agreed_on=2023-06-01 completion_agreed_on=2027-01-01 cause=企业");
  private static final LocalDate STARTED = LocalDate.of(2023, 5, 1);

  private static Correction set(long number, String attribute, Object value) {
    return new Correction(number, "A", attribute, null, value, false, "现场核查",
        new Correction.Evidence("核查记录-017.pdf", "9f86d0"), "office", DAY);
  }

  private static Correction takenBack(long number, String attribute) {
    return new Correction(number, "A", attribute, null, null, true, "证据不成立", null, "office", DAY);
  }

  private static IdleCase judge(Feature parcel, Correction... log) {
    return new IdleAssessment(Sites.IDLE, Parcels.SCHEMA, Sites.DAY, Sites.DAY)
        .assess(parcel, 20_000, new Corrections(List.of(log), Parcels.SCHEMA)).orElseThrow();
  }

  @Test
  void aCorrectionChangesTheAnswerAndIsNamedInTheEvidence() {
    assertThat(judge(DELIVERED).status()).isEqualTo(IdleStatus.IDLE_SECOND_YEAR);
    IdleCase corrected = judge(DELIVERED, set(1, "started_on", STARTED));
    assertThat(corrected.status()).isEqualTo(IdleStatus.BUILDING);
    assertThat(corrected.evidence().stream().map(Words::zh))
        .contains("更正：实际动工由未提供改为2023-05-01，理由：现场核查；证据：核查记录-017.pdf");
  }

  @Test
  void itSurvivesANewDelivery() {
    Feature redelivered = Parcels.of("id=A signed_on=2020-01-01 start_agreed_on=2023-07-01 completion_agreed_on=2027-01-01");
    assertThat(judge(redelivered, set(1, "started_on", STARTED)).status()).isEqualTo(IdleStatus.BUILDING);
  }

  @Test
  void takingItBackRestoresWhatWasDelivered() {
    IdleCase restored = judge(DELIVERED, set(1, "started_on", STARTED), takenBack(2, "started_on"));
    assertThat(restored).isEqualTo(judge(DELIVERED));
  }

  @Test
  void theLatestCorrectionStandsAndTheLogKeepsAll() {
    Corrections log = new Corrections(List.of(set(3, "cause", "政府"), set(1, "cause", "不可抗力"),
        takenBack(2, "cause")), Parcels.SCHEMA);
    assertThat(log.apply(DELIVERED).text("cause")).isEqualTo("政府");
    assertThat(DELIVERED.text("cause")).isEqualTo("企业");
    assertThat(log.history("A")).extracting(Correction::number).containsExactly(1L, 2L, 3L);
    assertThat(log.history("B")).isEmpty();
  }

  @Test
  void aWrongDateWithoutARightOneBecomesUnknown() {
    assertThat(judge(DELIVERED, set(1, "start_agreed_on", null)).status()).isEqualTo(IdleStatus.UNDECIDED);
  }

  @Test
  void aCorrectionNeedsAReasonAndAFittingValue() {
    assertThatThrownBy(() -> new Correction(1, "A", "cause", null, "政府", false, " ", null, "office", DAY))
        .hasMessageContaining("reason");
    assertThatThrownBy(() -> new Corrections(List.of(set(1, "started_on", "2023")), Parcels.SCHEMA))
        .hasMessageContaining("no value for started_on");
    assertThatThrownBy(() -> new Corrections(List.of(set(1, "begun_on", STARTED)), Parcels.SCHEMA))
        .hasMessageContaining("no attribute");
  }
}
