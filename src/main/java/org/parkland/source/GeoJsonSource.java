package org.parkland.source;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.parkland.BadInput;

/**
 * GeoJSON (RFC 7946), feature after feature: a FeatureCollection, a single Feature, or one Feature per line with or
 * without the record separators of RFC 8142; with the older {@code crs} member that offices still send. Without it
 * coordinates are WGS 84 degrees, as the RFC says.
 */
final class GeoJsonSource implements FeatureSource {
  private final String file;
  private final JsonParser parser;
  private final SourceLayer layer;
  private long row;

  private GeoJsonSource(String file, JsonParser parser, SourceLayer layer) {
    this.file = file;
    this.parser = parser;
    this.layer = layer;
  }

  static FeatureSource open(Path file, Reading how) {
    GeoJsonText text = new GeoJsonText(file, how.encoding());
    GeoJsonHead head = GeoJsonHead.of(text, how);
    try {
      JsonParser parser = text.parser();
      if (head.isCollection()) {
        text.seekFeatures(parser);
      } else {
        parser.nextToken();
      }
      SourceLayer layer = new SourceLayer("GeoJSON", Format.stem(file), List.copyOf(head.columns()),
          head.crs(), text.encoding(), head.count(), head.notices());
      return new GeoJsonSource(file.toString(), parser, layer);
    } catch (IOException e) {
      throw text.broken(e);
    }
  }

  @Override
  public SourceLayer layer() {
    return layer;
  }

  /** All rows have been seen once, so what follows the last one needs no second look. */
  @Override
  public boolean hasNext() {
    return row < layer.count();
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
      throw GeoJsonText.broken(file, e);
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

  @Override
  public void close() {
    try {
      parser.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
