package org.parkland.source;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.NoSuchElementException;
import java.util.TreeSet;
import org.locationtech.jts.geom.Geometry;
import org.parkland.BadInput;

/** A delimited text with a column of shapes, or with one row per point (see {@link CsvLayout}). */
final class CsvSource implements FeatureSource {
  /** Text that a spreadsheet would run as a formula is written behind an apostrophe, which is no part of it. */
  private static final Pattern GUARDED = Pattern.compile("^'+[=+\\-@\\t\\r]");

  private final String file;
  private final CsvRows rows;
  private final CsvPoints points;
  private final SourceLayer layer;
  private final TreeSet<Integer> srids = new TreeSet<>();
  private long row;

  private CsvSource(Path path, CsvRows rows, Charset charset, Reading how) {
    this.file = path.toString();
    this.rows = rows;
    CsvLayout layout = rows.layout();
    this.points = layout.isPoints() ? new CsvPoints(file, rows) : null;
    List<String> columns = new ArrayList<>(layout.columns());
    if (points == null) {
      columns.remove(layout.shape());
    } else {
      columns.removeAll(points.ownColumns());
    }
    DeclaredCrs declared = crs(how);
    this.layer = new SourceLayer("CSV", Format.stem(path), columns, declared.crs(), charset, -1, declared.notices());
  }

  static FeatureSource open(Path path, Reading how) {
    Charset charset = how.encoding() != null ? how.encoding() : TextEncoding.of(path);
    CsvRows rows = CsvRows.open(path, charset);
    try {
      if (!rows.layout().hasShapes()) {
        throw noShapes(path, rows.layout().columns());
      }
      return new CsvSource(path, rows, charset, how);
    } catch (RuntimeException e) {
      rows.close();
      throw e;
    }
  }

  static BadInput noShapes(Path path, List<String> columns) {
    return new BadInput(path.toString(), "is a table without shapes; it has: " + String.join(", ",
        columns.subList(0, Math.min(30, columns.size()))), "add a column WKT, or one row per point with columns X and Y");
  }

  /** Extended WKT names its system by number, and the first row's holds for all; else the column's name may. */
  private DeclaredCrs crs(Reading how) {
    String[] first = rows.peek();
    int shape = rows.layout().shape();
    int srid = first == null || shape < 0 || shape >= first.length ? 0 : CsvShape.srid(first[shape]);
    if (srid > 0) {
      return DeclaredCrs.ofCode(file + " row 1", "EPSG:" + srid, how);
    }
    int named = rows.layout().epsg();
    return named == 0 ? DeclaredCrs.NONE
        : DeclaredCrs.ofCode(file + " column " + rows.layout().columns().get(shape), "EPSG:" + named, how);
  }

  @Override
  public SourceLayer layer() {
    return layer;
  }

  @Override
  public List<Notice> notices() {
    List<Notice> notices = new ArrayList<>();
    if (rows.shortRows() > 0) {
      notices.add(Notice.of("short-rows", "count", rows.shortRows()));
    }
    if (points != null) {
      notices.addAll(points.notices());
    }
    return notices;
  }

  @Override
  public boolean hasNext() {
    return rows.peek() != null;
  }

  @Override
  public SourceFeature next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    row++;
    if (points != null) {
      CsvPoints.Group group = points.next();
      return new SourceFeature(row, group.shape(), values(group.first()));
    }
    String[] cells = rows.next();
    return new SourceFeature(row, shape(cells[rows.layout().shape()]), values(cells));
  }

  private Geometry shape(String cell) {
    try {
      requireOneSrid(CsvShape.srid(cell));
      return Coordinates.requireFinite(CsvShape.of(cell));
    } catch (IllegalArgumentException e) {
      throw new BadInput(file + " row " + row + " field " + rows.layout().columns().get(rows.layout().shape()),
          "the shape cannot be read: " + e.getMessage(), "correct it or export the table again", e);
    }
  }

  private void requireOneSrid(int srid) {
    srids.add(srid);
    if (srids.size() > 1) {
      throw new IllegalArgumentException("it is in another reference system (SRID=" + srid + ") than the rows before");
    }
  }

  private Map<String, Object> values(String[] cells) {
    List<String> columns = rows.layout().columns();
    Map<String, Object> values = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      if (!cells[i].isEmpty() && layer.columns().contains(columns.get(i))) {
        values.put(columns.get(i), GUARDED.matcher(cells[i]).find() ? cells[i].substring(1) : cells[i]);
      }
    }
    return values;
  }

  @Override
  public void close() {
    rows.close();
  }
}
