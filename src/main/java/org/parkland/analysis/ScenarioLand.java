package org.parkland.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;
import org.parkland.geometry.Crs;
import org.parkland.geometry.Reprojection;
import org.parkland.land.LandUseClass;
import org.parkland.land.Parcel;
import org.parkland.land.State;
import org.parkland.scenario.Scenario;
import org.parkland.scenario.Step;

/**
 * The land a scenario touches: every parcel before and after, with the changes that made it.
 *
 * @param title the scenario's name; null for a working copy that was never saved
 * @param crs of the shapes: that of current land
 */
public record ScenarioLand(String title, Crs crs, List<Row> rows) {
  /**
   * A parcel as it was or as it would be.
   *
   * @param stage {@code before} or {@code after}
   * @param className null for a class that is not known
   * @param changes numbers and kinds of the changes that touched or made it ({@code 1 class, 3 split})
   */
  public record Row(String parcel, State state, String stage, String landUse, String className, double areaM2,
      String changes, Geometry shape) {}

  public static ScenarioLand of(ScenarioDraft draft) {
    Crs crs = Crs.of(draft.base().day().parcels().crs());
    List<Row> rows = draft.look(scenario -> rows(draft, scenario, crs));
    return new ScenarioLand(draft.saved() == null ? null : draft.saved().name(), crs, rows);
  }

  private static List<Row> rows(ScenarioDraft draft, Scenario scenario, Crs crs) {
    List<Row> rows = new ArrayList<>();
    for (State state : draft.states()) {
      RowMaker maker = new RowMaker(draft, scenario, state, Crs.of(draft.base().day().of(state).crs()).to(crs),
          changes(scenario, state));
      rows.addAll(maker.rows("before", scenario.land(state).before()));
      rows.addAll(maker.rows("after", scenario.land(state).after()));
    }
    return List.copyOf(rows);
  }

  private record RowMaker(ScenarioDraft draft, Scenario scenario, State state, Reprojection moved,
      Map<String, String> changes) {
    List<Row> rows(String stage, Collection<Parcel> parcels) {
      return parcels.stream().map(each -> new Row(each.id(), state, stage, each.landUse(), className(each),
          scenario.ground(state).measure().areaM2(each.geometry()), changes.get(each.id()),
          moved.apply(each.geometry()))).toList();
    }

    private String className(Parcel parcel) {
      return parcel.landUse() == null ? null : draft.base().workspace().standards().classification()
          .find(parcel.landUse()).map(LandUseClass::name).orElse(null);
    }
  }

  private static Map<String, String> changes(Scenario scenario, State state) {
    Map<String, String> found = new HashMap<>();
    for (int i = 0; i < scenario.done(); i++) {
      Step step = scenario.steps().get(i);
      if (step.edit() == null || step.edit().state() != state) {
        continue;
      }
      String word = (i + 1) + " " + ScenarioJson.kind(step.change());
      Stream.concat(step.edit().before().stream(), step.edit().after().stream())
          .map(Parcel::id).distinct().forEach(id -> found.merge(id, word, (a, b) -> a + ", " + b));
    }
    return found;
  }
}
