package org.parkland.sink;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.locationtech.jts.geom.Geometry;

/**
 * Writes one layer as a GeoJSON feature collection, one feature per line.
 *
 * <p>A file of a pack gets 9 decimals of degrees (0.1 mm) or 3 of metres, and the old {@code crs} member, since
 * RFC 7946 leaves no other way to say that the data are CGCS2000 and not WGS 84. An export has its coordinates in
 * full, and the member only where it is not in degrees of longitude and latitude: then it is RFC 7946 to the letter,
 * outer rings counter-clockwise.
 */
public final class GeoJsonWriter implements FeatureWriter {
  private final List<Column> columns;
  private final GeoJsonShape shape;
  private final JsonGenerator json;
  private final boolean rightHanded;

  /** A file of a pack. */
  public GeoJsonWriter(Path file, String layer, SpatialReference reference, List<Column> columns)
      throws IOException {
    this.columns = columns;
    json = new JsonFactory().createGenerator(file.toFile(), JsonEncoding.UTF8);
    shape = new GeoJsonShape(json, reference.geographic() ? 9 : 3);
    rightHanded = false;
    begin(layer, reference);
  }

  /**
   * An export.
   *
   * @param reference null for longitude and latitude as RFC 7946 wants them
   */
  public GeoJsonWriter(OutputStream out, String layer, SpatialReference reference, List<Column> columns)
      throws IOException {
    this.columns = columns;
    json = new JsonFactory().createGenerator(out, JsonEncoding.UTF8);
    json.configure(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN, true);
    shape = GeoJsonShape.exact(json);
    rightHanded = reference == null;
    begin(layer, reference);
  }

  private void begin(String layer, SpatialReference reference) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", "FeatureCollection");
    json.writeStringField("name", layer);
    if (reference != null) {
      json.writeObjectFieldStart("crs");
      json.writeStringField("type", "name");
      json.writeObjectFieldStart("properties");
      json.writeStringField("name", "urn:ogc:def:crs:EPSG::" + reference.epsg());
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeArrayFieldStart("features");
  }

  @Override
  public void write(Geometry geometry, Object... values) throws IOException {
    json.writeRaw('\n');
    json.writeStartObject();
    json.writeStringField("type", "Feature");
    json.writeObjectFieldStart("properties");
    for (int i = 0; i < columns.size(); i++) {
      json.writeFieldName(columns.get(i).name());
      writeValue(values[i]);
    }
    json.writeEndObject();
    json.writeFieldName("geometry");
    if (geometry == null) {
      json.writeNull();
    } else {
      shape.write(rightHanded ? RingDirection.counterClockwise(geometry) : geometry);
    }
    json.writeEndObject();
  }

  private void writeValue(Object value) throws IOException {
    if (value == null) {
      json.writeNull();
    } else if (value instanceof Boolean truth) {
      json.writeBoolean(truth);
    } else if (value instanceof Number) {
      json.writeNumber(new BigDecimal(value.toString()));
    } else {
      json.writeString(value.toString());
    }
  }

  @Override
  public void close() throws IOException {
    json.writeRaw('\n');
    json.writeEndArray();
    json.writeEndObject();
    json.writeRaw('\n');
    json.close();
  }
}
