package org.parkland.indicator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.parkland.land.BlockFigures;
import org.parkland.land.Encroachment;
import org.parkland.land.ExactSum;
import org.parkland.land.OverlayFinding;
import org.parkland.land.PieceCollector;
import org.parkland.land.Pieces;
import org.parkland.land.ProtectionBlock;
import org.parkland.land.ProtectionPolicy;

/** Land inside the blocks of the protection line: what its level forbids, and how much industry there is. */
public final class ProtectionTally implements PieceCollector<ProtectionTally> {
  private final List<ProtectionBlock> blocks;
  private final ProtectionPolicy policy;
  private final LandUseTally landUse;
  private final List<Encroachment> encroachments = new ArrayList<>();

  /** @param blocks in the order in which the overlay was prepared with them */
  public ProtectionTally(List<ProtectionBlock> blocks, ProtectionPolicy policy) {
    this(blocks, policy, new LandUseTally(blocks.size()));
  }

  private ProtectionTally(List<ProtectionBlock> blocks, ProtectionPolicy policy, LandUseTally landUse) {
    this.blocks = blocks;
    this.policy = policy;
    this.landUse = landUse;
  }

  @Override
  public void accept(Pieces pieces) {
    landUse.accept(pieces);
    eachEncroachment(pieces, encroachments::add);
  }

  /** Takes back a parcel that was counted. */
  public void remove(Pieces pieces) {
    landUse.remove(pieces);
    eachEncroachment(pieces, encroachments::remove);
  }

  private void eachEncroachment(Pieces pieces, Consumer<Encroachment> use) {
    String code = pieces.parcel().landUse();
    for (int i = 0; i < pieces.size(); i++) {
      ProtectionBlock block = blocks.get(pieces.unit(i));
      double pieceM2 = pieces.pieceM2(i);
      policy.level(block.level()).filter(level -> level.forbids(code)).ifPresent(level ->
          use.accept(new Encroachment(
              block.id(), block.level(), pieces.parcel().id(), code, pieceM2, level.clause())));
    }
  }

  /**
   * A copy for another version of the line. Blocks that stand in both, unchanged, keep what was summed in them;
   * in the others nothing is summed yet.
   */
  public ProtectionTally movedTo(List<ProtectionBlock> others) {
    Map<Integer, Integer> places = new HashMap<>();
    Set<String> kept = new HashSet<>();
    for (int i = 0; i < blocks.size(); i++) {
      int to = others.indexOf(blocks.get(i));
      if (to >= 0) {
        places.put(i, to);
        kept.add(blocks.get(i).id());
      }
    }
    TallySums sums = landUse.sums();
    List<TallySums.OfClass> classes = sums.classes().stream().filter(each -> places.containsKey(each.unit()))
        .map(each -> each.in(places.get(each.unit()))).toList();
    ProtectionTally moved = new ProtectionTally(others, policy,
        LandUseTally.of(others.size(), new TallySums(classes, sums.parcels(), sums.findings())));
    encroachments.stream().filter(each -> kept.contains(each.block())).forEach(moved.encroachments::add);
    return moved;
  }

  @Override
  public void accept(OverlayFinding finding) {
    landUse.accept(finding);
  }

  @Override
  public void merge(ProtectionTally other) {
    landUse.merge(other.landUse);
    encroachments.addAll(other.encroachments);
  }

  /** The largest first. */
  public List<Encroachment> encroachments() {
    List<Encroachment> sorted = new ArrayList<>(encroachments);
    sorted.sort(Comparator.comparingDouble(Encroachment::areaM2).reversed().thenComparing(Encroachment::parcel)
        .thenComparing(Encroachment::block));
    return sorted;
  }

  /** Land use in the blocks, in their order. */
  public LandUseTally landUse() {
    return landUse;
  }

  /** Levels no rule of the policy speaks of: nothing is tested there. */
  public List<String> levelsWithoutRule() {
    return blocks.stream().map(ProtectionBlock::level).distinct()
        .filter(level -> policy.level(level).isEmpty()).toList();
  }

  /** @param areasM2 of the blocks themselves */
  public List<BlockFigures> blocks(double[] areasM2) {
    List<BlockFigures> figures = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      figures.add(block(i, areasM2[i]));
    }
    return figures;
  }

  private BlockFigures block(int i, double areaM2) {
    double industryM2 = landUse.areaM2(i, policy::isIndustry);
    double newIndustryM2 = landUse.newIndustryM2(i, policy::isIndustry);
    Double share = share(industryM2, areaM2);
    Double newShare = share(newIndustryM2, industryM2);
    return new BlockFigures(blocks.get(i).id(), blocks.get(i).level(), areaM2, industryM2, share,
        share == null ? null : Boolean.valueOf(share >= policy.leastIndustryShare()), newIndustryM2, newShare,
        newShare == null ? null : Boolean.valueOf(newShare <= policy.mostNewIndustryShare()));
  }

  private static Double share(double partM2, double wholeM2) {
    return wholeM2 > 0 ? Double.valueOf(partM2 / wholeM2) : null;
  }

  /** Square metres by level. */
  public Map<String, Double> areaByLevel(double[] areasM2) {
    Map<String, ExactSum> sums = new TreeMap<>();
    for (int i = 0; i < blocks.size(); i++) {
      sums.computeIfAbsent(blocks.get(i).level(), unused -> new ExactSum()).add(areasM2[i]);
    }
    Map<String, Double> areas = new TreeMap<>();
    sums.forEach((level, sum) -> areas.put(level, sum.m2()));
    return areas;
  }
}
