package org.parkland.analysis;

import static org.parkland.analysis.ReportDesk.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.Comparator;
import org.locationtech.jts.geom.Geometry;
import org.parkland.geometry.AreaMeasure;
import org.parkland.geometry.Crs;
import org.parkland.geometry.Reprojection;
import org.parkland.land.LandUseRow;
import org.parkland.land.Parcel;
import org.parkland.land.ProtectionBlock;
import org.parkland.land.RedLinePolicy;
import org.parkland.land.SavedScenario;
import org.parkland.land.State;
import org.parkland.land.Unit;
import org.parkland.scenario.Change;
import org.parkland.scenario.LaidLand;
import org.parkland.scenario.LaidLine;
import org.parkland.scenario.RedLineShift;
import org.parkland.scenario.Step;

/** Scenarios in the words of the API. Areas are m², unrounded; shapes are in degrees. */
public record ScenarioJson(ScenarioDesk desk) {
  private static final Comparator<String> NULL_LAST = Comparator.nullsLast(Comparator.naturalOrder());

  /** A saved version as the list shows it. */
  public static Map<String, Object> saved(SavedScenario saved) {
    return object("id", saved.id(), "version", saved.version(), "name", saved.name(), "author", saved.author(),
        "note", saved.note(), "asOf", saved.asOf().toString(), "createdAt", saved.createdAt().toString(),
        "savedBy", saved.savedBy(), "savedAt", saved.savedAt().toString(),
        "changes", ScenarioDesk.read(saved.changes()).path("done").asInt(), "withdrawn", saved.withdrawn());
  }

  /** All of a working copy but its figures. */
  public Map<String, Object> draft(ScenarioDraft draft) {
    return draft.look(scenario -> {
      List<Object> changes = new ArrayList<>();
      for (int i = 0; i < scenario.steps().size(); i++) {
        changes.add(step(scenario.steps().get(i), i, i < scenario.done(), draft));
      }
      return object("key", draft.key(), "saved", draft.saved() == null ? null : saved(draft.saved()),
          "asOf", draft.base().day().asOf().toString(), "done", scenario.done(), "changes", changes,
          "written", draft.written(), "leftOut", draft.leftOut().stream()
              .map(each -> object("change", each.change(), "reason", each.reason())).toList(),
          "states", draft.states().stream().map(State::word).toList());
    });
  }

  /** @param number from 0 */
  private static Map<String, Object> step(Step step, int number, boolean done, ScenarioDraft draft) {
    Change change = step.change();
    Map<String, Object> json = object("number", number + 1, "kind", kind(change), "done", done,
        "state", step.edit() == null ? null : step.edit().state().word(), "code", step.code(),
        "beforeM2", step.beforeM2(), "afterM2", step.afterM2());
    if (step.edit() != null) {
      json.put("parcels", step.edit().before().stream().map(Parcel::id).toList());
      json.put("made", step.made());
    } else {
      json.put("blocks", step.line().after().stream().filter(each -> !step.line().before().contains(each))
          .map(ProtectionBlock::id).toList());
    }
    return json;
  }

  static String kind(Change change) {
    return change instanceof Change.Reclass ? "class" : change instanceof Change.Replan ? "plan"
        : change instanceof Change.Split ? "split" : change instanceof Change.Merge ? "merge" : "line";
  }

  /** What a change did, beside the working copy as it is now. */
  public Map<String, Object> effect(ScenarioDraft draft, ScenarioDraft.Effect effect) {
    Map<String, Object> json = draft(draft);
    json.put("broken", effect.broken().stream().map(ScenarioJson::shift).toList());
    json.put("mended", effect.shifts().stream().filter(RedLineShift::mends).map(ScenarioJson::shift).toList());
    return json;
  }

  private static Map<String, Object> shift(RedLineShift shift) {
    Map<String, Object> json = unit(shift.unit());
    json.put("before", FigureJson.redLine(shift.before()));
    json.put("after", FigureJson.redLine(shift.after()));
    json.put("breaks", shift.breaks());
    return json;
  }

  private static Map<String, Object> unit(Unit unit) {
    return object("id", unit.id(), "kind", unit.kind(), "name", unit.name(), "nameEn", unit.nameEn());
  }

  /** Red line of every unit against the base, and the land use of one unit before and after. */
  public Map<String, Object> figures(ScenarioDraft draft, State state, RedLinePolicy policy, String unit) {
    return draft.look(scenario -> {
      ScenarioFigures figures = draft.figures(state, policy);
      List<RedLineShift> shifts = figures.sinceBase();
      int place = unit == null ? 0 : figures.place(unit);
      return object("asOf", draft.base().day().asOf().toString(), "state", state.word(),
          "policy", FigureJson.policy(policy), "units", shifts.stream().map(ScenarioJson::shift).toList(),
          "unit", figures.before().unit(place).id(),
          "landUse", balance(figures.before().landUse(place, true), figures.after().landUse(place, true)),
          "protection", draft.base().delivered(state).isEmpty() && scenario.line().isEmpty() ? null : protection(draft, state));
    });
  }

  private static List<Map<String, Object>> balance(List<LandUseRow> before, List<LandUseRow> after) {
    Map<String, LandUseRow[]> rows = new TreeMap<>(NULL_LAST);
    before.forEach(each -> rows.computeIfAbsent(each.code(), unused -> new LandUseRow[2])[0] = each);
    after.forEach(each -> rows.computeIfAbsent(each.code(), unused -> new LandUseRow[2])[1] = each);
    return rows.entrySet().stream().map(each -> {
      LandUseRow was = each.getValue()[0];
      LandUseRow is = each.getValue()[1];
      return object("code", each.getKey(), "name", was != null ? was.name() : is.name(),
          "beforeM2", was == null ? 0 : was.areaM2(), "afterM2", is == null ? 0 : is.areaM2(),
          "beforeParcels", was == null ? 0 : was.parcels(), "afterParcels", is == null ? 0 : is.parcels());
    }).toList();
  }

  /** Only where the line was redrawn: going through all land inside it for the first time takes a while. */
  private static Object protection(ScenarioDraft draft, State state) {
    boolean redrawn = draft.look(scenario ->
        scenario.steps().subList(0, scenario.done()).stream().anyMatch(each -> each.line() != null));
    if (!redrawn) {
      return null;
    }
    LaidLine line = draft.line(state);
    double[] areasM2 = line.areasM2();
    return object("levels", line.tally().areaByLevel(areasM2).entrySet().stream()
            .map(each -> object("level", each.getKey(), "areaM2", each.getValue())).toList(),
        "blocks", line.tally().blocks(areasM2).stream().map(each -> object("block", each.block(), "level",
            each.level(), "areaM2", each.areaM2(), "industryM2", each.industryM2(), "industryShare",
            each.industryShare(), "enoughIndustry", each.enoughIndustry())).toList(),
        "encroachments", line.tally().encroachments().size(),
        "balance", draft.base().balance(line.blocks(), state).stream().map(each -> object("level", each.level(),
            "beforeM2", each.beforeM2(), "afterM2", each.afterM2(), "addedM2", each.addedM2(), "removedM2",
            each.removedM2(), "balanced", each.isBalanced())).toList());
  }

  /** The land that changed, as GeoJSON: parcels as they stand now, with what they were. */
  public Map<String, Object> shapes(ScenarioDraft draft) {
    return draft.look(scenario -> {
      List<Object> features = new ArrayList<>();
      for (State state : draft.states()) {
        LaidLand land = scenario.land(state);
        Reprojection toDegrees = Crs.of(draft.base().day().of(state).crs()).to(Crs.of(Crs.DEGREES));
        land.after().forEach(each -> features.add(feature(each, state, "after", toDegrees,
            scenario.ground(state).measure())));
        land.before().forEach(each -> features.add(feature(each, state, "before", toDegrees,
            scenario.ground(state).measure())));
      }
      scenario.line().stream().filter(each -> !draft.base().isDelivered(each)).forEach(each -> features.add(
          object("type", "Feature", "properties", object("id", each.id(), "stage", "line", "level", each.level()),
              "geometry", each.geometry())));
      return object("type", "FeatureCollection", "features", features);
    });
  }

  static Map<String, Object> feature(
      Parcel parcel, State state, String stage, Reprojection toDegrees, AreaMeasure measure) {
    Geometry shape = toDegrees.apply(parcel.geometry());
    return object("type", "Feature", "properties", object("id", parcel.id(), "state", state.word(), "stage", stage,
        "code", parcel.landUse(), "areaM2", measure.areaM2(parcel.geometry())), "geometry", shape);
  }

  /** @see ScenarioConflicts */
  public Map<String, Object> conflicts(ScenarioDraft draft) {
    return new ScenarioConflicts(desk).of(draft);
  }

  /** Up to four scenarios side by side, for one unit. */
  public Map<String, Object> compare(List<ScenarioDraft> drafts, State state, RedLinePolicy policy, String unit) {
    List<Object> columns = new ArrayList<>();
    for (ScenarioDraft draft : drafts) {
      columns.add(draft.look(scenario -> {
        ScenarioFigures figures = draft.figures(state, policy);
        int place = unit == null ? 0 : figures.place(unit);
        RedLineShift shift = figures.sinceBase().get(place);
        return object("saved", draft.saved() == null ? null : saved(draft.saved()), "key", draft.key(),
            "changes", scenario.done(), "unit", unit(shift.unit()), "before", FigureJson.redLine(shift.before()),
            "after", FigureJson.redLine(shift.after()),
            "brokenUnits", figures.sinceBase().stream().filter(RedLineShift::breaks)
                .map(each -> unit(each.unit())).toList(),
            "landUse", balance(figures.before().landUse(place, false), figures.after().landUse(place, false)));
      }));
    }
    return object("state", state.word(), "policy", FigureJson.policy(policy), "scenarios", columns);
  }
}
