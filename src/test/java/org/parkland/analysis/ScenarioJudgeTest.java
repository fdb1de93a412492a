package org.parkland.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;
import org.parkland.BadInput;
import org.parkland.SampleDistrict;
import org.parkland.geometry.AreaMethod;
import org.parkland.geometry.Crs;
import org.parkland.land.Feature;
import org.parkland.land.Parcel;
import org.parkland.land.RedLinePolicy;
import org.parkland.land.SavedScenario;
import org.parkland.land.Snapshot;
import org.parkland.land.State;
import org.parkland.store.FeatureCursor;
import org.parkland.store.FeatureQuery;
import org.parkland.store.SnapshotWriter;

/**
 * Scenarios on the sample district against the whole way round: the land as the scenario leaves it is stored as a
 * snapshot of its own and its figures are drawn as any other's, by every policy, doubts, overlaps and gaps included.
 */
class ScenarioJudgeTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir
  private static Path folder;

  private static Workspace workspace;
  private static LandAnalysis analysis;

  @BeforeAll
  static void open() throws IOException {
    workspace = Workspace.open(SampleDistrict.settings(
        Files.copy(SampleDistrict.database(), folder.resolve("copy.gpkg"))));
    analysis = new LandAnalysis(workspace);
  }

  @AfterAll
  static void close() {
    workspace.close();
  }

  private static JsonNode change(String json) {
    try {
      return JSON.readTree(json.replace('\'', '"'));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Parcels of a neighbourhood that have land in industry, or no class at all. */
  private static List<Parcel> some(ScenarioDraft draft, int count, boolean classed) {
    List<Parcel> found = new ArrayList<>();
    Snapshot layer = draft.base().day().parcels();
    try (FeatureCursor rows = workspace.store().features(layer, FeatureQuery.all())) {
      while (rows.hasNext() && found.size() < count) {
        Parcel each = Parcel.of(rows.next());
        if (classed ? each.landUse() != null && each.landUse().startsWith("1001") : each.landUse() == null) {
          found.add(each);
        }
      }
    }
    return found;
  }

  private static void changeAll(ScenarioDraft draft) {
    List<Parcel> industry = some(draft, 60, true);
    String ids = industry.subList(0, 40).stream().map(each -> "'" + each.id() + "'").collect(Collectors.joining(","));
    draft.add(change("{'kind':'class','parcels':[" + ids + "],'code':'0901'}"));
    Parcel split = industry.get(50);
    Envelope box = Crs.of(draft.base().day().parcels().crs()).to(Crs.of(Crs.DEGREES))
        .apply(split.geometry()).getEnvelopeInternal();
    double x = box.centre().x;
    ScenarioDraft.Effect effect = draft.add(change("{'kind':'split','parcel':'" + split.id()
        + "','line':{'type':'LineString','coordinates':[[" + x + "," + (box.getMinY() - 0.001) + "],[" + x + ","
        + (box.getMaxY() + 0.001) + "]]}}"));
    draft.add(change("{'kind':'class','parcels':['" + effect.step().made().get(0) + "'],'code':'1207'}"));
    for (Parcel each : some(draft, 3, false)) {
      draft.add(change("{'kind':'class','parcels':['" + each.id() + "'],'code':'0701'}"));
    }
    for (LayerDoubts.Part each : draft.base().layer(State.CURRENT, draft.policy()).overlaps().stream().limit(2).toList()) {
      draft.add(change("{'kind':'class','parcels':['" + each.overlap().second() + "'],'code':'1401'}"));
    }
    draft.add(change("{'kind':'plan','code':'100101','area':{'type':'Polygon','coordinates':[[[113.12,22.55],[113.13,22.55],"
        + "[113.132,22.556],[113.12,22.56],[113.12,22.55]]]}}"));
  }

  /** The layer as the scenario leaves it, stored as if it had been delivered. */
  private static Snapshot stored(ScenarioDraft draft, State state) {
    Snapshot base = draft.base().day().of(state);
    Set<String> gone = draft.look(scenario ->
        scenario.land(state).before().stream().map(Parcel::id).collect(Collectors.toSet()));
    List<Parcel> after = draft.look(scenario -> List.copyOf(scenario.land(state).after()));
    Snapshot description = new Snapshot(0, base.kind(), base.name(), base.asOf().plusDays(1), base.crs(),
        base.edition(), "scenario", "-", null, base.mapping(), base.report(), 0, Instant.EPOCH, "judge", null);
    try (SnapshotWriter writer = workspace.store().begin(description);
        FeatureCursor rows = workspace.store().features(base, FeatureQuery.all())) {
      long row = 0;
      while (rows.hasNext()) {
        Feature each = rows.next();
        if (!gone.contains(each.id())) {
          writer.add(each);
        }
        row = Math.max(row, each.row());
      }
      for (Parcel each : after) {
        Map<String, Object> attributes = new HashMap<>(Map.of("id", each.id(), "new_industry", each.newIndustry()));
        attributes.put("land_use", each.landUse());
        attributes.put("settlement", each.settlement());
        attributes.values().removeIf(java.util.Objects::isNull);
        writer.add(new Feature(++row, each.geometry(), attributes, Map.of()));
      }
      return writer.commit(base.report());
    }
  }

  private static DayLayers withLayer(DayLayers day, Snapshot layer, State state) {
    Snapshot replaced = day.of(state);
    List<Snapshot> all = new ArrayList<>(day.all());
    all.remove(replaced);
    all.add(layer);
    return new DayLayers(state == State.CURRENT ? layer.asOf() : day.asOf(),
        state == State.CURRENT ? layer : day.parcels(), all);
  }

  @Test
  void figuresEqualThoseOfTheLandStoredAnew() {
    DayLayers day = analysis.day(LocalDate.of(2025, 12, 31));
    ScenarioDraft draft = analysis.scenarios().begin(day.asOf());
    changeAll(draft);
    for (State state : State.values()) {
      Snapshot anew = stored(draft, state);
      DayLayers judged = withLayer(draft.base().day(), anew, state);
      for (RedLinePolicy policy : workspace.policies().redLine().policies()) {
        Figures expected = analysis.figures().draw(judged, new FigureQuery(state, policy, AreaMethod.ELLIPSOIDAL));
        ScenarioFigures figures = draft.figures(state, policy);
        for (int unit : expected.places()) {
          String what = state + " " + policy.name() + " " + expected.unit(unit).id();
          assertThat(figures.redLines().get(unit)).as(what).isEqualTo(expected.redLine(unit));
          assertThat(figures.after().landUse(unit, true)).as(what).isEqualTo(expected.landUse(unit, true));
        }
      }
      workspace.store().withdraw(anew.id(), new org.parkland.land.Withdrawal("judged", "judge", Instant.EPOCH));
    }
  }

  @Test
  void undoneToTheStartItIsItsBase() {
    ScenarioDraft draft = analysis.scenarios().begin(null);
    RedLinePolicy policy = draft.policy();
    changeAll(draft);
    int steps = draft.look(scenario -> scenario.steps().size());
    for (int i = 0; i < steps; i++) {
      draft.undo();
    }
    for (State state : State.values()) {
      ScenarioFigures figures = draft.figures(state, policy);
      assertThat(figures.sinceBase()).allMatch(each -> each.before().equals(each.after()));
      assertThat(figures.after().tally().sums()).isEqualTo(figures.before().tally().sums());
    }
    assertThatThrownBy(draft::undo).isInstanceOf(BadInput.class).hasMessageContaining("nothing to undo");
  }

  @Test
  void aSavedScenarioKeepsItsBaseWhenNewerLandComesAndCanBeMoved() {
    ScenarioDesk desk = analysis.scenarios();
    ScenarioDraft draft = desk.begin(null);
    List<Parcel> parcels = some(draft, 4, true);
    parcels.forEach(each -> draft.add(change("{'kind':'class','parcels':['" + each.id() + "'],'code':'0901'}")));
    SavedScenario saved = desk.save(draft, "方案", "甲", "", false, org.parkland.access.Actor.local()).orElseThrow();
    assertThat(new ScenarioConflicts(desk).of(draft).get("superseded")).isEqualTo(false);

    ScenarioDraft other = desk.begin(null);
    other.add(change("{'kind':'class','parcels':['" + parcels.get(0).id() + "'],'code':'1401'}"));
    Parcel cut = parcels.get(1);
    Envelope box = Crs.of(draft.base().day().parcels().crs()).to(Crs.of(Crs.DEGREES))
        .apply(cut.geometry()).getEnvelopeInternal();
    other.add(change("{'kind':'split','parcel':'" + cut.id() + "','line':{'type':'LineString','coordinates':[["
        + box.centre().x + "," + (box.getMinY() - 0.001) + "],[" + box.centre().x + "," + (box.getMaxY() + 0.001) + "]]}}"));
    Snapshot newer = stored(other, State.CURRENT);

    ScenarioDraft opened = desk.open(desk.saved(saved.id()));
    Map<String, Object> conflicts = new ScenarioConflicts(desk).of(opened);
    assertThat(conflicts.get("superseded")).isEqualTo(true);
    assertThat(JSON.<JsonNode>valueToTree(conflicts.get("parcels")).findValuesAsText("how"))
        .containsExactlyInAnyOrder("class", "vanished");
    assertThat(opened.figures(State.CURRENT, opened.policy()).redLines())
        .isEqualTo(draft.figures(State.CURRENT, draft.policy()).redLines());

    ScenarioDraft moved = desk.rebase(opened);
    assertThat(moved.base().day().parcels()).isEqualTo(newer);
    assertThat(moved.leftOut()).hasSize(1);
    assertThat(moved.leftOut().get(0).reason()).contains(cut.id());
    assertThat(moved.written()).hasSize(3);
    assertThat(desk.versions(saved.id())).containsExactly(saved);
    workspace.store().withdraw(newer.id(), new org.parkland.land.Withdrawal("judged", "judge", Instant.EPOCH));
  }
}
