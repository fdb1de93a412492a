package org.parkland.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.parkland.geometry.AreaMeasure;
import org.parkland.indicator.ProtectionTally;
import org.parkland.land.OverlayFinding;
import org.parkland.land.Parcel;
import org.parkland.land.PieceCollector;
import org.parkland.land.Pieces;
import org.parkland.land.ProtectionBlock;
import org.parkland.land.ProtectionPolicy;
import org.parkland.overlay.ParcelOverlay;
import org.parkland.overlay.PreparedUnits;

/**
 * What stands inside the protection line under the changes. Where the line is redrawn, only the blocks that differ
 * are summed anew, from the land near them.
 */
public final class LaidLine {
  private final AreaMeasure measure;
  private final ProtectionPolicy policy;
  private List<ProtectionBlock> blocks;
  private PreparedUnits units;
  private ProtectionTally tally;

  /** @param blocks of the base, in the CRS of the land */
  public LaidLine(List<ProtectionBlock> blocks, BaseLand land, AreaMeasure measure, ProtectionPolicy policy) {
    this.measure = measure;
    this.policy = policy;
    this.blocks = List.of();
    this.tally = new ProtectionTally(List.of(), policy);
    redraw(blocks, land);
  }

  /** @param land as it stands, without what changes at the same time */
  public void redraw(List<ProtectionBlock> to, BaseLand land) {
    List<ProtectionBlock> fresh = to.stream().filter(each -> !blocks.contains(each)).toList();
    ProtectionTally inFresh = new ProtectionTally(fresh, policy);
    if (!fresh.isEmpty()) {
      ParcelOverlay overlay = new ParcelOverlay(prepared(fresh));
      Map<Object, Parcel> near = new HashMap<>();
      fresh.forEach(block -> land.near(block.geometry().getEnvelopeInternal())
          .forEach(each -> near.put(List.of(each.id(), each.geometry().getEnvelopeInternal()), each)));
      near.values().forEach(each -> overlay.overlay(each, inFresh));
    }
    tally = tally.movedTo(to);
    tally.merge(inFresh.movedTo(to));
    blocks = List.copyOf(to);
    units = prepared(to);
  }

  private PreparedUnits prepared(List<ProtectionBlock> some) {
    return PreparedUnits.of(some.stream().map(ProtectionBlock::asUnit).toList(), measure);
  }

  public void apply(Edit edit) {
    ParcelOverlay overlay = new ParcelOverlay(units);
    edit.before().forEach(each -> overlay.overlay(each, new Taking()));
    List<Parcel> after = new ArrayList<>(edit.after());
    after.forEach(each -> overlay.overlay(each, tally));
  }

  public List<ProtectionBlock> blocks() {
    return blocks;
  }

  public ProtectionTally tally() {
    return tally;
  }

  /** Square metres of the blocks themselves. */
  public double[] areasM2() {
    return IntStream.range(0, blocks.size()).mapToDouble(units::areaM2).toArray();
  }

  private final class Taking implements PieceCollector<Taking> {
    @Override
    public void accept(Pieces pieces) {
      tally.remove(pieces);
    }

    @Override
    public void accept(OverlayFinding finding) {
      tally.landUse().remove(finding);
    }

    @Override
    public void merge(Taking other) {
      throw new UnsupportedOperationException("edits are applied one after the other");
    }
  }
}
