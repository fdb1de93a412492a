package org.parkland.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parkland.BadInput;
import org.parkland.geometry.Crs;
import org.parkland.geometry.UnknownCrsException;

/**
 * A GeoJSON FeatureCollection (RFC 7946), feature after feature, with the older {@code crs} member that offices
 * still send. Without it coordinates are WGS 84 degrees, as the RFC says.
 */
final class GeoJsonSource implements FeatureSource {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern CRS_NAME = Pattern.compile("(?i)EPSG:{1,2}(?:[0-9.]*:)?(\\d+)$");
  private static final String DEFAULT_CRS = "EPSG:4326";

  private final String file;
  private final JsonParser parser;
  private final SourceLayer layer;
  private long row;

  private GeoJsonSource(String file, JsonParser parser, SourceLayer layer) {
    this.file = file;
    this.parser = parser;
    this.layer = layer;
  }

  static FeatureSource open(Path file) {
    Head head = Head.of(file);
    try {
      JsonParser parser = parser(file);
      seekFeatures(file, parser);
      String name = file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
      SourceLayer layer =
          new SourceLayer("GeoJSON", name, List.copyOf(head.columns), head.crs, null, head.count);
      return new GeoJsonSource(file.toString(), parser, layer);
    } catch (IOException e) {
      throw broken(file.toString(), e);
    }
  }

  private static JsonParser parser(Path file) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file));
    in.mark(3);
    if (in.read() != 0xef) {
      in.reset();
    } else {
      in.skipNBytes(2);
    }
    return new JsonFactory().setCodec(JSON).createParser(in);
  }

  private static void seekFeatures(Path file, JsonParser parser) throws IOException {
    parser.nextToken();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      boolean features = parser.currentName().equals("features");
      if (parser.nextToken() == JsonToken.START_ARRAY && features) {
        parser.nextToken();
        return;
      }
      parser.skipChildren();
    }
    throw new BadInput(file.toString(), "is JSON but has no 'features' list",
        "deliver a GeoJSON FeatureCollection");
  }

  @Override
  public SourceLayer layer() {
    return layer;
  }

  @Override
  public boolean hasNext() {
    return parser.currentToken() == JsonToken.START_OBJECT;
  }

  @Override
  public SourceFeature next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    row++;
    try {
      JsonNode feature = parser.readValueAsTree();
      parser.nextToken();
      return new SourceFeature(row, GeoJsonGeometry.of(feature.get("geometry")),
          values(feature.path("properties")));
    } catch (IllegalArgumentException e) {
      throw new BadInput(file + " row " + row, "the shape is damaged: " + e.getMessage(),
          "export the layer again or delete the row", e);
    } catch (IOException e) {
      throw broken(file, e);
    }
  }

  private static Map<String, Object> values(JsonNode properties) {
    Map<String, Object> values = new LinkedHashMap<>();
    properties.fields().forEachRemaining(entry -> {
      Object value = value(entry.getValue());
      if (value != null) {
        values.put(entry.getKey(), value);
      }
    });
    return values;
  }

  private static Object value(JsonNode node) {
    if (node.isNull() || node.isTextual() && node.asText().isBlank()) {
      return null;
    }
    return node.isNumber() ? node.numberValue() : node.isBoolean() ? (Object) node.asBoolean()
        : node.isTextual() ? node.asText() : node.toString();
  }

  private static BadInput broken(String file, IOException e) {
    boolean syntax = e instanceof JsonProcessingException json && json.getLocation() != null;
    String place = syntax ? file + " line " + ((JsonProcessingException) e).getLocation().getLineNr() : file;
    return new BadInput(place, "is not valid JSON or is cut off", "export the layer again", e);
  }

  @Override
  public void close() {
    try {
      parser.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a first pass over the file tells: the columns of all features, the count, and a crs at the end. */
  private static final class Head {
    private final Set<String> columns = new LinkedHashSet<>();
    private Crs crs = Crs.of(DEFAULT_CRS);
    private long count;

    static Head of(Path file) {
      Head head = new Head();
      try (JsonParser parser = parser(file)) {
        parser.nextToken();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
          head.member(file, parser, parser.currentName());
        }
      } catch (IOException e) {
        throw broken(file.toString(), e);
      }
      return head;
    }

    private void member(Path file, JsonParser parser, String name) throws IOException {
      JsonToken token = parser.nextToken();
      if (name.equals("features") && token == JsonToken.START_ARRAY) {
        while (parser.nextToken() == JsonToken.START_OBJECT) {
          count++;
          JsonNode feature = parser.readValueAsTree();
          feature.path("properties").fieldNames().forEachRemaining(columns::add);
        }
      } else if (name.equals("crs")) {
        JsonNode declared = parser.readValueAsTree();
        declared(file, declared.path("properties").path("name").asText(""));
      } else {
        parser.skipChildren();
      }
    }

    private void declared(Path file, String name) {
      if (name.isEmpty() || name.toUpperCase(java.util.Locale.ROOT).endsWith("CRS84")) {
        return;
      }
      Matcher matcher = CRS_NAME.matcher(name);
      try {
        crs = Crs.of(matcher.find() ? "EPSG:" + matcher.group(1) : name);
      } catch (UnknownCrsException e) {
        throw new BadInput(file + " member crs", e.getMessage(), "say which system it is with --crs EPSG:n", e);
      }
    }
  }
}
