package org.parkland.scenario;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.parkland.BadInput;
import org.parkland.geometry.Reprojection;
import org.parkland.land.Parcel;
import org.parkland.land.ProtectionBlock;
import org.parkland.land.State;

/**
 * Changes in their order over the land of a base, with a pointer: what stands before it is done, what stands behind
 * it was undone and can be redone. Not safe to share between threads.
 */
public final class Scenario {
  /** Whoever keeps figures of the scenario hears of every edit, done or undone. */
  public interface Follower {
    void follow(Edit edit);

    void follow(LineEdit edit);
  }

  private final Map<State, Ground> grounds;
  private final Map<State, LaidLand> lands;
  private final Reprojection planFromCurrent;
  private final List<Step> steps = new ArrayList<>();
  private final List<Follower> followers = new ArrayList<>();
  private List<ProtectionBlock> line;
  private int done;

  /**
   * @param current ground of current land
   * @param planned ground of the plan; null where there is none
   * @param planFromCurrent from the CRS of current land to that of the plan; null without a plan
   * @param line blocks of the protection line, in degrees; empty where there is none
   */
  public Scenario(Ground current, Ground planned, Reprojection planFromCurrent, List<ProtectionBlock> line) {
    this.grounds = planned == null ? Map.of(State.CURRENT, current)
        : Map.of(State.CURRENT, current, State.PLANNED, planned);
    this.lands = planned == null ? Map.of(State.CURRENT, new LaidLand(current.land()))
        : Map.of(State.CURRENT, new LaidLand(current.land()), State.PLANNED, new LaidLand(planned.land()));
    this.planFromCurrent = planFromCurrent;
    this.line = List.copyOf(line);
  }

  /**
   * Carries a change out and appends it; what was undone and not redone is forgotten.
   *
   * @throws BadInput if it cannot be carried out; the scenario is as before
   */
  public Step add(Change change) {
    Step step = step(change);
    steps.subList(done, steps.size()).clear();
    steps.add(step);
    done++;
    apply(step.edit(), step.line());
    return step;
  }

  /** @throws BadInput if nothing is left to undo */
  public Step undo() {
    if (done == 0) {
      throw new BadInput("undo", "there is nothing to undo", "the scenario is as its base");
    }
    Step step = steps.get(--done);
    apply(step.edit() == null ? null : step.edit().inverse(), step.line() == null ? null : step.line().inverse());
    return step;
  }

  /** @throws BadInput if nothing was undone */
  public Step redo() {
    if (done == steps.size()) {
      throw new BadInput("redo", "there is nothing to redo", "every change of the scenario is done");
    }
    Step step = steps.get(done++);
    apply(step.edit(), step.line());
    return step;
  }

  private void apply(Edit edit, LineEdit lineEdit) {
    if (edit != null) {
      land(edit.state()).apply(edit);
      followers.forEach(each -> each.follow(edit));
    }
    if (lineEdit != null) {
      line = lineEdit.after();
      followers.forEach(each -> each.follow(lineEdit));
    }
  }

  /**
   * Adds one who begins with the base. All that is done is undone and done again, so that each edit is seen with the
   * land as it stood then; to the others nothing has changed afterwards, because sums are exact.
   */
  public void add(Follower follower) {
    int standing = done;
    while (done > 0) {
      undo();
    }
    followers.add(follower);
    while (done < standing) {
      redo();
    }
  }

  private Step step(Change change) {
    if (change instanceof Change.Reclass reclass) {
      return reclass(reclass);
    }
    if (change instanceof Change.Replan replan) {
      return new Replanner(ground(State.PLANNED), land(State.PLANNED)).replan(replan, area(replan));
    }
    if (change instanceof Change.Split split) {
      return new Splitter(ground(split.state()), land(split.state())).split(split);
    }
    if (change instanceof Change.Merge merge) {
      return new Merger(ground(merge.state()), land(merge.state())).merge(merge);
    }
    return redraw((Change.Redraw) change);
  }

  private Step reclass(Change.Reclass change) {
    LaidLand land = land(change.state());
    List<Parcel> before = change.parcels().stream().distinct().map(land::require)
        .filter(each -> !change.code().equals(each.landUse()) || each.newIndustry()).toList();
    if (before.isEmpty()) {
      throw new BadInput("class " + change.code(), "is the class these parcels have already", "choose another class");
    }
    List<Parcel> after = before.stream()
        .map(each -> new Parcel(each.id(), change.code(), false, each.settlement(), each.geometry())).toList();
    double areaM2 = before.stream()
        .mapToDouble(each -> ground(change.state()).measure().areaM2(each.geometry())).sum();
    return Step.of(change, new Edit(change.state(), before, after), areaM2, areaM2, change.code());
  }

  /** In the CRS of the plan. */
  private Geometry area(Change.Replan change) {
    if (change.area() != null) {
      return ground(State.PLANNED).fromDrawn().apply(change.area());
    }
    List<Geometry> shapes = change.parcels().stream().distinct().map(land(State.CURRENT)::require)
        .map(each -> planFromCurrent.apply(each.geometry())).toList();
    if (shapes.isEmpty()) {
      throw new BadInput("plan", "neither parcels nor an area are given", "choose parcels or draw an area");
    }
    return OverlayNGRobust.union(shapes.get(0).getFactory().buildGeometry(shapes));
  }

  private Step redraw(Change.Redraw change) {
    Set<String> replaced = new HashSet<>(change.removed());
    for (String id : change.removed()) {
      if (line.stream().noneMatch(each -> each.id().equals(id))) {
        throw new BadInput("block " + id, "is not in the protection line", "check the number");
      }
    }
    change.blocks().forEach(each -> replaced.add(each.id()));
    List<ProtectionBlock> after = Stream.concat(
        line.stream().filter(each -> !replaced.contains(each.id())), change.blocks().stream()).toList();
    LineEdit edit = new LineEdit(line, after);
    return new Step(change, null, edit, areaM2(line), areaM2(after), null);
  }

  private double areaM2(List<ProtectionBlock> blocks) {
    Ground ground = ground(State.CURRENT);
    return blocks.stream().mapToDouble(each -> ground.measure().areaM2(ground.fromDrawn().apply(each.geometry()))).sum();
  }

  /** @throws BadInput if there is no such layer */
  public Ground ground(State state) {
    Ground ground = grounds.get(state);
    if (ground == null) {
      throw new BadInput("state " + state.word(), "there is no " + state.layer().word() + " layer",
          "import one with --as " + state.layer().word());
    }
    return ground;
  }

  /** The land of a layer as it stands now. */
  public LaidLand land(State state) {
    ground(state);
    return lands.get(state);
  }

  /** Whether there is land of this state at all. */
  public boolean has(State state) {
    return grounds.containsKey(state);
  }

  /** The protection line as it stands now, in degrees. */
  public List<ProtectionBlock> line() {
    return line;
  }

  /** All steps, those undone included. */
  public List<Step> steps() {
    return List.copyOf(steps);
  }

  /** How many steps are done. */
  public int done() {
    return done;
  }
}
