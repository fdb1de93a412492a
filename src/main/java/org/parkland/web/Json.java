package org.parkland.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.javalin.config.Key;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.parkland.config.Setting;
import org.parkland.config.Values;
import org.parkland.sink.GeoJsonShape;

/** Writes answers: dates as text, geometries as GeoJSON, boxes as [west, south, east, north]. */
final class Json {
  /** 1e-8 degrees are about a millimetre. */
  private static final int DECIMALS = 8;

  /** Reads bodies of requests within the server's limits. */
  static final Key<ObjectReader> READER = new Key<>("json-reader");
  /** Longer than any number that means something. */
  private static final int LONGEST_NUMBER = 100;

  private static final ObjectMapper MAPPER = JsonMapper.builder()
      .addModule(new JavaTimeModule())
      .addModule(new SimpleModule().addSerializer(Geometry.class, new Shape()).addSerializer(Envelope.class, new Box()))
      .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
      .build();

  private Json() {}

  static ObjectReader reader(Values settings) {
    return JsonMapper.builder(JsonFactory.builder().streamReadConstraints(StreamReadConstraints.builder()
        .maxNestingDepth(settings.whole(Setting.JSON_DEPTH)).maxNumberLength(LONGEST_NUMBER)
        .maxStringLength(Math.toIntExact(settings.mebibytes(Setting.BODY_MIB))).build()).build())
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build().reader();
  }

  static void answer(Context context, Object body) {
    answer(context, body, "application/json");
  }

  static void answer(Context context, Object body, String type) {
    try {
      context.contentType(type + "; charset=utf-8").result(MAPPER.writeValueAsBytes(body));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("answers always become JSON", e);
    }
  }

  /**
   * The body of a request, which must be one object. It must also say that it is JSON: a page of another site cannot
   * send that without being asked first, so it cannot write here on behalf of whoever looks at it.
   */
  static JsonNode read(Context context) {
    String type = context.contentType();
    if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
      throw Problem.badParameter("Content-Type", "send the body as application/json");
    }
    try {
      JsonNode body = context.appData(READER).readTree(context.bodyAsBytes());
      if (body != null && body.isObject()) {
        return body;
      }
    } catch (StreamConstraintsException e) {
      throw Problem.badParameter("body", "the body nests deeper, or holds a longer number, name or text, than is taken");
    } catch (IOException e) {
      // told below, as a body that is no object is
    }
    throw Problem.badParameter("body", "the body must be one JSON object");
  }

  static String text(Object body) {
    try {
      return new String(MAPPER.writeValueAsBytes(body), StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("answers always become JSON", e);
    }
  }

  private static final class Shape extends JsonSerializer<Geometry> {
    @Override
    public void serialize(Geometry geometry, JsonGenerator json, SerializerProvider provider) throws IOException {
      new GeoJsonShape(json, DECIMALS).write(geometry);
    }
  }

  private static final class Box extends JsonSerializer<Envelope> {
    @Override
    public void serialize(Envelope box, JsonGenerator json, SerializerProvider provider) throws IOException {
      json.writeArray(new double[] {box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()}, 0, 4);
    }
  }
}
