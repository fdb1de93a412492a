package org.parkland.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.parkland.analysis.CorrectionDesk;
import org.parkland.analysis.CorrectionJson;
import org.parkland.land.Attribute;
import org.parkland.land.Correction;

/** The office's corrections: their history, new ones, and taking one back. */
final class CorrectionRoutes {
  private static final int MOST_ROWS = 1_000;
  private static final Set<String> FIELDS =
      Set.of("parcel", "field", "value", "reason", "by", "evidenceName", "evidenceBase64");

  private final CorrectionDesk desk;

  CorrectionRoutes(CorrectionDesk desk) {
    this.desk = desk;
  }

  void addTo(RouteTable routes) {
    routes.get("/api/corrections", Needs.VIEWER, this::history);
    routes.post("/api/corrections", Needs.PLANNER, this::enter);
    routes.delete("/api/corrections/{number}", Needs.PLANNER, this::remove);
  }

  /** Newest first. */
  private void history(Context context) {
    Parameters parameters = Parameters.of(context, "parcel", "limit", "offset");
    String parcel = parameters.text("parcel");
    List<Correction> entries = new ArrayList<>(parcel == null ? desk.entries() : desk.history(parcel));
    Collections.reverse(entries);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("total", entries.size());
    answer.put("corrections",
        parameters.page(entries, MOST_ROWS).map(each -> CorrectionJson.entry(each, desk)).toList());
    answer.put("fields", desk.correctable().stream().map(CorrectionRoutes::field).toList());
    Json.answer(context, answer);
  }

  private static Map<String, Object> field(Attribute attribute) {
    Map<String, Object> field = new LinkedHashMap<>();
    field.put("name", attribute.name());
    field.put("label", attribute.label());
    field.put("labelEn", attribute.labelEn());
    field.put("type", attribute.type().name().toLowerCase(Locale.ROOT));
    field.put("unit", attribute.unit());
    return field;
  }

  private void enter(Context context) {
    Parameters.of(context);
    JsonNode body = Json.read(context);
    body.fieldNames().forEachRemaining(name -> {
      if (!FIELDS.contains(name)) {
        throw Problem.badParameter(name, "'" + name + "' is no part of a correction");
      }
    });
    Correction entered = desk.enter(new CorrectionDesk.Request(required(body, "parcel"), required(body, "field"),
        text(body, "value"), required(body, "reason"), evidence(body),
        Caller.signature(context, () -> required(body, "by"))), Caller.of(context));
    context.status(201);
    Json.answer(context, CorrectionJson.entry(entered, desk));
  }

  private static Correction.Evidence evidence(JsonNode body) {
    String name = text(body, "evidenceName");
    if (name == null) {
      return null;
    }
    try {
      return CorrectionDesk.evidence(name, Base64.getDecoder().decode(required(body, "evidenceBase64")));
    } catch (IllegalArgumentException e) {
      throw Problem.badParameter("evidenceBase64", "the evidence is not in Base64");
    }
  }

  private void remove(Context context) {
    Parameters parameters = Parameters.of(context, "reason", "by");
    Correction entry = desk.remove(number(context), parameters.required("reason"),
        Caller.signature(context, () -> parameters.required("by")), Caller.of(context));
    Json.answer(context, CorrectionJson.entry(entry, desk));
  }

  private static long number(Context context) {
    try {
      return Long.parseLong(context.pathParam("number"));
    } catch (NumberFormatException e) {
      throw Problem.notFound("there is no correction '" + context.pathParam("number") + "'", "number");
    }
  }

  private static String text(JsonNode body, String name) {
    JsonNode value = body.get(name);
    return value == null || value.isNull() || value.asText().isBlank() ? null : value.asText();
  }

  private static String required(JsonNode body, String name) {
    String value = text(body, name);
    if (value == null) {
      throw Problem.badParameter(name, "'" + name + "' is missing");
    }
    return value;
  }
}
