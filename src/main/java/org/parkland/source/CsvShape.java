package org.parkland.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKTReader;

/**
 * The shape in one cell: WKT or EWKT, WKB in hexadecimal, a GeoJSON geometry, or a list of points such as
 * {@code x,y;x,y;x,y} or {@code [[x,y],[x,y]]}, where | or a line end parts rings.
 */
final class CsvShape {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final Pattern SRID = Pattern.compile("(?i)^SRID=(\\d{1,6});");
  private static final Pattern HEX = Pattern.compile("(?i)^0[01][0-9a-f]{8,}$");
  private static final Pattern WORD = Pattern.compile("^[A-Za-z]");
  private static final String NUMBER = "[-+]?\\d+(?:\\.\\d*)?(?:[eE][-+]?\\d+)?";
  private static final Pattern PAIR = Pattern.compile("(" + NUMBER + ")[\\s,]+(" + NUMBER + ")");
  private static final int SHOWN = 40;
  private static final int DEEPEST = 64;

  private CsvShape() {}

  /** The number of extended WKT, or 0. */
  static int srid(String cell) {
    Matcher srid = SRID.matcher(cell.strip());
    return srid.find() ? Integer.parseInt(srid.group(1)) : 0;
  }

  /**
   * @return null for an empty cell
   * @throws IllegalArgumentException if it is none of the forms
   */
  static Geometry of(String cell) {
    String text = SRID.matcher(cell.strip()).replaceFirst("").strip();
    if (text.isEmpty() || text.equalsIgnoreCase("null")) {
      return null;
    }
    if (text.startsWith("{")) {
      return GeoJsonGeometry.of(json(text));
    }
    if (text.startsWith("[")) {
      return Rings.nested(FACTORY, rings(json(text)));
    }
    if (HEX.matcher(text).matches()) {
      return wkb(text);
    }
    return WORD.matcher(text).find() ? wkt(text) : Rings.nested(FACTORY, pointLists(text));
  }

  private static Geometry wkt(String text) {
    if (text.chars().filter(each -> each == '(').count() > 0 && depth(text) > DEEPEST) {
      throw new IllegalArgumentException("its brackets are nested too deep");
    }
    try {
      return new WKTReader().read(text);
    } catch (ParseException | IllegalArgumentException e) {
      throw new IllegalArgumentException("'" + shortened(text) + "' is no WKT", e);
    }
  }

  private static int depth(String text) {
    int depth = 0;
    int deepest = 0;
    for (int i = 0; i < text.length(); i++) {
      depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
      deepest = Math.max(deepest, depth);
    }
    return deepest;
  }

  private static Geometry wkb(String text) {
    try {
      return new WKBReader().read(WKBReader.hexToBytes(text));
    } catch (ParseException | IllegalArgumentException e) {
      throw new IllegalArgumentException("'" + shortened(text) + "' is no WKB", e);
    }
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("'" + shortened(text) + "' is no JSON", e);
    }
  }

  /** A list of points, or a list of such lists. */
  private static Coordinate[][] rings(JsonNode node) {
    if (node.path(0).path(0).isNumber()) {
      return new Coordinate[][] {GeoJsonGeometry.points(node)};
    }
    List<Coordinate[]> rings = new ArrayList<>();
    for (JsonNode each : node) {
      rings.add(GeoJsonGeometry.points(each));
    }
    return rings.toArray(Coordinate[][]::new);
  }

  private static Coordinate[][] pointLists(String text) {
    List<Coordinate[]> rings = new ArrayList<>();
    for (String ring : Normalizer.normalize(text, Normalizer.Form.NFKC).split("[|\\n\\r]+")) {
      if (!ring.isBlank()) {
        rings.add(points(ring));
      }
    }
    return rings.toArray(Coordinate[][]::new);
  }

  private static Coordinate[] points(String ring) {
    List<Coordinate> points = new ArrayList<>();
    Matcher pair = PAIR.matcher(ring);
    int end = 0;
    while (pair.find()) {
      requireSeparator(ring.substring(end, pair.start()));
      points.add(new Coordinate(Double.parseDouble(pair.group(1)), Double.parseDouble(pair.group(2))));
      end = pair.end();
    }
    requireSeparator(ring.substring(end));
    if (points.size() < 3) {
      throw new IllegalArgumentException("'" + shortened(ring) + "' has fewer than three points");
    }
    return points.toArray(Coordinate[]::new);
  }

  private static void requireSeparator(String between) {
    if (!between.matches("[\\s,;()]*")) {
      throw new IllegalArgumentException("'" + shortened(between.strip()) + "' stands between the points");
    }
  }

  private static String shortened(String text) {
    return text.substring(0, Math.min(SHOWN, text.length())).replaceAll("\\s+", " ");
  }
}
