package org.parkland.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import org.parkland.BadInput;

/**
 * Rows that are points: consecutive ones of the same plot make a shape. One point alone is a point; two are a line;
 * more are the corners of a polygon, whose rings a column may number.
 */
final class CsvPoints {
  private static final int MOST_POINTS = 2_000_000;
  private static final List<String> PLOT = List.of("地块编号", "宗地代码", "不动产单元号", "图斑编号", "地块号", "地块", "zddm", "dkbh",
      "bdcdyh", "tbbh", "bsm", "plot", "parcel", "polygon_id", "编号", "名称", "id");
  private static final List<String> RING = List.of("圈号", "地块圈号", "环号", "部件", "ring", "part");
  private static final Set<String> POINT = Set.of("点号", "界址点号", "点序", "序号", "point", "no", "point_no", "边长");

  private final String file;
  private final CsvRows rows;
  private final int plot;
  private final int ring;
  private long northFirst;

  /** A shape and the cells of its first row. */
  record Group(Geometry shape, String[] first) {}

  CsvPoints(String file, CsvRows rows) {
    this.file = file;
    this.rows = rows;
    List<String> keys = rows.layout().columns().stream().map(each -> each.toLowerCase(Locale.ROOT)).toList();
    this.ring = RING.stream().mapToInt(keys::indexOf).filter(each -> each >= 0).findFirst().orElse(-1);
    this.plot = PLOT.stream().mapToInt(keys::indexOf).filter(each -> each >= 0).findFirst().orElseGet(this::firstOther);
  }

  private int firstOther() {
    for (int i = 0; i < rows.layout().columns().size(); i++) {
      if (!ownColumns().contains(rows.layout().columns().get(i))) {
        return i;
      }
    }
    return -1;
  }

  /** Columns that describe points, not plots. */
  List<String> ownColumns() {
    List<String> own = new ArrayList<>();
    List<String> columns = rows.layout().columns();
    for (int i = 0; i < columns.size(); i++) {
      if (i == rows.layout().x() || i == rows.layout().y() || i == ring
          || POINT.contains(columns.get(i).toLowerCase(Locale.ROOT))) {
        own.add(columns.get(i));
      }
    }
    return own;
  }

  List<Notice> notices() {
    return northFirst == 0 ? List.of() : List.of(Notice.of("points-turned", "count", northFirst));
  }

  Group next() {
    String[] first = rows.next();
    List<PlotText.Point> points = new ArrayList<>(List.of(point(first)));
    while (rows.peek() != null && id(rows.peek()).equals(id(first))) {
      points.add(point(rows.next()));
      if (points.size() > MOST_POINTS) {
        throw new BadInput(file + " row " + rows.row(), "the shape has more than " + MOST_POINTS + " points",
            "check the column that tells plots apart");
      }
    }
    boolean north = isNorthFirst(points.get(0));
    northFirst += north ? 1 : 0;
    try {
      return new Group(PlotShape.of(points.size() == 1 ? "点" : points.size() == 2 ? "线" : "面", points, north), first);
    } catch (IllegalArgumentException e) {
      throw new BadInput(file + " row " + rows.row(), e.getMessage(), "split the shape", e);
    }
  }

  /** Columns named for what they hold are believed; of X and Y magnitude decides. */
  private boolean isNorthFirst(PlotText.Point point) {
    String name = rows.layout().columns().get(rows.layout().x()).toLowerCase(Locale.ROOT);
    return name.contains("x") && PlotTextHead.isNorthFirst(point);
  }

  private String id(String[] cells) {
    return plot < 0 || plot >= cells.length || cells[plot] == null ? "" : cells[plot].strip();
  }

  private PlotText.Point point(String[] cells) {
    return new PlotText.Point(ring < 0 ? 1 : ring(cells[ring]), number(cells, rows.layout().x()),
        number(cells, rows.layout().y()));
  }

  private static int ring(String cell) {
    return cell.hashCode();
  }

  private double number(String[] cells, int column) {
    try {
      double number = Double.parseDouble(java.text.Normalizer.normalize(cells[column], java.text.Normalizer.Form.NFKC)
          .replace(",", "").strip());
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      // told below, as a number without end is
    }
    throw new BadInput(file + " row " + rows.row() + " field " + rows.layout().columns().get(column),
        "'" + cells[column] + "' is not a coordinate", "correct it or delete the row");
  }
}
