package org.parkland.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.parkland.analysis.UploadFolder.Upload;
import org.parkland.geometry.Crs;
import org.parkland.geometry.UnknownCrsException;
import org.parkland.ingest.ImportRequest;
import org.parkland.source.Origin;

/**
 * What a request says about an upload: how to understand it.
 *
 * @param body null where everything is left to the file
 * @param by who wants it; null where nobody says
 */
record ImportBody(JsonNode body, Upload upload, String by) {
  private static final String NOBODY = "page";

  /** @throws Problem if the body is no JSON object or has a field that is not known */
  static JsonNode read(Context context, Set<String> fields) {
    JsonNode body = Json.read(context);
    body.fieldNames().forEachRemaining(name -> {
      if (!fields.contains(name)) {
        throw Problem.badParameter(name, "'" + name + "' is no part of this request; known are: "
            + String.join(", ", fields.stream().sorted().toList()));
      }
    });
    return body;
  }

  /** @throws Problem naming the field that is wrong */
  ImportRequest request() {
    if (body == null) {
      return new ImportRequest(upload.file(), null, null, null, null, null, null, Map.of(), Map.of(), false, NOBODY);
    }
    return new ImportRequest(Origin.of(upload.file()), ImportRoutes.kind(text("kind")), text("name"), text("layer"),
        Parameters.day("asOf", text("asOf")), crs(), false, flag("swapAxes"), encoding(), words("columns"),
        words("codes"), flag("keepUnknownCodes"), text("scheme"), by == null ? NOBODY : by);
  }

  private String text(String name) {
    return text(body, name);
  }

  static String text(JsonNode body, String name) {
    JsonNode value = body.get(name);
    if (value == null || value.isNull()) {
      return null;
    }
    if (!value.isTextual()) {
      throw Problem.badParameter(name, "'" + name + "' must be text");
    }
    return value.asText().isBlank() ? null : value.asText().strip();
  }

  static String required(JsonNode body, String name) {
    String value = text(body, name);
    if (value == null) {
      throw Problem.badParameter(name, "'" + name + "' is missing");
    }
    return value;
  }

  private boolean flag(String name) {
    JsonNode value = body.get(name);
    if (value != null && !value.isNull() && !value.isBoolean()) {
      throw Problem.badParameter(name, "'" + name + "' must be true or false");
    }
    return value != null && value.asBoolean();
  }

  private Map<String, String> words(String name) {
    JsonNode value = body.get(name);
    Map<String, String> words = new LinkedHashMap<>();
    if (value == null || value.isNull()) {
      return words;
    }
    if (!value.isObject()) {
      throw Problem.badParameter(name, "'" + name + "' must be an object of texts");
    }
    value.fields().forEachRemaining(each -> {
      if (!each.getValue().isTextual()) {
        throw Problem.badParameter(name, "'" + each.getKey() + "' in '" + name + "' must be text");
      }
      words.put(each.getKey(), each.getValue().asText());
    });
    return words;
  }

  private Crs crs() {
    String code = text("crs");
    try {
      return code == null ? null : Crs.of(code);
    } catch (UnknownCrsException e) {
      throw Problem.badParameter("crs", e.getMessage() + "; use a code such as EPSG:4526 or EPSG:4547");
    }
  }

  private Charset encoding() {
    String name = text("encoding");
    try {
      return name == null ? null : Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw Problem.badParameter("encoding", "'" + name + "' is no encoding; use GB18030 or UTF-8");
    }
  }
}
