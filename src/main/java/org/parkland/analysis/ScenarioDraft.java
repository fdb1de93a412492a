package org.parkland.analysis;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.parkland.land.RedLine;
import org.parkland.land.RedLinePolicy;
import org.parkland.land.SavedScenario;
import org.parkland.land.State;
import org.parkland.scenario.Edit;
import org.parkland.scenario.LaidLine;
import org.parkland.scenario.LineEdit;
import org.parkland.scenario.RedLineShift;
import org.parkland.scenario.Scenario;
import org.parkland.scenario.Step;

/**
 * A planner's working copy of a scenario: not saved until the planner says so. Every method may be called by any
 * thread; one at a time works.
 */
public final class ScenarioDraft {
  /** A change that could not be carried out where it was tried, and why. */
  public record LeftOut(JsonNode change, String reason) {}

  /** What a change did to the red lines, before anybody saved it. */
  public record Effect(Step step, List<RedLineShift> shifts) {
    /** Units that passed before the change and do not after it. */
    public List<RedLineShift> broken() {
      return shifts.stream().filter(RedLineShift::breaks).toList();
    }
  }

  private final String key;
  private final ScenarioBase base;
  private final ScenarioChanges changes;
  private final RedLinePolicy policy;
  private final Scenario scenario;
  private final List<JsonNode> written = new ArrayList<>();
  private final List<LeftOut> leftOut = new ArrayList<>();
  private final Map<String, ScenarioFigures> figures = new HashMap<>();
  private final Map<State, LaidLine> lines = new EnumMap<>(State.class);
  private SavedScenario saved;

  /** @param policy of the district, by which a change is judged at once */
  ScenarioDraft(String key, ScenarioBase base, ScenarioChanges changes, RedLinePolicy policy, SavedScenario saved) {
    this.key = key;
    this.base = base;
    this.changes = changes;
    this.policy = policy;
    this.scenario = base.newScenario();
    this.saved = saved;
  }

  public String key() {
    return key;
  }

  ScenarioBase base() {
    return base;
  }

  /** @throws org.parkland.BadInput if it cannot be carried out; the draft is as before */
  public synchronized Effect add(JsonNode json) {
    return effect(() -> {
      int done = scenario.done();
      Step step = scenario.add(changes.read(json));
      written.subList(done, written.size()).clear();
      written.add(json);
      return step;
    });
  }

  public synchronized Effect undo() {
    return effect(scenario::undo);
  }

  public synchronized Effect redo() {
    return effect(scenario::redo);
  }

  private Effect effect(Supplier<Step> action) {
    Map<State, List<RedLine>> before = new EnumMap<>(State.class);
    for (State state : states()) {
      before.put(state, figures(state, policy).redLines());
    }
    Step step = action.get();
    List<RedLineShift> shifts = new ArrayList<>();
    before.forEach((state, earlier) -> shifts.addAll(figures(state, policy).since(earlier)));
    return new Effect(step, shifts);
  }

  /** Carries out a kept list; what cannot be carried out any more is left out and said. */
  synchronized void replay(Iterable<JsonNode> list, int done) {
    int number = 0;
    int undone = 0;
    for (JsonNode each : list) {
      try {
        scenario.add(changes.read(each));
        written.add(each);
        undone += number >= done ? 1 : 0;
      } catch (RuntimeException e) {
        leftOut.add(new LeftOut(each, e.getMessage()));
      }
      number++;
    }
    for (; undone > 0; undone--) {
      scenario.undo();
    }
  }

  /** States there is land of. */
  public List<State> states() {
    return Arrays.stream(State.values()).filter(scenario::has).toList();
  }

  ScenarioFigures figures(State state, RedLinePolicy asked) {
    ScenarioFigures known = figures.get(state + " " + asked.name());
    if (known == null) {
      known = ScenarioFigures.of(base, scenario, state, asked);
      figures.put(state + " " + asked.name(), known);
    }
    return known;
  }

  /** The protection line as it stands, with what stands in it; kept in step from the first time it is asked for. */
  LaidLine line(State state) {
    return lines.computeIfAbsent(state, asked -> {
      LaidLine line = base.laidLine(asked);
      scenario.add(new LineFollower(asked, line));
      return line;
    });
  }

  private final class LineFollower implements Scenario.Follower {
    private final State state;
    private final LaidLine line;

    LineFollower(State state, LaidLine line) {
      this.state = state;
      this.line = line;
    }

    @Override
    public void follow(Edit edit) {
      if (edit.state() == state) {
        line.apply(edit);
      }
    }

    @Override
    public void follow(LineEdit edit) {
      line.redraw(base.inLayer(edit.after(), state), scenario.land(state));
    }
  }

  /** Runs something that looks at the scenario while nobody changes it. */
  synchronized <T> T look(Function<Scenario, T> work) {
    return work.apply(scenario);
  }

  RedLinePolicy policy() {
    return policy;
  }

  /** The changes as they were written, undone ones included. */
  synchronized List<JsonNode> written() {
    return List.copyOf(written);
  }

  synchronized List<LeftOut> leftOut() {
    return List.copyOf(leftOut);
  }

  /** The version it was made from or last saved as; null for one that was never saved. */
  public synchronized SavedScenario saved() {
    return saved;
  }

  synchronized void saved(SavedScenario version) {
    saved = version;
  }
}
