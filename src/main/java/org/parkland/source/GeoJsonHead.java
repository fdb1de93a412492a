package org.parkland.source;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parkland.BadInput;
import org.parkland.geometry.Crs;

/**
 * What a first pass over GeoJSON tells: whether it is a collection or a row of features, the columns of all of them,
 * their count, and a {@code crs} wherever it stands.
 */
final class GeoJsonHead {
  private static final Pattern CRS_NAME = Pattern.compile("(?i)EPSG:{1,2}(?:[0-9.]*:)?(\\d+)$");
  private static final Crs DEFAULT_CRS = Crs.of("EPSG:4326");

  private final GeoJsonText text;
  private final Reading how;
  private final Set<String> columns = new LinkedHashSet<>();
  private final List<Notice> notices = new ArrayList<>();
  private Crs crs = DEFAULT_CRS;
  private boolean collection;
  private boolean feature;
  private long count;

  private GeoJsonHead(GeoJsonText text, Reading how) {
    this.text = text;
    this.how = how;
  }

  static GeoJsonHead of(GeoJsonText text, Reading how) {
    GeoJsonHead head = new GeoJsonHead(text, how);
    try (JsonParser parser = text.parser()) {
      parser.nextToken();
      head.object(parser);
      if (!head.collection && !head.feature) {
        throw text.noFeatures();
      }
      if (!head.collection) {
        head.features(parser);
      } else if (parser.nextToken() != null) {
        throw head.stray(parser);
      }
    } catch (IOException e) {
      throw text.broken(e);
    }
    return head;
  }

  /** The first object: the collection, or the first feature of many. */
  private void object(JsonParser parser) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      member(parser, parser.currentName());
    }
  }

  private void member(JsonParser parser, String name) throws IOException {
    JsonToken token = parser.nextToken();
    if (name.equals("features") && token == JsonToken.START_ARRAY) {
      collection = true;
      while (parser.nextToken() == JsonToken.START_OBJECT) {
        add(parser.readValueAsTree());
      }
      if (parser.currentToken() != JsonToken.END_ARRAY) {
        throw stray(parser);
      }
    } else if (name.equals("crs")) {
      JsonNode declared = parser.readValueAsTree();
      declared(declared.path("properties").path("name").asText(""));
    } else if (name.equals("properties") && token == JsonToken.START_OBJECT) {
      JsonNode properties = parser.readValueAsTree();
      properties.fieldNames().forEachRemaining(columns::add);
    } else if (name.equals("type")) {
      feature = "Feature".equals(parser.getText());
    } else {
      parser.skipChildren();
    }
  }

  /** The features after the first, one JSON text each. */
  private void features(JsonParser parser) throws IOException {
    count = 1;
    while (parser.nextToken() == JsonToken.START_OBJECT) {
      add(parser.readValueAsTree());
    }
    if (parser.currentToken() != null) {
      throw stray(parser);
    }
  }

  private BadInput stray(JsonParser parser) {
    return new BadInput(text.file() + " line " + parser.currentLocation().getLineNr(),
        "something other than a feature stands after feature " + count, "export the layer again");
  }

  private void add(JsonNode each) {
    count++;
    each.path("properties").fieldNames().forEachRemaining(columns::add);
  }

  private void declared(String name) {
    if (name.isEmpty() || name.toUpperCase(Locale.ROOT).endsWith("CRS84")) {
      return;
    }
    Matcher matcher = CRS_NAME.matcher(name);
    DeclaredCrs declared =
        DeclaredCrs.ofCode(text.file() + " member crs", matcher.find() ? "EPSG:" + matcher.group(1) : name, how);
    crs = declared.crs();
    notices.addAll(declared.notices());
  }

  boolean isCollection() {
    return collection;
  }

  Set<String> columns() {
    return columns;
  }

  Crs crs() {
    return crs;
  }

  long count() {
    return count;
  }

  List<Notice> notices() {
    return notices;
  }
}
