package org.parkland.print;

/** Where everything stands on a sheet. Lying sheets have the legend on the right, upright ones below the map. */
record SheetPlan(double width, double height, Box title, Box map, Box legend, Box info, Box foot) {
  private static final double MARGIN = mm(10);
  private static final double TITLE = mm(13);
  private static final double FOOT = mm(9.5);
  private static final double GAP = mm(3.5);
  private static final double INFO = mm(40);

  static SheetPlan of(Paper paper, Orientation orientation) {
    double width = paper.widthPt(orientation);
    double height = paper.heightPt(orientation);
    Box inner = new Box(0, 0, width, height).inset(MARGIN);
    Box title = new Box(inner.x(), inner.top() - TITLE, inner.width(), TITLE);
    Box foot = new Box(inner.x(), inner.y(), inner.width(), FOOT);
    Box body = new Box(inner.x(), foot.top() + GAP / 2, inner.width(), inner.height() - TITLE - FOOT - GAP / 2);
    return orientation == Orientation.LANDSCAPE
        ? lying(width, height, title, body, foot, mm(paper == Paper.A4 ? 62 : 68))
        : upright(width, height, title, body, foot, mm(paper == Paper.A4 ? 52 : 62));
  }

  private static SheetPlan lying(double width, double height, Box title, Box body, Box foot, double side) {
    Box map = new Box(body.x(), body.y(), body.width() - side - GAP, body.height());
    double x = map.right() + GAP;
    Box info = new Box(x, body.y(), side, INFO);
    Box legend = new Box(x, info.top() + GAP, side, body.height() - INFO - GAP);
    return new SheetPlan(width, height, title, map, legend, info, foot);
  }

  private static SheetPlan upright(double width, double height, Box title, Box body, Box foot, double strip) {
    Box map = new Box(body.x(), body.y() + strip + GAP, body.width(), body.height() - strip - GAP);
    double side = mm(54);
    Box legend = new Box(body.x(), body.y(), body.width() - side - GAP, strip);
    Box info = new Box(body.right() - side, body.y(), side, strip);
    return new SheetPlan(width, height, title, map, legend, info, foot);
  }

  /** Columns of the legend: it is broad below the map and narrow beside it. */
  int legendColumns() {
    return legend.width() > legend.height() ? (int) Math.max(4, legend.width() / mm(42)) : 2;
  }

  static double mm(double millimetres) {
    return millimetres * Paper.POINTS;
  }
}
