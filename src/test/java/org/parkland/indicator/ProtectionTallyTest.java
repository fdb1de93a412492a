package org.parkland.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parkland.BadInput;
import org.parkland.land.BlockFigures;
import org.parkland.land.Classification;
import org.parkland.land.Encroachment;
import org.parkland.land.Parcel;
import org.parkland.land.Pieces;
import org.parkland.land.ProtectionBlock;
import org.parkland.land.ProtectionPolicy;
import org.parkland.land.RedLine.Status;
import org.parkland.pack.ProtectionPolicies;
import org.parkland.pack.Standards;

class ProtectionTallyTest {
  private static final Path FILE = Path.of("gis-data/policies/protection.yaml");
  private static final Classification CLASSES = Standards.read(Path.of("gis-data/standards")).classification();
  private static final ProtectionPolicy POLICY = ProtectionPolicies.read(FILE, CLASSES);
  private static final List<ProtectionBlock> BLOCKS = List.of(
      new ProtectionBlock("B1", "one", "一级", null), new ProtectionBlock("B2", "two", "二级", null),
      new ProtectionBlock("B3", "three", "三级", null));

  @TempDir
  Path folder;

  @Test
  void forbiddenUseIsNamedWithBlockLevelAndClause() {
    ProtectionTally tally = new ProtectionTally(BLOCKS, POLICY);
    tally.accept(land("housing", "070102", false, 0, 30));
    tally.accept(land("shop", "0901", false, 1, 50));
    tally.accept(land("road", "1207", false, 0, 20));
    tally.accept(land("plant", "100101", false, 0, 50));
    tally.accept(land("unruled", "0701", false, 2, 9));
    tally.accept(land("no code", null, false, 0, 5));
    assertThat(tally.encroachments()).extracting(Encroachment::parcel).containsExactly("shop", "housing");
    assertThat(tally.encroachments().get(1)).satisfies(each -> {
      assertThat(each.block()).isEqualTo("B1");
      assertThat(each.areaM2()).isEqualTo(30);
      assertThat(each.clause().en()).isNotBlank();
    });
    assertThat(tally.levelsWithoutRule()).containsExactly("三级");
  }

  @Test
  void shareOfIndustryAndOfNewIndustryPerBlock() {
    ProtectionTally tally = new ProtectionTally(BLOCKS, POLICY);
    tally.accept(land("a", "100101", false, 0, 48));
    tally.accept(land("b", "1001", true, 0, 12));
    tally.accept(land("c", "1207", false, 0, 40));
    tally.accept(land("d", "110101", true, 1, 10));
    List<BlockFigures> blocks = tally.blocks(new double[] {100, 100, 0});
    assertThat(blocks.get(0).industryShare()).isEqualTo(0.60);
    assertThat(blocks.get(0).enoughIndustry()).as("exactly the floor").isTrue();
    assertThat(blocks.get(0).newIndustryShare()).isEqualTo(0.20);
    assertThat(blocks.get(0).newIndustryWithinCap()).as("exactly the cap").isTrue();
    assertThat(blocks.get(1).enoughIndustry()).isFalse();
    assertThat(blocks.get(1).newIndustryWithinCap()).isFalse();
    assertThat(blocks.get(2).industryShare()).isNull();
    assertThat(blocks.get(2).newIndustryWithinCap()).isNull();
    assertThat(tally.areaByLevel(new double[] {100, 80, 20}))
        .isEqualTo(Map.of("一级", 100.0, "二级", 80.0, "三级", 20.0));
  }

  @Test
  void halvesMergedAreTheWhole() {
    ProtectionTally left = new ProtectionTally(BLOCKS, POLICY);
    ProtectionTally right = new ProtectionTally(BLOCKS, POLICY);
    left.accept(land("housing", "0701", false, 0, 30));
    right.accept(land("plant", "1001", true, 0, 70));
    left.merge(right);
    assertThat(left.encroachments()).hasSize(1);
    assertThat(left.blocks(new double[] {100, 1, 1}).get(0).industryM2()).isEqualTo(70);
  }

  @Test
  void enclosedAreaOverConstructionLand() {
    LandUseTally district = new LandUseTally(1);
    district.accept(land("a", "0701", false, 0, 60));
    district.accept(land("b", "1202", false, 0, 40));
    district.accept(land("c", "0101", false, 0, 500));
    assertThat(EnclosedArea.test(30, district, 0, POLICY).status()).isEqualTo(Status.PASS);
    assertThat(EnclosedArea.test(29.9, district, 0, POLICY).status()).isEqualTo(Status.BREACH);
    assertThat(EnclosedArea.test(30, new LandUseTally(1), 0, POLICY).status()).isEqualTo(Status.CANNOT_TELL);
  }

  @Test
  void aFileThatContradictsItselfIsRefused() throws IOException {
    String good = Files.readString(FILE);
    assertRefused(good.replace("forbidden: ['07', '09']", "forbidden: ['77']"), "forbidden code '77'");
    assertRefused(good.replace("leastIndustryShare: 0.60", "leastIndustryShare: 60"), "not between 0 and 1");
    assertRefused(good.replaceAll("(?m)^source:.*$", ""), "field 'source' is missing");
    assertRefused(good.replaceAll("(?m)^date:.*$", "date: soon"), "date 'soon' is no date");
  }

  private void assertRefused(String yaml, String problem) throws IOException {
    Path file = Files.writeString(folder.resolve("protection.yaml"), yaml);
    assertThatThrownBy(() -> ProtectionPolicies.read(file, CLASSES)).isInstanceOf(BadInput.class)
        .hasMessageContaining("protection.yaml line").hasMessageContaining(problem);
  }

  private static Pieces land(String id, String code, boolean newIndustry, int block, double areaM2) {
    return Pieces.whole(new Parcel(id, code, newIndustry, null), areaM2, new int[] {block}, new int[0]);
  }
}
