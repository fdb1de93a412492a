package org.parkland.web;

import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.parkland.analysis.CorrectionJson;
import org.parkland.analysis.DayLayers;
import org.parkland.analysis.JudgedParcel;
import org.parkland.analysis.LandAnalysis;
import org.parkland.analysis.ParcelFacts;
import org.parkland.analysis.Workspace;
import org.parkland.land.LandUseClass;

/** One parcel: by number, by place, or by searching. */
final class ParcelRoutes {
  private static final int MOST_HITS = 50;

  private final Workspace workspace;
  private final LandAnalysis analysis;

  ParcelRoutes(Workspace workspace, LandAnalysis analysis) {
    this.workspace = workspace;
    this.analysis = analysis;
  }

  void addTo(RouteTable routes) {
    routes.get("/api/parcels/{id}", Needs.VIEWER, this::parcel);
    routes.get("/api/identify", Needs.VIEWER, this::identify);
    routes.get("/api/search", Needs.VIEWER, this::search);
  }

  private void parcel(Context context) {
    Parameters parameters = Parameters.of(context, "asOf", "today");
    String id = context.pathParam("id");
    DayLayers day = analysis.day(parameters.date("asOf"));
    ParcelFacts.Facts facts = analysis.parcels().find(id, day)
        .orElseThrow(() -> Problem.notFound("there is no parcel '" + id + "' as of " + day.asOf(), "id"));
    Json.answer(context, answer(facts, day, parameters.date("today")));
  }

  private void identify(Context context) {
    Parameters parameters = Parameters.of(context, "lon", "lat", "asOf", "today");
    double longitude = parameters.number("lon", -180, 180);
    double latitude = parameters.number("lat", -90, 90);
    DayLayers day = analysis.day(parameters.date("asOf"));
    ParcelFacts.Facts facts = analysis.parcels().at(longitude, latitude, day).orElseThrow(
        () -> Problem.notFound("there is no parcel at " + longitude + ", " + latitude + " as of " + day.asOf(), null));
    Json.answer(context, answer(facts, day, parameters.date("today")));
  }

  private void search(Context context) {
    Parameters parameters = Parameters.of(context, "q", "limit", "asOf");
    String text = parameters.required("q");
    int limit = parameters.whole("limit", 10, 1, MOST_HITS);
    Json.answer(context,
        Map.of("results", analysis.search().find(text, analysis.day(parameters.date("asOf")), limit)));
  }

  private Map<String, Object> answer(ParcelFacts.Facts facts, DayLayers day, LocalDate today) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("id", facts.parcel().id());
    answer.put("asOf", day.asOf());
    answer.put("landUse", landUse(facts.parcel().landUse()));
    answer.put("areas", areas(facts));
    answer.put("planned", facts.planned().stream().map(each -> planned(each, facts.computedM2())).toList());
    answer.put("units", facts.units().stream().map(each -> unit(each, facts.computedM2())).toList());
    addIdle(answer, analysis.idleJudge(day, today).judge(facts.parcel()).orElse(null));
    answer.put("attributes", facts.parcel().attributes());
    answer.put("corrections", analysis.corrections().history(facts.parcel().id()).stream()
        .map(each -> CorrectionJson.entry(each, analysis.corrections())).toList());
    answer.put("extra", facts.parcel().extra());
    answer.put("bounds", facts.shape().getEnvelopeInternal());
    answer.put("geometry", facts.shape());
    return answer;
  }

  private static void addIdle(Map<String, Object> answer, JudgedParcel entry) {
    answer.put("idle", entry == null || entry.standing() == null ? null : entry.standing().json());
    answer.put("inefficient", entry == null || entry.inefficient() == null ? null : entry.inefficient().json());
  }

  private Map<String, Object> landUse(String code) {
    if (code == null) {
      return null;
    }
    Map<String, Object> answer = new LinkedHashMap<>();
    LandUseClass known = workspace.standards().classification().find(code).orElseThrow();
    answer.put("code", code);
    answer.put("name", known.name());
    answer.put("nameEn", known.nameEn());
    return answer;
  }

  private static Map<String, Object> areas(ParcelFacts.Facts facts) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("computedM2", facts.computedM2());
    answer.put("registeredM2", facts.parcel().number("registered_area_m2"));
    answer.put("approvedM2", facts.parcel().number("approved_area_m2"));
    answer.put("method", "ellipsoidal");
    return answer;
  }

  private Map<String, Object> planned(ParcelFacts.PlannedPart part, double wholeM2) {
    Map<String, Object> answer = landUse(part.code());
    answer.put("block", part.block());
    answer.put("areaM2", part.areaM2());
    answer.put("share", part.areaM2() / wholeM2);
    return answer;
  }

  private static Map<String, Object> unit(ParcelFacts.UnitPart part, double wholeM2) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("id", part.unit().id());
    answer.put("kind", part.unit().kind());
    answer.put("name", part.unit().name());
    answer.put("nameEn", part.unit().nameEn());
    answer.put("areaM2", part.areaM2());
    answer.put("share", part.areaM2() / wholeM2);
    return answer;
  }
}
