package org.parkland.overlay;

/**
 * One region laid over the grid: the cells its boundary meets, and where its inside begins and ends along the
 * lower edge of each row of cells.
 */
final class RegionRaster {
  /** Cells count as met from this part of their size away, far more than rounding can be. */
  private static final double MARGIN = 1e-6;

  private final Grid grid;
  private final Segments segments;
  private final LongList met = new LongList();
  private final LongList turns = new LongList();

  /**
   * @param from first segment of the region
   * @param to segment after its last
   */
  RegionRaster(Grid grid, Segments segments, int from, int to) {
    this.grid = grid;
    this.segments = segments;
    for (int segment = from; segment < to; segment++) {
      markCells(segment);
      markTurns(segment);
    }
  }

  /** Pairs of cell (high 32 bits) and segment that meets it, ascending. */
  long[] cellsAndSegments() {
    return met.sortedAndUnique();
  }

  /**
   * Cells, ascending, from whose lower left corner on towards the east the other side of the boundary begins. A
   * cell given twice changes nothing.
   */
  long[] turns() {
    return turns.sorted();
  }

  private void markCells(int segment) {
    double margin = grid.size * MARGIN;
    double low = Math.min(segments.y0(segment), segments.y1(segment)) - margin;
    double high = Math.max(segments.y0(segment), segments.y1(segment)) + margin;
    for (int row = grid.row(low); row <= grid.row(high); row++) {
      double xa = xAt(segment, grid.cornerY(row) - margin);
      double xb = xAt(segment, grid.cornerY(row + 1) + margin);
      int last = grid.column(Math.max(xa, xb) + margin);
      for (int column = grid.column(Math.min(xa, xb) - margin); column <= last; column++) {
        met.add((long) (row * grid.columns + column) << 32 | segment);
      }
    }
  }

  /** Where the segment is at height y, or at the end that is nearest to it; horizontal ones: handled as both. */
  private double xAt(int segment, double y) {
    double x0 = segments.x0(segment);
    double y0 = segments.y0(segment);
    double x1 = segments.x1(segment);
    double y1 = segments.y1(segment);
    if (y0 == y1) {
      return y <= y0 ? x0 : x1;
    }
    double t = (y - y0) / (y1 - y0);
    return t <= 0 ? x0 : t >= 1 ? x1 : x0 + t * (x1 - x0);
  }

  private void markTurns(int segment) {
    double y0 = segments.y0(segment);
    double y1 = segments.y1(segment);
    double low = Math.min(y0, y1);
    double high = Math.max(y0, y1);
    for (int row = grid.row(low); row <= grid.row(high); row++) {
      double y = grid.cornerY(row);
      if (low < y && y <= high) {
        int column = firstCornerBeyond(segment, row, y0 < y1);
        if (column < grid.columns) {
          turns.add((long) row * grid.columns + column);
        }
      }
    }
  }

  private int firstCornerBeyond(int segment, int row, boolean upwards) {
    int column = grid.column(xAt(segment, grid.cornerY(row))) + 1;
    while (column > 0 && isBeyond(segment, column - 1, row, upwards)) {
      column--;
    }
    while (column < grid.columns && !isBeyond(segment, column, row, upwards)) {
      column++;
    }
    return column;
  }

  private boolean isBeyond(int segment, int column, int row, boolean upwards) {
    double x0 = segments.x0(segment);
    double y0 = segments.y0(segment);
    double x1 = segments.x1(segment);
    double y1 = segments.y1(segment);
    double turn = Sides.turn(x0, y0, x1, y1, grid.cornerX(column), grid.cornerY(row));
    return Sides.leftOfUnitEdge(turn, x1 - x0, y1 - y0) != upwards;
  }
}
