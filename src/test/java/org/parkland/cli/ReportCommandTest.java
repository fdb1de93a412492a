package org.parkland.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.parkland.SampleDistrict;
import org.parkland.analysis.Report;

/** Reports on the command line, on the sample district. */
class ReportCommandTest {
  @ParameterizedTest
  @EnumSource(value = Report.class, names = "POLICIES", mode = EnumSource.Mode.EXCLUDE)
  void everyReportPrintsATableAndItsRows(Report report) {
    Console text = analyze("--report", report.name().toLowerCase(java.util.Locale.ROOT));
    assertThat(text.exit()).as(text.err()).isZero();
    assertThat(text.out().lines().count()).isGreaterThan(5);
    Console csv = analyze("--report", report.name(), "--format", "csv");
    assertThat(csv.exit()).as(csv.err()).isZero();
    assertThat(csv.out().lines().findFirst().orElseThrow()).contains(",").contains("M2");
  }

  @Test
  void twoPoliciesAreCompared() {
    Console text = analyze("--report", "policies", "--against", "strict-industrial-30");
    assertThat(text.exit()).as(text.err()).isZero();
    assertThat(text.out()).contains("110101", "一类物流仓储用地");
  }

  @ParameterizedTest
  @CsvSource({
    "--from 2020-12-31, --from needs a --report",
    "--report trend --as-of 2025-12-31, the report trend does not take --as-of",
    "--report structure --levels, the report structure does not take --levels",
    "--report policies, the report policies needs --against NAME",
    "--report changes --level 4, '--level is 1, 2 or 3; --control is an area'"
  })
  void anOptionThatWouldBePassedOverIsWrongUse(String options, String message) {
    Console console = analyze(options.split(" "));
    assertThat(console.exit()).isEqualTo(2);
    assertThat(console.err()).contains(message);
  }

  @Test
  void aUnitThatIsNotThereIsBadInput() {
    Console console = analyze("--report", "structure", "--unit", "XX");
    assertThat(console.exit()).isEqualTo(3);
    assertThat(console.err()).contains("unit 'XX'", "there is no such unit");
  }

  private static Console analyze(String... options) {
    String[] arguments = new String[options.length + 3];
    System.arraycopy(new String[] {"analyze", "--db", SampleDistrict.database().toString()}, 0, arguments, 0, 3);
    System.arraycopy(options, 0, arguments, 3, options.length);
    return Console.run(arguments);
  }
}
