package org.parkland.sink;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.List;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * Writes one layer as a GeoJSON feature collection, one feature per line. Degrees get 9 decimals
 * (0.1 mm), metres 3. The old {@code crs} member is written, since RFC 7946 leaves no other way to
 * say that the data are CGCS2000 and not WGS 84.
 */
public final class GeoJsonWriter implements FeatureWriter {
  private final List<Column> columns;
  private final int decimals;
  private final JsonGenerator json;

  public GeoJsonWriter(Path file, String layer, SpatialReference reference, List<Column> columns)
      throws IOException {
    this.columns = columns;
    this.decimals = reference.geographic() ? 9 : 3;
    json = new JsonFactory().createGenerator(file.toFile(), JsonEncoding.UTF8);
    json.writeStartObject();
    json.writeStringField("type", "FeatureCollection");
    json.writeStringField("name", layer);
    json.writeObjectFieldStart("crs");
    json.writeStringField("type", "name");
    json.writeObjectFieldStart("properties");
    json.writeStringField("name", "urn:ogc:def:crs:EPSG::" + reference.epsg());
    json.writeEndObject();
    json.writeEndObject();
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
    writeGeometry(geometry);
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

  private void writeGeometry(Geometry geometry) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", geometry.getGeometryType());
    json.writeFieldName("coordinates");
    writeCoordinates(geometry);
    json.writeEndObject();
  }

  private void writeCoordinates(Geometry geometry) throws IOException {
    if (geometry instanceof Point point) {
      writePosition(point.getX(), point.getY());
    } else if (geometry instanceof LineString line) {
      writePositions(line.getCoordinateSequence());
    } else if (geometry instanceof Polygon polygon) {
      writePolygon(polygon);
    } else {
      writeParts((GeometryCollection) geometry);
    }
  }

  private void writeParts(GeometryCollection parts) throws IOException {
    json.writeStartArray();
    for (int i = 0; i < parts.getNumGeometries(); i++) {
      writeCoordinates(parts.getGeometryN(i));
    }
    json.writeEndArray();
  }

  private void writePolygon(Polygon polygon) throws IOException {
    json.writeStartArray();
    writePositions(polygon.getExteriorRing().getCoordinateSequence());
    for (int r = 0; r < polygon.getNumInteriorRing(); r++) {
      writePositions(polygon.getInteriorRingN(r).getCoordinateSequence());
    }
    json.writeEndArray();
  }

  private void writePositions(CoordinateSequence positions) throws IOException {
    json.writeStartArray();
    for (int i = 0; i < positions.size(); i++) {
      writePosition(positions.getX(i), positions.getY(i));
    }
    json.writeEndArray();
  }

  private void writePosition(double x, double y) throws IOException {
    json.writeStartArray();
    json.writeNumber(rounded(x));
    json.writeNumber(rounded(y));
    json.writeEndArray();
  }

  private BigDecimal rounded(double ordinate) {
    BigDecimal text = BigDecimal.valueOf(ordinate).setScale(decimals, RoundingMode.HALF_UP);
    return text.signum() == 0 ? BigDecimal.ZERO : text;
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
