package org.parkland.analysis;

import static org.parkland.analysis.ReportDesk.object;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.parkland.BadInput;
import org.parkland.geometry.AreaMeasure;
import org.parkland.geometry.Crs;
import org.parkland.indicator.EnclosedArea;
import org.parkland.indicator.ProtectionTally;
import org.parkland.land.BlockFigures;
import org.parkland.land.Encroachment;
import org.parkland.land.ExactSum;
import org.parkland.land.LayerKind;
import org.parkland.land.LevelBalance;
import org.parkland.land.ProtectionBlock;
import org.parkland.land.ProtectionPolicy;
import org.parkland.land.Snapshot;
import org.parkland.land.Unit;
import org.parkland.overlay.LineBalance;
import org.parkland.overlay.PreparedUnits;
import org.parkland.overlay.UnitsInBlocks;

/** The protection line: what its levels forbid, industry block by block, the land it encloses, 占补平衡. */
record ProtectionReport(ReportDesk desk) {
  private static final List<String> BLOCK_COLUMNS = List.of("block", "level", "areaM2", "industryM2",
      "industryShare", "enoughIndustry", "newIndustryM2", "newIndustryShare", "newIndustryWithinCap");
  private static final List<String> ENCROACHMENT_COLUMNS =
      List.of("block", "level", "parcel", "code", "name", "areaM2", "clause");
  private static final List<String> BALANCE_COLUMNS =
      List.of("level", "beforeM2", "afterM2", "addedM2", "removedM2", "balanced");

  Sheet draw(ReportQuery query, DayLayers day) {
    Snapshot line = day.find(LayerKind.PROTECTION).orElseThrow(() -> new BadInput("protection",
        "there is no protection line", "import one with --as protection"));
    Snapshot land = day.of(query.state());
    Crs crs = Crs.of(land.crs());
    AreaMeasure measure = LandFigures.measure(crs, query.method());
    List<ProtectionBlock> blocks = desk.unitAreas().blocks(line, crs);
    ProtectionPolicy policy = desk.workspace().policies().protection();
    PreparedUnits prepared = PreparedUnits.of(blocks.stream().map(ProtectionBlock::asUnit).toList(), measure);
    ProtectionTally tally = desk.figures().collect(land, prepared, () -> new ProtectionTally(blocks, policy));
    double[] areasM2 = IntStream.range(0, blocks.size()).mapToDouble(prepared::areaM2).toArray();
    List<Map<String, Object>> figures = tally.blocks(areasM2).stream().map(ProtectionReport::block).toList();

    Map<String, Object> answer = desk.head(query, day);
    answer.put("state", query.state().word());
    answer.put("policy", policy(policy));
    answer.put("levels", tally.areaByLevel(areasM2).entrySet().stream()
        .map(each -> object("level", each.getKey(), "areaM2", each.getValue())).toList());
    answer.put("levelsWithoutRule", tally.levelsWithoutRule());
    answer.put("blocks", figures);
    List<Map<String, Object>> encroachments = addEncroachments(tally, answer);
    answer.put("enclosed", enclosed(query, day, blocks, measure));
    List<Map<String, Object>> balance = balance(day, line, crs, measure);
    answer.put("balance", balance);
    answer.put("findings", FigureJson.findings(prepared.findings()));
    return new Sheet(answer, List.of(new Sheet.Table("区块", BLOCK_COLUMNS, figures),
        new Sheet.Table("线内禁止用途", ENCROACHMENT_COLUMNS, encroachments),
        new Sheet.Table("占补平衡", BALANCE_COLUMNS, balance)));
  }

  private static Map<String, Object> policy(ProtectionPolicy policy) {
    return object("industry", policy.industry(), "leastIndustryShare", policy.leastIndustryShare(),
        "mostNewIndustryShare", policy.mostNewIndustryShare(), "enclosedThreshold", policy.enclosedThreshold(),
        "source", policy.source(), "date", policy.date().toString());
  }

  private static Map<String, Object> block(BlockFigures each) {
    return object("block", each.block(), "level", each.level(), "areaM2", each.areaM2(), "industryM2",
        each.industryM2(), "industryShare", each.industryShare(), "enoughIndustry", each.enoughIndustry(),
        "newIndustryM2", each.newIndustryM2(), "newIndustryShare", each.newIndustryShare(), "newIndustryWithinCap",
        each.newIndustryWithinCap());
  }

  /** A parcel that reaches into a block by a sliver is drawing, not use of land: summed, not named. */
  private List<Map<String, Object>> addEncroachments(ProtectionTally tally, Map<String, Object> answer) {
    double smallestM2 = desk.workspace().policies().tolerances().overlapM2();
    List<Map<String, Object>> named = new ArrayList<>();
    ExactSum namedM2 = new ExactSum();
    ExactSum sliversM2 = new ExactSum();
    for (Encroachment each : tally.encroachments()) {
      if (each.areaM2() < smallestM2) {
        sliversM2.add(each.areaM2());
        continue;
      }
      namedM2.add(each.areaM2());
      named.add(object("block", each.block(), "level", each.level(), "parcel", each.parcel(), "code", each.code(),
          "name", desk.className(each.code()), "areaM2", each.areaM2(), "clause", each.clause().zh(),
          "clauseEn", each.clause().en()));
    }
    answer.put("encroachments", named);
    answer.put("encroachmentsM2", namedM2.m2());
    answer.put("sliversM2", sliversM2.m2());
    return named;
  }

  private List<Map<String, Object>> enclosed(
      ReportQuery query, DayLayers day, List<ProtectionBlock> blocks, AreaMeasure measure) {
    Figures figures = desk.figures().draw(day, query.figures());
    List<Unit> inside = UnitsInBlocks.of(
        figures.units().units(), blocks.stream().map(ProtectionBlock::geometry).toList());
    List<Map<String, Object>> units = new ArrayList<>();
    for (int place : figures.places()) {
      double enclosedM2 = measure.areaM2(inside.get(place).geometry());
      Map<String, Object> unit = ReportDesk.unit(figures.unit(place));
      unit.put("enclosedM2", enclosedM2);
      unit.put("test", ReportDesk.redLine(EnclosedArea.test(
          enclosedM2, figures.tally(), place, desk.workspace().policies().protection())));
      units.add(unit);
    }
    return units;
  }

  /** Against the version of the line before; empty where there is only one. */
  private List<Map<String, Object>> balance(DayLayers day, Snapshot line, Crs crs, AreaMeasure measure) {
    Comparator<Snapshot> oldestFirst = Comparator.comparing(Snapshot::asOf).thenComparing(Snapshot::id);
    Optional<Snapshot> earlier = day.all().stream()
        .filter(each -> each.kind() == LayerKind.PROTECTION && oldestFirst.compare(each, line) < 0).max(oldestFirst);
    return earlier.map(each -> LineBalance.between(desk.unitAreas().blocks(each, crs),
        desk.unitAreas().blocks(line, crs), measure)).orElse(List.of()).stream().map(ProtectionReport::level).toList();
  }

  private static Map<String, Object> level(LevelBalance each) {
    return object("level", each.level(), "beforeM2", each.beforeM2(), "afterM2", each.afterM2(), "addedM2",
        each.addedM2(), "removedM2", each.removedM2(), "balanced", each.isBalanced());
  }
}
