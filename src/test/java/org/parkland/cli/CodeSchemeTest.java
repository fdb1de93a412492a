package org.parkland.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parkland.SampleDistrict;
import org.parkland.analysis.Workspace;
import org.parkland.land.Feature;
import org.parkland.land.Snapshot;
import org.parkland.store.FeatureCursor;
import org.parkland.store.FeatureQuery;

/** The same digits mean different land: the scheme is decided per layer, by column and names. */
class CodeSchemeTest {
  @TempDir
  private Path folder;
  private Path database;

  @BeforeEach
  void theDistrict() throws IOException {
    database = folder.resolve("small.gpkg");
    Console units = Strips.run("import", Strips.district(folder.resolve("units.geojson")), database, "--as", "units");
    assertThat(units.exit()).as(units.err()).isZero();
  }

  @Test
  void surveyCodesAreTranslatedAndWhatTheyLeaveOpenWidensTheInterval() throws IOException {
    String out = imported(Strips.strip(0, 28, "ZDDM=I", "DLBM=0601", "DLMC=工业用地"),
        Strips.strip(28, 90, "ZDDM=H", "DLBM=0702", "DLMC=农村宅基地"),
        Strips.strip(90, 94, "ZDDM=S", "DLBM=05", "DLMC=商业服务业用地"),
        Strips.strip(94, 100, "ZDDM=T", "DLBM=05H1", "DLMC=商业服务业设施用地"));
    assertThat(out).contains("code 05 (商业服务业用地) of 三调工作分类 counts as 09 商业服务业用地 by default and may also be"
        + " 1101 物流仓储用地; 1 rows, 39");
    assertThat(codes()).containsExactly("1001", "0703", "09", "09");
    assertThat(last().edition()).isEqualTo("三调工作分类 → 用地用海 2023");
    JsonNode line = redLine();
    assertThat(line.path("status").asText()).isEqualTo("cannot-tell");
    assertThat(line.path("doubts")).extracting(each -> each.path("cause").asText(), each -> each.path("subject").asText())
        .containsExactly(tuple("ambiguous-code", "S"));
    assertThat(line.path("lowestRatio").asDouble()).isCloseTo(0.28, within(1e-6));
    assertThat(line.path("highestRatio").asDouble()).isCloseTo(0.32, within(1e-6));
  }

  @Test
  void namesThatSpeakClearlyOverruleTheColumn() throws IOException {
    String out = imported(Strips.strip(0, 30, "ZDDM=A", "YDYHFLDM=0702", "YDYHFLMC=农村宅基地"),
        Strips.strip(30, 60, "ZDDM=B", "YDYHFLDM=1101", "YDYHFLMC=河流水面"),
        Strips.strip(60, 100, "ZDDM=C", "YDYHFLDM=1202", "YDYHFLMC=设施农用地"));
    assertThat(out).contains("field YDYHFLDM usually holds 用地用海分类（2023）, but 100.00% of the rows agree with 三调工作分类",
        "0702 农村宅基地 ×1");
    assertThat(codes()).containsExactly("0703", "1701", "0602");
    Console chosen = Strips.run("import", folder.resolve("parcels.geojson"), database, "--as", "parcels",
        "--scheme", "land-sea-2023");
    assertThat(chosen.out()).contains("3 code-name-contradiction",
        "code 0702 is '城镇社区服务设施用地' in 用地用海分类（2023）, but the name says '农村宅基地' (0703)");
    assertThat(codes()).containsExactly("0702", "1101", "1202");
  }

  @Test
  void oneContradictionIsToldWithBoth() throws IOException {
    String out = imported(Strips.strip(0, 30, "ZDDM=A", "YDYHFLDM=1001", "YDYHFLMC=工业用地"),
        Strips.strip(30, 60, "ZDDM=B", "YDYHFLDM=100101", "YDYHFLMC=工业用地"),
        Strips.strip(60, 100, "ZDDM=C", "YDYHFLDM=1001", "YDYHFLMC=城镇住宅用地"));
    assertThat(out).contains("1 code-name-contradiction", "warning row 3 C: code 1001 is '工业用地'", "'城镇住宅用地' (0701)");
    assertThat(codes()).containsExactly("1001", "100101", "1001");
  }

  @Test
  void lettersAreOfTheOldUrbanScheme() throws IOException {
    String out = imported(Strips.strip(0, 30, "ZDDM=A", "YDYHFLDM=M0"), Strips.strip(30, 60, "ZDDM=B", "YDYHFLDM=M1/W1"),
        Strips.strip(60, 100, "ZDDM=C", "YDYHFLDM=B1R2"));
    assertThat(out).contains("read as 城市用地分类（GB 50137-2011）", "mixed-use code M1/W1 counts in full as its leading use"
        + " 100101 一类工业用地, the others (W1 一类物流仓储用地) not; 1 rows");
    assertThat(codes()).containsExactly("1001", "100101", "0901");
    assertThat(rows().get(0).flag("new_industry")).isTrue();
    assertThat(rows().get(1).flag("new_industry")).isNull();
    assertThat(rows().get(1).extra()).containsEntry("YDYHFLDM", "M1/W1");
  }

  @Test
  void codesThatDifferBetweenEditionsAreInDoubtUnlessNamesTell() throws IOException {
    String unnamed = imported(Strips.strip(0, 50, "ZDDM=A", "YDYHFLDM=1312"), Strips.strip(50, 100, "ZDDM=B", "YDYHFLDM=1001"));
    assertThat(unnamed).contains("code 1312 is '其他公用设施用地' in 用地用海 2023 and '水工设施用地' in 用地用海 2020");
    assertThat(codes()).containsExactly("1312", "1001");
    assertThat(redLine().path("highestRatio").asDouble()).isCloseTo(1, within(1e-6));
    String named = imported(Strips.strip(0, 50, "ZDDM=A", "YDYHFLDM=1312", "YDYHFLMC=水工设施用地"),
        Strips.strip(50, 100, "ZDDM=B", "YDYHFLDM=1001", "YDYHFLMC=工业用地"));
    assertThat(named).doesNotContain("edition-undecided");
    assertThat(codes()).containsExactly("1311", "1001");
    assertThat(last().edition()).isEqualTo("用地用海 2020 → 用地用海 2023");
  }

  @Test
  void aMainClassMayBeAnyOfItsSubclasses() throws IOException {
    imported(Strips.strip(0, 28, "ZDDM=A", "YDYHFLDM=1001"), Strips.strip(28, 94, "ZDDM=B", "YDYHFLDM=0701"),
        Strips.strip(94, 100, "ZDDM=C", "YDYHFLDM=10"));
    JsonNode line = redLine();
    assertThat(line.path("status").asText()).isEqualTo("cannot-tell");
    assertThat(line.path("highestRatio").asDouble()).isCloseTo(0.34, within(1e-6));
  }

  @Test
  void anUnknownSchemeIsRefused() throws IOException {
    Path file = Strips.write(folder.resolve("p.geojson"), Strips.strip(0, 50, "ZDDM=A", "YDYHFLDM=1001"));
    Console refused = Strips.run("import", file, database, "--as", "parcels", "--scheme", "nonsense");
    assertThat(refused.exit()).isEqualTo(3);
    assertThat(refused.err()).contains("--scheme nonsense: there is no such scheme of codes; use one of land-sea-2023,");
  }

  private String imported(String... rows) throws IOException {
    Path file = Strips.write(folder.resolve("parcels.geojson"), rows);
    Console console = Strips.run("import", file, database, "--as", "parcels");
    assertThat(console.exit()).as(console.err()).isZero();
    assertThat(console.out()).doesNotContain("{");
    return console.out();
  }

  private Snapshot last() {
    try (Workspace workspace = Workspace.open(SampleDistrict.settings(database))) {
      List<Snapshot> all = workspace.store().snapshots();
      return all.get(all.size() - 1);
    }
  }

  private List<String> codes() {
    return rows().stream().map(Feature::landUse).toList();
  }

  private List<Feature> rows() {
    Snapshot last = last();
    try (Workspace workspace = Workspace.open(SampleDistrict.settings(database));
        FeatureCursor rows = workspace.store().features(last, FeatureQuery.all())) {
      List<Feature> all = new ArrayList<>();
      rows.forEachRemaining(all::add);
      return all;
    }
  }

  private JsonNode redLine() throws IOException {
    Console console = Console.run("analyze", "--db", database.toString(), "--format", "json", "--area", "planar");
    assertThat(console.exit()).as(console.err()).isZero();
    return new ObjectMapper().readTree(console.out()).path("units").get(0).path("redLine");
  }
}
