package org.parkland.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a delimited text holds shapes: in one column (WKT, WKB in hexadecimal, GeoJSON or a list of points), or as one
 * row per point with a column for each ordinate.
 *
 * @param separator between cells
 * @param columns as the first line names them, made unique
 * @param shape place of the column that holds shapes, or -1
 * @param x place of the column of the first ordinate of points, or -1
 * @param y place of the second
 */
record CsvLayout(char separator, List<String> columns, int shape, int x, int y) {
  private static final String SEPARATORS = ",;\t|";
  private static final Set<String> SHAPE = Set.of("wkt", "geometry", "geom", "the_geom", "shape", "wkb", "wkb_geometry",
      "geojson", "polygon", "coordinates", "points", "几何", "图形", "空间数据", "坐标", "坐标串", "坐标点", "坐标列表", "界址点坐标",
      "界址点", "拐点坐标", "范围坐标");
  /** As GDAL names a column of shapes with its reference system: _WKT_EPSG_4526. */
  private static final Pattern SHAPE_IN = Pattern.compile("_?wkt\\w*_epsg_(\\d{1,6})");
  private static final List<String> EAST = List.of("lon", "lng", "long", "longitude", "经度", "东经", "easting", "east", "东坐标",
      "横坐标", "gcj_lng", "bd_lng");
  private static final List<String> NORTH = List.of("lat", "latitude", "纬度", "北纬", "northing", "north", "北坐标", "纵坐标",
      "gcj_lat", "bd_lat");
  private static final List<String> X = List.of("x", "x坐标", "坐标x", "point_x", "x(m)", "x（米）", "x_coord");
  private static final List<String> Y = List.of("y", "y坐标", "坐标y", "point_y", "y(m)", "y（米）", "y_coord");

  /** Whether a text begins as a table with shapes does. */
  static boolean fits(Beginning start) {
    return of(start).filter(CsvLayout::hasShapes).isPresent();
  }

  /** Whether a text begins as a table does, with shapes or without. */
  static boolean isTable(Beginning start) {
    return of(start).filter(each -> each.columns.size() > 1).isPresent();
  }

  /** The names in the first line. */
  static List<String> columns(Beginning start) {
    return of(start).map(CsvLayout::columns).orElse(List.of());
  }

  private static Optional<CsvLayout> of(Beginning start) {
    return start.isText() ? start.text().lines().filter(each -> !each.isBlank()).findFirst().map(CsvLayout::of)
        : Optional.empty();
  }

  /** @param header first line of the file */
  static CsvLayout of(String header) {
    char separator = separator(header);
    return of(separator, cells(header, separator));
  }

  static CsvLayout of(char separator, List<String> header) {
    List<String> columns = UniqueNames.of(header.stream().map(String::strip).toList());
    List<String> keys = columns.stream().map(each -> each.toLowerCase(Locale.ROOT)).toList();
    int shape = (int) keys.stream().takeWhile(each -> !SHAPE.contains(each) && !SHAPE_IN.matcher(each).matches()).count();
    if (shape < keys.size() && columns.size() > 0) {
      return new CsvLayout(separator, columns, shape, -1, -1);
    }
    int east = place(keys, EAST);
    int north = place(keys, NORTH);
    return east >= 0 && north >= 0 ? new CsvLayout(separator, columns, -1, east, north)
        : new CsvLayout(separator, columns, -1, place(keys, X), place(keys, Y));
  }

  /** Number of the reference system that the name of the column of shapes tells, or 0. */
  int epsg() {
    Matcher named = SHAPE_IN.matcher(shape < 0 ? "" : columns.get(shape).toLowerCase(Locale.ROOT));
    return named.matches() ? Integer.parseInt(named.group(1)) : 0;
  }

  boolean hasShapes() {
    return shape >= 0 || isPoints();
  }

  /** Whether each row is a point. */
  boolean isPoints() {
    return x >= 0 && y >= 0;
  }

  private static int place(List<String> keys, List<String> names) {
    return names.stream().mapToInt(keys::indexOf).filter(each -> each >= 0).findFirst().orElse(-1);
  }

  private static char separator(String header) {
    char best = ',';
    int most = 0;
    for (char each : SEPARATORS.toCharArray()) {
      int count = cells(header, each).size();
      if (count > most) {
        best = each;
        most = count;
      }
    }
    return best;
  }

  private static List<String> cells(String line, char separator) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (char c : line.toCharArray()) {
      quoted ^= c == '"';
      if (c == separator && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else if (c != '"') {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }
}
