package org.parkland.source;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.locationtech.jts.geom.Geometry;
import org.parkland.BadInput;

/** The exchange text "[地块坐标]", plot after plot (see {@link PlotText}). */
final class PlotTextSource implements FeatureSource {
  /** Columns of every plot; those of [项目信息] follow. */
  private static final List<String> COLUMNS = List.of("地块编号", "地块名称", "地块面积(公顷)", "图形属性", "图幅号", "地块用途",
      "用途代码");
  private static final double HECTARE_M2 = 10_000;
  private static final int MOST_POINTS = 2_000_000;

  private final String file;
  private final TextLines lines;
  private final Map<String, String> project;
  private final SourceLayer layer;
  private final boolean degrees;
  private String plotLine;
  private int plotLineNumber;
  private long row;
  private long swapped;
  private long squareMetres;

  private PlotTextSource(Path path, TextLines lines, PlotTextHead head, SourceLayer layer, boolean degrees) {
    this.file = path.toString();
    this.lines = lines;
    this.project = head.project();
    this.layer = layer;
    this.degrees = degrees;
    advance();
  }

  static FeatureSource open(Path path, Reading how) {
    Charset charset = how.encoding() != null ? how.encoding() : TextEncoding.of(path);
    PlotTextHead head = PlotTextHead.of(path, charset);
    DeclaredCrs declared = head.crs(how);
    List<Notice> notices = new ArrayList<>(head.notices());
    notices.addAll(declared.notices());
    List<String> columns = new ArrayList<>(COLUMNS);
    columns.addAll(head.project().keySet());
    SourceLayer layer = new SourceLayer("[地块坐标] text", Format.stem(path), columns, declared.crs(), charset,
        head.plots(), notices);
    TextLines lines = new TextLines(path, charset);
    try {
      return new PlotTextSource(path, lines, head, layer, declared.crs() != null && declared.crs().isGeographic());
    } catch (RuntimeException e) {
      lines.close();
      throw e;
    }
  }

  @Override
  public SourceLayer layer() {
    return layer;
  }

  @Override
  public List<Notice> notices() {
    List<Notice> notices = new ArrayList<>();
    if (swapped > 0) {
      notices.add(Notice.of("points-turned", "count", swapped));
    }
    if (squareMetres > 0) {
      notices.add(Notice.of("plot-area-in-m2", "count", squareMetres));
    }
    return notices;
  }

  @Override
  public boolean hasNext() {
    return plotLine != null;
  }

  @Override
  public SourceFeature next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    row++;
    PlotText.Plot plot = plot();
    Geometry shape = shape(plot, points());
    return new SourceFeature(row, shape, values(plot, shape));
  }

  private PlotText.Plot plot() {
    try {
      return PlotText.plot(plotLine);
    } catch (IllegalArgumentException e) {
      throw broken(plotLineNumber, e);
    }
  }

  /** The point lines of the current plot; afterwards the next plot line is the current one. */
  private List<PlotText.Point> points() {
    List<PlotText.Point> points = new ArrayList<>();
    for (String line = plainLine(); true; line = plainLine()) {
      if (line == null || PlotText.isPlot(line)) {
        plotLine = line;
        plotLineNumber = lines.number();
        return points;
      }
      if (!PlotText.isSection(line)) {
        points.add(point(line));
      }
      if (points.size() > MOST_POINTS) {
        throw new BadInput(file + " line " + lines.number(), "the plot has more than " + MOST_POINTS + " points",
            "split it");
      }
    }
  }

  private PlotText.Point point(String line) {
    try {
      return PlotText.point(line);
    } catch (IllegalArgumentException e) {
      throw broken(lines.number(), e);
    }
  }

  private Geometry shape(PlotText.Plot plot, List<PlotText.Point> points) {
    if (points.isEmpty()) {
      return null;
    }
    boolean northFirst = PlotTextHead.isNorthFirst(points.get(0));
    swapped += northFirst ? 0 : 1;
    try {
      return PlotShape.of(plot.shape(), points, northFirst);
    } catch (IllegalArgumentException e) {
      throw broken(plotLineNumber, e);
    }
  }

  private Map<String, Object> values(PlotText.Plot plot, Geometry shape) {
    Map<String, Object> values = new LinkedHashMap<>();
    put(values, 0, plot.number());
    put(values, 1, plot.name());
    put(values, 2, hectares(plot.area(), shape));
    put(values, 3, plot.shape());
    put(values, 4, plot.sheet());
    put(values, 5, plot.use());
    put(values, 6, plot.code());
    values.putAll(project);
    return values;
  }

  private static void put(Map<String, Object> values, int column, String value) {
    if (!value.isBlank()) {
      values.put(COLUMNS.get(column), value);
    }
  }

  /** The area is said in hectares, but some tools write m²: the shape tells which is nearer. */
  private String hectares(String area, Geometry shape) {
    if (degrees || shape == null || shape.getArea() == 0 || !area.matches("\\d{1,15}(\\.\\d{1,10})?")) {
      return area;
    }
    double written = Double.parseDouble(area);
    double m2 = shape.getArea();
    boolean isM2 = written > 0 && Math.abs(Math.log(written / m2)) < Math.abs(Math.log(written * HECTARE_M2 / m2));
    squareMetres += isM2 ? 1 : 0;
    return isM2 ? java.math.BigDecimal.valueOf(written / HECTARE_M2).toPlainString() : area;
  }

  /** Moves to the first plot line. */
  private void advance() {
    do {
      plotLine = plainLine();
    } while (plotLine != null && !PlotText.isPlot(plotLine));
    plotLineNumber = lines.number();
  }

  private String plainLine() {
    String line = lines.next();
    return line == null ? null : PlotText.plain(line);
  }

  private BadInput broken(int line, IllegalArgumentException e) {
    return new BadInput(file + " line " + line, e.getMessage(), "correct the line or export the text again", e);
  }

  @Override
  public void close() {
    lines.close();
  }
}
