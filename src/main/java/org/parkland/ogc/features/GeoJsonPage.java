package org.parkland.ogc.features;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import org.parkland.geometry.OutsideProjectionException;
import org.parkland.ogc.crs.NamedCrs;
import org.parkland.ogc.http.OgcJson;
import org.parkland.ogc.items.Item;
import org.parkland.sink.GeoJsonShape;

/** Writes items as GeoJSON (RFC 7946), shapes in a system of choice. */
final class GeoJsonPage {
  /** About a millimetre in degrees, a tenth of one in metres. */
  private static final int DECIMALS_OF_DEGREES = 8;
  private static final int DECIMALS_OF_METRES = 4;

  private final NamedCrs crs;
  private final Set<String> properties;
  private final boolean withShape;

  /** @param properties null for all */
  GeoJsonPage(NamedCrs crs, Set<String> properties, boolean withShape) {
    this.crs = crs;
    this.properties = properties;
    this.withShape = withShape;
  }

  private interface Body {
    void write(JsonGenerator json) throws IOException;
  }

  private static byte[] written(Body body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
    try (JsonGenerator json = OgcJson.MAPPER.createGenerator(bytes)) {
      body.write(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  byte[] collection(PageReader.Page page, List<Map<String, Object>> links) {
    return written(json -> {
      json.writeStartObject();
      json.writeStringField("type", "FeatureCollection");
      json.writePOJOField("links", links);
      json.writeStringField("timeStamp", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
      if (page.matched().isPresent()) {
        json.writeNumberField("numberMatched", page.matched().getAsLong());
      }
      json.writeNumberField("numberReturned", page.items().size());
      json.writeArrayFieldStart("features");
      for (Item item : page.items()) {
        feature(json, item, null);
      }
      json.writeEndArray();
      json.writeEndObject();
    });
  }

  byte[] item(Item item, List<Map<String, Object>> links) {
    return written(json -> feature(json, item, links));
  }

  private void feature(JsonGenerator json, Item item, List<Map<String, Object>> links) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", "Feature");
    json.writeStringField("id", item.id());
    json.writeFieldName("geometry");
    shape(json, item);
    json.writeObjectFieldStart("properties");
    for (Map.Entry<String, Object> each : item.properties().entrySet()) {
      if (properties == null || properties.contains(each.getKey())) {
        json.writeFieldName(each.getKey());
        value(json, each.getValue());
      }
    }
    json.writeEndObject();
    if (links != null) {
      json.writePOJOField("links", links);
    }
    json.writeEndObject();
  }

  /** The few types that most values have; asking the mapper for each value costs more than writing it. */
  private static void value(JsonGenerator json, Object value) throws IOException {
    if (value == null) {
      json.writeNull();
    } else if (value instanceof String text) {
      json.writeString(text);
    } else if (value instanceof LocalDate day) {
      json.writeString(day.toString());
    } else {
      json.writePOJO(value);
    }
  }

  private void shape(JsonGenerator json, Item item) throws IOException {
    Geometry shape = withShape ? reprojected(item) : null;
    if (shape == null) {
      json.writeNull();
      return;
    }
    Geometry named = crs.named(RightHand.of(shape));
    new GeoJsonShape(json, crs.crs().isGeographic() ? DECIMALS_OF_DEGREES : DECIMALS_OF_METRES).write(named);
  }

  /** Null where the system cannot express it. */
  private Geometry reprojected(Item item) {
    try {
      return item.shape(crs.crs());
    } catch (OutsideProjectionException e) {
      return null;
    }
  }
}
