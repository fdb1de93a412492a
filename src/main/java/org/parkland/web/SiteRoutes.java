package org.parkland.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.parkland.analysis.DayLayers;
import org.parkland.analysis.LandAnalysis;
import org.parkland.analysis.SiteJson;
import org.parkland.analysis.SiteQuery;
import org.parkland.analysis.SiteStudy;
import org.parkland.analysis.Workspace;
import org.parkland.idle.Funnel;
import org.parkland.idle.Ranking;
import org.parkland.land.Classification;
import org.parkland.land.FunnelPolicy;
import org.parkland.land.Project;
import org.parkland.pack.Projects;

/** From nominal to usable land: funnel, ranking, assembly and matching. */
final class SiteRoutes {
  private static final int MOST_ROWS = 1_000;
  private static final int MOST_ASSEMBLIES = 200;
  private static final double MU_M2 = 2000.0 / 3;
  private static final double MOST_MU = 1e6;
  /** Without one of these the order is that of the ranking. */
  private static final Map<String, Comparator<Ranking.Place>> ORDERS = Map.of(
      "rank", Comparator.comparingInt(Ranking.Place::rank),
      "area", Comparator.comparingDouble(place -> place.site().areaM2()),
      "stability", Comparator.comparingDouble(Ranking.Place::stability),
      "parcel", Comparator.comparing(place -> place.site().parcel()));

  private final Workspace workspace;
  private final LandAnalysis analysis;

  SiteRoutes(Workspace workspace, LandAnalysis analysis) {
    this.workspace = workspace;
    this.analysis = analysis;
  }

  void addTo(RouteTable routes) {
    routes.get("/api/funnel", Needs.VIEWER, this::funnel);
    routes.get("/api/candidates", Needs.VIEWER, this::candidates);
    routes.get("/api/assemblies", Needs.VIEWER, this::assemblies);
    routes.get("/api/match", Needs.VIEWER, this::match);
    routes.post("/api/match", Needs.PLANNER, this::matchOne);
  }

  private void funnel(Context context) {
    Parameters parameters = Parameters.of(context, "asOf", "today", "unit", "class", "order", "step", "limit", "offset");
    SiteQuery query = query(parameters);
    SiteStudy study = study(parameters);
    SiteJson words = new SiteJson(study);
    Map<String, Object> answer = words.head();
    answer.putAll(words.funnel(query));
    String step = parameters.text("step");
    if (step != null) {
      List<Funnel.Placed> there = study.funnel(query).at(place(step, query.funnel()));
      answer.put("step", step);
      answer.put("total", there.size());
      answer.put("sites", parameters.page(there, MOST_ROWS).map(words::placed).toList());
    }
    Json.answer(context, answer);
  }

  private static String place(String step, FunnelPolicy policy) {
    if (!step.equals(Funnel.USABLE) && policy.steps().stream().noneMatch(each -> each.key().equals(step))) {
      throw Problem.badParameter("step", "'" + step + "' is no place in the funnel; they are "
          + String.join(", ", policy.steps().stream().map(FunnelPolicy.Step::key).toList()) + ", " + Funnel.USABLE);
    }
    return step;
  }

  private void candidates(Context context) {
    Parameters parameters =
        Parameters.of(context, "asOf", "today", "unit", "class", "weights", "sort", "limit", "offset");
    SiteQuery query = query(parameters);
    SiteStudy study = study(parameters);
    SiteJson words = new SiteJson(study);
    Ranking ranking = study.ranking(query);
    Map<String, Object> answer = words.head();
    answer.putAll(words.ranked(query));
    answer.put("total", ranking.size());
    answer.put("candidates", places(ranking, parameters).stream().map(words::candidate).toList());
    Json.answer(context, answer);
  }

  /** In the ranking's own order only the page is looked at. */
  private static List<Ranking.Place> places(Ranking ranking, Parameters parameters) {
    if (parameters.text("sort") == null) {
      return ranking.page(parameters.whole("offset", 0, 0, Integer.MAX_VALUE - MOST_ROWS),
          parameters.whole("limit", 50, 1, MOST_ROWS));
    }
    return parameters.page(parameters.sorted("sort", ORDERS, ranking.page(0, ranking.size())), MOST_ROWS).toList();
  }

  private void assemblies(Context context) {
    Parameters parameters = Parameters.of(context, "asOf", "today", "areaMinMu", "areaMaxMu", "limit", "offset");
    SiteStudy study = study(parameters);
    SiteJson words = new SiteJson(study);
    boolean wanted = parameters.text("areaMinMu") != null || parameters.text("areaMaxMu") != null;
    var found = wanted ? study.assemblies(mu(parameters, "areaMinMu", 0), mu(parameters, "areaMaxMu", MOST_MU))
        : study.clusters();
    Map<String, Object> answer = words.head();
    answer.put("total", found.size());
    answer.put("assemblies", parameters.page(found, MOST_ASSEMBLIES).map(words::assembly).toList());
    answer.put("keystone", study.keystone().map(SiteJson::keystone).orElse(null));
    Json.answer(context, answer);
  }

  private static double mu(Parameters parameters, String name, double otherwise) {
    return MU_M2 * (parameters.text(name) == null ? otherwise : parameters.number(name, 0, MOST_MU));
  }

  /** The pack's list shared among the sites, or the short list of one of its projects. */
  private void match(Context context) {
    Parameters parameters = Parameters.of(context, "asOf", "today", "project");
    List<Project> projects = workspace.projects();
    String id = parameters.text("project");
    SiteJson words = new SiteJson(study(parameters));
    Map<String, Object> answer = words.head();
    if (id != null) {
      Project project = projects.stream().filter(each -> each.id().equals(id)).findFirst()
          .orElseThrow(() -> Problem.badParameter("project", "there is no project '" + id + "' in the district's list"));
      addOffers(answer, project, words);
    } else {
      answer.put("projects", projects.stream().map(SiteJson::project).toList());
      answer.put("shared", words.shared(projects));
    }
    Json.answer(context, answer);
  }

  private void matchOne(Context context) {
    Parameters parameters = Parameters.of(context, "asOf", "today");
    Project project = project(Json.read(context), workspace.standards().classification());
    SiteJson words = new SiteJson(study(parameters));
    Map<String, Object> answer = words.head();
    addOffers(answer, project, words);
    Json.answer(context, answer);
  }

  private static void addOffers(Map<String, Object> answer, Project project, SiteJson words) {
    answer.put("project", SiteJson.project(project));
    answer.put("offers", words.offers(project));
  }

  /** The names are those of the project list, in the manner of JSON: area_min_mu is areaMinMu. */
  private static Project project(JsonNode body, Classification classes) {
    Map<String, String> row = new HashMap<>(Map.of("id", "–", "name", "–", "name_en", "–"));
    body.fields().forEachRemaining(field -> {
      if (!field.getValue().isNull()) {
        row.put(field.getKey().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT),
            field.getValue().asText());
      }
    });
    return Projects.one("project", row, classes);
  }

  private SiteStudy study(Parameters parameters) {
    return analysis.sites(analysis.day(parameters.date("asOf")), parameters.date("today"));
  }

  private SiteQuery query(Parameters parameters) {
    DayLayers day = analysis.day(parameters.date("asOf"));
    FunnelPolicy wanting = parameters.read("class", codes -> SiteQuery.wanting(
        workspace.policies().sites().funnel(), codes, workspace.standards().classification()));
    return new SiteQuery(parameters.unit(analysis, day),
        parameters.read("order", keys -> SiteQuery.ordered(wanting, keys)),
        parameters.read("weights", text -> SiteQuery.weights(text, workspace.policies().sites().ranking())));
  }
}
