package org.parkland.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Envelope;
import org.parkland.BadInput;
import org.parkland.indicator.Doubts;
import org.parkland.indicator.LandUseTally;
import org.parkland.land.Doubt;
import org.parkland.land.Parcel;
import org.parkland.land.ProtectionBlock;
import org.parkland.land.RedLine;
import org.parkland.land.RedLinePolicy;
import org.parkland.land.State;
import org.parkland.overlay.PreparedUnits;
import org.parkland.overlay.UnitsInBlocks;
import org.parkland.scenario.Edit;
import org.parkland.scenario.Ground;
import org.parkland.scenario.LaidSums;
import org.parkland.scenario.LineEdit;
import org.parkland.scenario.RedLineShift;
import org.parkland.scenario.Scenario;

/**
 * The figures of one state of a scenario by one policy, kept in step with its changes. Red lines are computed anew
 * only for units that a change touched. Not safe to share between threads.
 */
final class ScenarioFigures implements Scenario.Follower {
  private final ScenarioBase land;
  private final ScenarioBase.Layer base;
  private final Scenario scenario;
  private final Ground ground;
  private final LaidSums sums;
  private final LaidOverlaps overlaps;
  /** Null where the policy counts nothing in industrial blocks. */
  private LaidSums inBlocks;
  private final List<List<Doubt>> doubts = new ArrayList<>();
  private final RedLine[] redLines;
  private final List<RedLine> baseRedLines;

  private ScenarioFigures(ScenarioBase land, Scenario scenario, State state, RedLinePolicy policy) {
    this.land = land;
    this.base = land.layer(state, policy);
    this.scenario = scenario;
    this.ground = scenario.ground(state);
    Figures figures = this.base.figures();
    int count = figures.units().units().size();
    this.sums = new LaidSums(figures.units(), LandUseTally.of(count, figures.tally().sums()), this.base.doubts().laid());
    this.overlaps = new LaidOverlaps(figures.units(), ground.measure(),
        land.workspace().policies().tolerances(), this.base.overlaps());
    this.redLines = new RedLine[count];
    if (figures.inBlocks() != null) {
      this.inBlocks = new LaidSums(partsIn(land.delivered(state)), LandUseTally.of(count, figures.inBlocks().sums()), null);
    }
    doubts.addAll(figures.doubts());
    this.baseRedLines = figures.places().stream().map(figures::redLine).toList();
  }

  /** Follows a scenario from now on, and what it has done already. */
  static ScenarioFigures of(ScenarioBase base, Scenario scenario, State state, RedLinePolicy policy) {
    ScenarioFigures figures = new ScenarioFigures(base, scenario, state, policy);
    scenario.add(figures);
    return figures;
  }

  private PreparedUnits partsIn(List<ProtectionBlock> blocks) {
    return PreparedUnits.of(UnitsInBlocks.of(base.figures().units().units(),
        blocks.stream().map(ProtectionBlock::geometry).toList()), ground.measure());
  }

  @Override
  public void follow(Edit edit) {
    if (edit.state() == ground.state()) {
      sums.apply(edit);
      overlaps.apply(edit, scenario.land(ground.state()));
      if (inBlocks != null) {
        inBlocks.apply(edit);
      }
    }
  }

  /** Land in industrial blocks is cut anew only near the blocks that differ. */
  @Override
  public void follow(LineEdit edit) {
    if (inBlocks == null) {
      return;
    }
    Envelope changed = new Envelope();
    for (List<ProtectionBlock> version : List.of(edit.before(), edit.after())) {
      List<ProtectionBlock> other = version == edit.before() ? edit.after() : edit.before();
      version.stream().filter(each -> !other.contains(each))
          .forEach(each -> changed.expandToInclude(
              ground.fromDrawn().apply(each.geometry()).getEnvelopeInternal()));
    }
    List<Parcel> near = changed.isNull() ? List.of() : scenario.land(ground.state()).near(changed);
    inBlocks.recut(partsIn(land.inLayer(edit.after(), ground.state())), near);
    Arrays.fill(redLines, null);
  }

  /** As the base has them. */
  Figures before() {
    return base.figures();
  }

  /** As the changes leave them. */
  Figures after() {
    refresh();
    Figures before = base.figures();
    return new Figures(before.asOf(), before.state(), before.policy(), before.method(), before.units(), sums.tally(),
        inBlocks == null ? null : inBlocks.tally(), List.copyOf(doubts), before.overlaps(), before.classification());
  }

  /** The red line of every unit as it stands now. */
  List<RedLine> redLines() {
    refresh();
    Figures before = base.figures();
    for (int unit = 0; unit < redLines.length; unit++) {
      if (redLines[unit] == null) {
        redLines[unit] = sums.tally().redLine(unit, before.policy(),
            inBlocks == null ? null : inBlocks.tally(), doubts.get(unit));
      }
    }
    return List.of(redLines);
  }

  private void refresh() {
    var touched = sums.takeTouched();
    if (inBlocks != null) {
      touched.or(inBlocks.takeTouched());
    }
    if (touched.isEmpty()) {
      return;
    }
    Doubts told = sums.doubts().empty();
    new LayerDoubts(sums.units(), sums.tally(), overlaps.parts(), base.notes().lostLand()).tell(told);
    touched.stream().forEach(unit -> {
      doubts.set(unit, sums.doubts().with(told, unit));
      redLines[unit] = null;
    });
  }

  /** Every unit against other red lines, given in the order of the units. */
  List<RedLineShift> since(List<RedLine> earlier) {
    List<RedLine> now = redLines();
    return IntStream.range(0, now.size())
        .mapToObj(unit -> new RedLineShift(base.figures().unit(unit), earlier.get(unit), now.get(unit))).toList();
  }

  /** Every unit against the base. */
  List<RedLineShift> sinceBase() {
    return since(baseRedLines);
  }

  /** @throws BadInput if the scenario has no such unit */
  int place(String unit) {
    return base.figures().find(unit).orElseThrow(() ->
        new BadInput("unit " + unit, "is not among the units of the scenario", "choose one of them"));
  }
}
