package org.parkland.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parkland.BadInput;
import org.parkland.land.Classification;
import org.parkland.land.RedLinePolicy;

class RedLinePoliciesTest {
  private static final Path SHIPPED = Path.of("gis-data/policies/red-line.yaml");
  private static final Classification CLASSES =
      Standards.read(Path.of("gis-data/standards")).classification();
  private static final String GOOD = """
      # a comment with name: tricky
      default: ours
      policies:
        - name: ours
          title: 标题
          titleEn: Title
          threshold: 0.30
          numerator: ['1001']
          denominator: ['07', '1001']
          mixedUse: leading-use
          source: Document 1, clause 2
          date: 2021-04-30
      """;

  @TempDir
  Path folder;

  @Test
  void theShippedFileIsGood() {
    RedLinePolicies policies = RedLinePolicies.read(SHIPPED, CLASSES);
    RedLinePolicy standard = policies.defaultPolicy();
    assertThat(standard.name()).isEqualTo("industrial-30");
    assertThat(standard.threshold()).isEqualTo(0.30);
    assertThat(policies.names()).containsExactly("industrial-30", "strict-industrial-30", "industrial-blocks-30",
        "survey-extent-30", "all-construction-30");
    assertThat(policies.find("industrial-blocks-30").inBlocks()).containsExactly("1201", "1204");
    assertThat(policies.find("survey-extent-30").admits("203A")).isTrue();
    assertThat(policies.find("survey-extent-30").admits("204")).isFalse();
    assertThat(standard.admits(null)).isTrue();
  }

  @Test
  void theTemplateOfTheseTestsIsGood() throws IOException {
    assertThat(read(GOOD).defaultPolicy().numerator()).containsExactly("1001");
  }

  @Test
  void numeratorOutsideTheDenominator() {
    assertRefused(GOOD.replace("numerator: ['1001']", "numerator: ['1001', '1101']"),
        "line 8 policy ours", "numerator code '1101' is outside the denominator", "add '1101' to the denominator");
  }

  @Test
  void aNarrowerDenominatorIsOutsideToo() {
    assertRefused(GOOD.replace("denominator: ['07', '1001']", "denominator: ['07', '100101']"),
        "policy ours", "numerator code '1001' is outside the denominator", "take it out of the numerator");
  }

  @Test
  void codeInNoClassification() {
    assertRefused(GOOD.replace("['07', '1001']", "['07', '1001', '99']"),
        "line 9 policy ours", "denominator code '99' is in no classification", "用地用海 2023");
  }

  @Test
  void noSource() {
    assertRefused(GOOD.replace("    source: Document 1, clause 2\n", ""),
        "line 4 policy ours", "field 'source' is missing", "add 'source:' with document and clause");
  }

  @Test
  void noDate() {
    assertRefused(GOOD.replace("    date: 2021-04-30\n", ""), "policy ours", "field 'date' is missing", "YYYY-MM-DD");
    assertRefused(GOOD.replace("2021-04-30", "April"), "line 12", "date 'April' is no date", "YYYY-MM-DD");
  }

  @Test
  void thresholdThatIsNoShare() {
    assertRefused(GOOD.replace("0.30", "30"), "line 7", "threshold '30' is not between 0 and 1", "30% is 0.30");
    assertRefused(GOOD.replace("0.30", "-0.1"), "line 7", "threshold '-0.1' is not between 0 and 1", "0.30");
    assertRefused(GOOD.replace("0.30", "much"), "line 7", "threshold 'much' is not between 0 and 1", "0.30");
  }

  @Test
  void unknownAreaMethod() {
    assertRefused(GOOD.replace("    mixedUse", "    area: flat\n    mixedUse"),
        "line 10", "area method 'flat' is unknown", "ellipsoidal or planar");
  }

  @Test
  void unknownDefault() {
    assertRefused(GOOD.replace("default: ours", "default: theirs"),
        "line 2", "default 'theirs' is no policy here", "name one of the policies");
  }

  @Test
  void aNameTwice() {
    assertRefused(GOOD + GOOD.substring(GOOD.indexOf("  - name")), "policy ours", "stands twice", "a name of its own");
  }

  @Test
  void brokenYamlAndMissingFile() {
    assertRefused(GOOD.replace("title: 标题", "title: [标题"), "", "is not valid YAML", "indentation");
    assertThatThrownBy(() -> RedLinePolicies.read(folder.resolve("none.yaml"), CLASSES))
        .isInstanceOf(BadInput.class).hasMessageContaining("there is no such file");
  }

  @Test
  void anUnknownNameIsAnsweredWithTheKnownOnes() throws IOException {
    RedLinePolicies policies = read(GOOD);
    assertThatThrownBy(() -> policies.find("other")).isInstanceOf(BadInput.class).hasMessageContaining("use one of ours");
  }

  private RedLinePolicies read(String yaml) throws IOException {
    return RedLinePolicies.read(Files.writeString(folder.resolve("red-line.yaml"), yaml), CLASSES);
  }

  private void assertRefused(String yaml, String place, String problem, String remedy) {
    assertThatThrownBy(() -> read(yaml)).isInstanceOfSatisfying(BadInput.class, refusal -> {
      assertThat(refusal.place()).contains("red-line.yaml").contains(place);
      assertThat(refusal.problem()).contains(problem);
      assertThat(refusal.remedy()).contains(remedy);
    });
  }
}
