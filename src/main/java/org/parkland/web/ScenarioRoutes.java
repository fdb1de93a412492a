package org.parkland.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parkland.BadInput;
import org.parkland.analysis.LandAnalysis;
import org.parkland.analysis.ScenarioDesk;
import org.parkland.analysis.ScenarioDraft;
import org.parkland.analysis.ScenarioJson;
import org.parkland.analysis.ScenarioLand;
import org.parkland.analysis.ScenarioSelection;
import org.parkland.analysis.Workspace;
import org.parkland.audit.Action;
import org.parkland.export.Content;
import org.parkland.export.Exporter;
import org.parkland.export.Exports;
import org.parkland.export.FileFormat;
import org.parkland.land.RedLinePolicy;
import org.parkland.land.SavedScenario;
import org.parkland.land.State;

/**
 * Scenarios. A key is a working copy's, which can be changed, or the number of a saved scenario, which can only be
 * looked at; to change it, a working copy is made of it.
 */
final class ScenarioRoutes {
  private static final int MOST_COMPARED = 4;

  private final Workspace workspace;
  private final ScenarioDesk desk;
  private final ScenarioJson json;
  private final Exports exports;
  private final Handouts handouts;

  ScenarioRoutes(Workspace workspace, LandAnalysis analysis) {
    this.workspace = workspace;
    this.desk = analysis.scenarios();
    this.exports = new Exports(workspace, analysis);
    this.handouts = new Handouts(workspace.store());
    this.json = new ScenarioJson(desk);
  }

  void addTo(RouteTable routes) {
    routes.get("/api/scenarios", Needs.VIEWER, this::list);
    routes.post("/api/scenarios", Needs.PLANNER, this::begin);
    routes.get("/api/scenarios/compare", Needs.VIEWER, this::compare);
    routes.get("/api/scenarios/{key}", Needs.VIEWER, this::read);
    routes.delete("/api/scenarios/{key}", Needs.PLANNER, this::withdraw);
    routes.get("/api/scenarios/{key}/versions", Needs.VIEWER, this::versions);
    routes.get("/api/scenarios/{key}/figures", Needs.VIEWER, this::figures);
    routes.get("/api/scenarios/{key}/shapes", Needs.VIEWER, this::shapes);
    routes.get("/api/scenarios/{key}/conflicts", Needs.VIEWER, this::conflicts);
    routes.get("/api/scenarios/{key}/export.{format}", Needs.PLANNER, this::export);
    routes.get("/api/scenarios/{key}/report.html", Needs.VIEWER, this::report);
    routes.post("/api/scenarios/{key}/select", Needs.PLANNER, this::select);
    routes.post("/api/scenarios/{key}/changes", Needs.PLANNER, this::change);
    routes.post("/api/scenarios/{key}/undo", Needs.PLANNER, context -> step(context, ScenarioDraft::undo));
    routes.post("/api/scenarios/{key}/redo", Needs.PLANNER, context -> step(context, ScenarioDraft::redo));
    routes.post("/api/scenarios/{key}/save", Needs.PLANNER, this::save);
    routes.post("/api/scenarios/{key}/rebase", Needs.PLANNER, this::rebase);
  }

  private void list(Context context) {
    Parameters.of(context);
    Json.answer(context, Map.of("scenarios", desk.saved().stream().map(ScenarioJson::saved).toList()));
  }

  /** An empty working copy, one of a saved scenario, or one with the changes a page still has. */
  private void begin(Context context) {
    Parameters.of(context);
    JsonNode body = body(context, Set.of("asOf", "from", "changes", "done"));
    LocalDate day = Parameters.day("asOf", body.path("asOf").asText(null));
    SavedScenario from = body.hasNonNull("from") ? desk.saved(body.get("from").asLong()) : null;
    ScenarioDraft draft;
    if (body.hasNonNull("changes")) {
      draft = desk.restore(day, from, body.get("changes"), body.path("done").asInt(Integer.MAX_VALUE));
    } else {
      draft = from != null ? desk.open(from) : desk.begin(day);
    }
    context.status(201);
    Json.answer(context, json.draft(draft));
  }

  private void read(Context context) {
    Parameters.of(context);
    Json.answer(context, json.draft(draft(context)));
  }

  private void versions(Context context) {
    Parameters.of(context);
    SavedScenario newest = newest(context);
    Json.answer(context, Map.of("versions", desk.versions(newest.id()).stream().map(ScenarioJson::saved).toList()));
  }

  private void withdraw(Context context) {
    Parameters parameters = Parameters.of(context, "by", "reason", "version");
    SavedScenario newest = newest(context);
    if (parameters.whole("version", 0, 1, Integer.MAX_VALUE) != newest.version()) {
      throw overtaken(newest);
    }
    Optional<SavedScenario> withdrawn =
        desk.withdraw(newest, Caller.signature(context, () -> parameters.required("by")), parameters.required("reason"),
            Caller.of(context));
    Json.answer(context, ScenarioJson.saved(withdrawn.orElseThrow(() -> overtaken(newest(context)))));
  }

  private static Problem overtaken(SavedScenario newest) {
    return Problem.conflict("'" + newest.name() + "' was saved by " + newest.savedBy() + " at " + newest.savedAt()
        + " as version " + newest.version() + "; open that version, or save yours as a new scenario");
  }

  private void figures(Context context) {
    Parameters parameters = Parameters.of(context, "state", "policy", "unit");
    ScenarioDraft draft = draft(context);
    Json.answer(context, json.figures(draft, state(parameters), policy(parameters), parameters.text("unit")));
  }

  private static State state(Parameters parameters) {
    return parameters.word("state", State.class, State.CURRENT);
  }

  private RedLinePolicy policy(Parameters parameters) {
    String name = parameters.text("policy");
    try {
      return workspace.policies().redLine().find(name != null ? name : workspace.district().policy());
    } catch (BadInput e) {
      throw Problem.badParameter("policy", e.getMessage());
    }
  }

  private void shapes(Context context) {
    Parameters.of(context);
    Json.answer(context, json.shapes(draft(context)));
  }

  private void conflicts(Context context) {
    Parameters.of(context);
    Json.answer(context, json.conflicts(draft(context)));
  }

  private void select(Context context) {
    Parameters.of(context);
    JsonNode body = body(context, Set.of("state", "shape"));
    State state = Parameters.word("state", body.path("state").asText(State.CURRENT.word()), State.class);
    Json.answer(context, ScenarioSelection.of(draft(context), state, body));
  }

  private void change(Context context) {
    Parameters.of(context);
    JsonNode body = Json.read(context);
    ScenarioDraft draft = working(context);
    context.status(201);
    Json.answer(context, json.effect(draft, draft.add(body)));
  }

  /** One step along the list of changes. */
  private interface Move {
    ScenarioDraft.Effect make(ScenarioDraft draft);
  }

  private void step(Context context, Move move) {
    Parameters.of(context);
    body(context, Set.of());
    ScenarioDraft draft = working(context);
    Json.answer(context, json.effect(draft, move.make(draft)));
  }

  private void save(Context context) {
    Parameters.of(context);
    JsonNode body = body(context, Set.of("name", "by", "note", "asNew"));
    ScenarioDraft draft = working(context);
    Optional<SavedScenario> saved = desk.save(draft, body.path("name").asText(null),
        Caller.signature(context, () -> body.path("by").asText(null)),
        body.path("note").asText(null), body.path("asNew").asBoolean(), Caller.of(context));
    Json.answer(context, ScenarioJson.saved(saved.orElseThrow(() -> overtaken(desk.saved(draft.saved().id())))));
  }

  private void rebase(Context context) {
    Parameters.of(context);
    body(context, Set.of());
    context.status(201);
    Json.answer(context, json.draft(desk.rebase(draft(context))));
  }

  private void compare(Context context) {
    Parameters parameters = Parameters.of(context, "keys", "state", "policy", "unit");
    List<String> keys = Arrays.stream(parameters.required("keys").split(",")).distinct().toList();
    if (keys.size() > MOST_COMPARED) {
      throw Problem.badParameter("keys", "up to " + MOST_COMPARED + " scenarios can be compared");
    }
    Json.answer(context, json.compare(keys.stream().map(this::draft).toList(), state(parameters),
        policy(parameters), parameters.text("unit")));
  }

  private void export(Context context) throws IOException {
    Parameters parameters = Parameters.of(context, "crs", "encoding", "shapes");
    FileFormat format = Parameters.word("format", context.pathParam("format"), FileFormat.class);
    Content content = exports.scenario(ScenarioLand.of(draft(context)));
    FileAnswer.send(context, handouts, new Exporter(content, ExportRoutes.options(format, parameters)), format, "scenario");
  }

  private void report(Context context) {
    Parameters parameters = Parameters.of(context, "lang");
    ScenarioDraft draft = draft(context);
    boolean english = "en".equals(parameters.text("lang"));
    RedLinePolicy policy = workspace.policies().redLine().find(workspace.district().policy());
    List<Map<String, Object>> figures =
        draft.states().stream().map(each -> json.figures(draft, each, policy, null)).toList();
    String page = new ScenarioReport(workspace, english).page(json.draft(draft), figures, json.conflicts(draft));
    handouts.note(context, Action.REPORT, "scenario " + context.pathParam("key"));
    context.contentType("text/html; charset=utf-8").result(page);
  }

  private ScenarioDraft draft(Context context) {
    return draft(context.pathParam("key"));
  }

  private ScenarioDraft draft(String key) {
    return desk.find(key).orElseThrow(() -> Problem.notFound("there is no scenario '" + key
        + "'; a working copy that nobody used for long is forgotten, and can be made anew from its changes", "key"));
  }

  private ScenarioDraft working(Context context) {
    String key = context.pathParam("key");
    if (!key.startsWith("w")) {
      throw Problem.badParameter("key", "a saved scenario is not changed itself; make a working copy with"
          + " POST /api/scenarios and \"from\": " + key);
    }
    return draft(context);
  }

  private SavedScenario newest(Context context) {
    String key = context.pathParam("key");
    return desk.saved().stream().filter(each -> String.valueOf(each.id()).equals(key)).findFirst()
        .orElseThrow(() -> Problem.notFound("there is no saved scenario '" + key + "'", "key"));
  }

  private static JsonNode body(Context context, Set<String> fields) {
    JsonNode body = Json.read(context);
    body.fieldNames().forEachRemaining(name -> {
      if (!fields.contains(name)) {
        throw Problem.badParameter(name, "'" + name + "' is not known here");
      }
    });
    return body;
  }
}
