package org.parkland.sink;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** Writes a geometry object of RFC 7946 with a fixed number of decimals, or with all that a double holds. */
public final class GeoJsonShape {
  private static final int ALL_DECIMALS = -1;

  private static final int TEN = 10;
  /** Up to here every whole number is a double. */
  private static final double MOST_SCALED = 1L << 53;
  private static final int LONGEST_NUMBER = 24;

  private final JsonGenerator json;
  private final int decimals;
  private final double scale;
  private final char[] digits = new char[LONGEST_NUMBER];

  public GeoJsonShape(JsonGenerator json, int decimals) {
    this.json = json;
    this.decimals = decimals;
    this.scale = Math.pow(TEN, decimals);
  }

  /** Coordinates as they are, so that reading them gives the same doubles. */
  static GeoJsonShape exact(JsonGenerator json) {
    return new GeoJsonShape(json, ALL_DECIMALS);
  }

  public void write(Geometry geometry) throws IOException {
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
    writeNumber(x);
    writeNumber(y);
    json.writeEndArray();
  }

  private void writeNumber(double ordinate) throws IOException {
    if (decimals == ALL_DECIMALS) {
      json.writeNumber(new BigDecimal(BigDecimal.valueOf(ordinate).toPlainString()));
    } else if (Math.abs(ordinate) < MOST_SCALED / scale) {
      writeScaled(Math.round(Math.abs(ordinate) * scale), ordinate < 0);
    } else {
      json.writeNumber(BigDecimal.valueOf(ordinate).setScale(decimals, RoundingMode.HALF_UP));
    }
  }

  /** Digit by digit: text of doubles is what a page of shapes would otherwise spend half its time on. */
  private void writeScaled(long scaled, boolean negative) throws IOException {
    if (scaled == 0) {
      json.writeNumber(0);
      return;
    }
    int place = digits.length;
    long rest = scaled;
    for (int i = 0; i <= decimals || rest > 0; i++) {
      if (i == decimals && decimals > 0) {
        digits[--place] = '.';
      }
      digits[--place] = (char) ('0' + rest % TEN);
      rest /= TEN;
    }
    if (negative) {
      digits[--place] = '-';
    }
    json.writeNumber(digits, place, digits.length - place);
  }
}
