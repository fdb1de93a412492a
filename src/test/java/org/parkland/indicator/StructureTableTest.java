package org.parkland.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parkland.BadInput;
import org.parkland.land.Classification;
import org.parkland.land.LandUseClass;
import org.parkland.land.Parcel;
import org.parkland.land.Pieces;
import org.parkland.land.RedLinePolicy;
import org.parkland.land.StructureFigure;
import org.parkland.land.StructureRow;
import org.parkland.pack.RedLinePolicies;
import org.parkland.pack.Standards;
import org.parkland.pack.StructureRows;

class StructureTableTest {
  private static final Path FILE = Path.of("gis-data/standards/structure.yaml");
  private static final Classification CLASSES = Standards.read(Path.of("gis-data/standards")).classification();
  private static final List<StructureRow> ROWS = StructureRows.read(FILE, CLASSES);

  @TempDir
  Path folder;

  /** One hectare of every class there is: each class is in one row, and rows without parent add up to all land. */
  @Test
  void topRowsAddUpToTheUnit() {
    LandUseTally tally = new LandUseTally(1);
    CLASSES.classes().forEach(each -> tally.accept(land(each.code(), 10_000)));
    tally.accept(land(null, 500));
    List<StructureFigure> table = StructureTable.of(tally, 0, ROWS);
    double sum = table.stream().filter(each -> each.row() == null || each.row().within() == null)
        .mapToDouble(StructureFigure::areaM2).sum();
    assertThat(sum).isEqualTo(tally.coveredM2(0));
    Map<String, Double> byId = new HashMap<>();
    table.forEach(each -> byId.put(each.row() == null ? "none" : each.row().id(), each.areaM2()));
    assertThat(byId.get("construction"))
        .isEqualTo(byId.get("urban-rural") + byId.get("infrastructure") + byId.get("other-construction"));
    assertThat(byId.get("none")).as("10, 12 and 13 delivered coarsely, and no code").isEqualTo(30_500);
  }

  /** The default red line's denominator is the table's row 城乡建设用地: one definition, not two. */
  @Test
  void urbanAndRuralConstructionLandIsTheDenominatorOfTheDefaultPolicy() {
    RedLinePolicy policy = RedLinePolicies.read(Path.of("gis-data/policies/red-line.yaml"), CLASSES).defaultPolicy();
    StructureRow row = ROWS.stream().filter(each -> each.id().equals("urban-rural")).findFirst().orElseThrow();
    for (LandUseClass each : CLASSES.classes()) {
      assertThat(policy.inDenominator(each.code())).as(each.code()).isEqualTo(row.holds(each.code()));
    }
  }

  @Test
  void aClassInTwoRowsOrInNoneIsRefused() throws IOException {
    String good = Files.readString(FILE);
    assertRefused(good.replace("codes: ['05']", "codes: ['05', '04']"), "stands in rows grass and wetland");
    assertRefused(good.replace("codes: ['05']", "codes: []"), "stands in no row");
    assertRefused(good.replace("within: construction", "within: nowhere"), "is no row above it");
  }

  private void assertRefused(String yaml, String problem) throws IOException {
    Path file = Files.writeString(folder.resolve("structure.yaml"), yaml);
    assertThatThrownBy(() -> StructureRows.read(file, CLASSES)).isInstanceOf(BadInput.class)
        .hasMessageContaining("structure.yaml").hasMessageContaining(problem);
  }

  private static Pieces land(String code, double areaM2) {
    return Pieces.whole(new Parcel("P", code, false, null), areaM2, new int[] {0}, new int[0]);
  }
}
