package org.parkland.overlay;

import org.locationtech.jts.geom.Envelope;

/**
 * A lattice of square cells over all units, one cell wider on every side. The cell size is a power of two, so
 * that corners and cell numbers are computed without rounding. Places outside belong to the nearest cell.
 */
final class Grid {
  private static final int FEWEST = 1 << 12;
  private static final int MOST = 1 << 20;
  private static final int CELLS_PER_SEGMENT = 64;

  final double size;
  final int columns;
  final int rows;
  private final double perSize;
  private final double minX;
  private final double minY;

  Grid(Envelope units, int segments) {
    long wanted = Math.max(FEWEST, Math.min(MOST, (long) CELLS_PER_SEGMENT * segments));
    double area = Math.max(units.getWidth(), 1e-9) * Math.max(units.getHeight(), 1e-9);
    double longest = Math.max(units.getWidth(), units.getHeight());
    double ideal = Math.max(Math.sqrt(area / wanted), longest / wanted);
    size = Math.scalb(1.0, Math.getExponent(Math.max(ideal, Double.MIN_NORMAL)) + 1);
    perSize = 1 / size;
    minX = (Math.floor(units.getMinX() / size) - 1) * size;
    minY = (Math.floor(units.getMinY() / size) - 1) * size;
    columns = (int) ((units.getMaxX() - minX) / size) + 2;
    rows = (int) ((units.getMaxY() - minY) / size) + 2;
  }

  int cells() {
    return columns * rows;
  }

  int column(double x) {
    return clamp((x - minX) * perSize, columns);
  }

  int row(double y) {
    return clamp((y - minY) * perSize, rows);
  }

  private static int clamp(double place, int count) {
    return place <= 0 ? 0 : place >= count ? count - 1 : (int) place;
  }

  int cell(double x, double y) {
    return row(y) * columns + column(x);
  }

  /** Of the lower left corner of the cells in a column. */
  double cornerX(int column) {
    return minX + column * size;
  }

  /** Of the lower left corner of the cells in a row. */
  double cornerY(int row) {
    return minY + row * size;
  }

  double cornerXOfCell(int cell) {
    return cornerX(cell % columns);
  }

  double cornerYOfCell(int cell) {
    return cornerY(cell / columns);
  }
}
