package org.parkland.overlay;

/**
 * For each cell of the grid: which regions hold all of it, whose boundaries run through it, with which segments,
 * and which of those regions hold its lower left corner. Immutable.
 */
final class CellIndex {
  final Grid grid;
  private final Segments segments;
  private final Cover[] covers;
  /** A cover's number, or, below zero, the complement of a boundary cell's number. */
  private final int[] codes;
  /** Per boundary cell: number of the cover, and where its entries begin. */
  private final int[] boundaryCover;
  private final int[] entryFrom;
  /** Per entry: region, whether it holds the corner, where its segments begin. */
  private final int[] entryRegion;
  private final boolean[] entryCorner;
  private final int[] segmentFrom;
  private final int[] cellSegments;

  CellIndex(CellIndexBuilder b) {
    grid = b.grid;
    segments = b.segments;
    covers = b.covers.toArray();
    codes = b.codes;
    boundaryCover = b.boundaryCover;
    entryFrom = b.entryFrom;
    entryRegion = b.entryRegion;
    entryCorner = b.entryCorner;
    segmentFrom = b.segmentFrom;
    cellSegments = b.cellSegments;
  }

  Cover[] covers() {
    return covers;
  }

  /** The cover of a whole box, if no boundary is near; else null. */
  Cover coverOf(double minX, double minY, double maxX, double maxY) {
    int west = grid.column(minX);
    int east = grid.column(maxX);
    int north = grid.row(maxY);
    int code = codes[grid.row(minY) * grid.columns + west];
    if (code < 0) {
      return null;
    }
    for (int row = grid.row(minY); row <= north; row++) {
      for (int column = west; column <= east; column++) {
        if (codes[row * grid.columns + column] != code) {
          return null;
        }
      }
    }
    return covers[code];
  }

  /** Fills in the segments that meet a box, ascending, each once. */
  void segmentsMeeting(double minX, double minY, double maxX, double maxY, IntBag found) {
    found.clear();
    int east = grid.column(maxX);
    int north = grid.row(maxY);
    for (int row = grid.row(minY); row <= north; row++) {
      for (int column = grid.column(minX); column <= east; column++) {
        int code = codes[row * grid.columns + column];
        if (code < 0) {
          int from = segmentFrom[entryFrom[~code]];
          int to = segmentFrom[entryFrom[~code + 1]];
          for (int i = from; i < to; i++) {
            if (segments.meets(cellSegments[i], minX, minY, maxX, maxY)) {
              found.add(cellSegments[i]);
            }
          }
        }
      }
    }
    found.sortUnique();
  }

  /** Fills in the regions that hold a place. */
  void regionsAt(double x, double y, IntBag found) {
    found.clear();
    int cell = grid.cell(x, y);
    int code = codes[cell];
    Cover cover = covers[code < 0 ? boundaryCover[~code] : code];
    for (int region : cover.regions()) {
      found.add(region);
    }
    if (code < 0) {
      for (int entry = entryFrom[~code]; entry < entryFrom[~code + 1]; entry++) {
        if (holds(entry, cell, x, y)) {
          found.add(entryRegion[entry]);
        }
      }
    }
  }

  /** Whether a region, shifted as {@link Sides} says, holds a place. */
  boolean holds(int region, double x, double y) {
    int cell = grid.cell(x, y);
    int code = codes[cell];
    if (code >= 0) {
      return covers[code].contains(region);
    }
    for (int entry = entryFrom[~code]; entry < entryFrom[~code + 1]; entry++) {
      if (entryRegion[entry] == region) {
        return holds(entry, cell, x, y);
      }
    }
    return covers[boundaryCover[~code]].contains(region);
  }

  /** Walks from the corner to the place, and changes sides with every segment crossed. */
  private boolean holds(int entry, int cell, double x, double y) {
    double cornerX = grid.cornerXOfCell(cell);
    double cornerY = grid.cornerYOfCell(cell);
    boolean inside = entryCorner[entry];
    for (int i = segmentFrom[entry]; i < segmentFrom[entry + 1]; i++) {
      if (separates(cellSegments[i], cornerX, cornerY, x, y)) {
        inside = !inside;
      }
    }
    return inside;
  }

  private boolean separates(int segment, double ax, double ay, double bx, double by) {
    double x0 = segments.x0(segment);
    double y0 = segments.y0(segment);
    double x1 = segments.x1(segment);
    double y1 = segments.y1(segment);
    double dx = x1 - x0;
    double dy = y1 - y0;
    boolean a = Sides.leftOfUnitEdge(Sides.turn(x0, y0, x1, y1, ax, ay), dx, dy);
    boolean b = Sides.leftOfUnitEdge(Sides.turn(x0, y0, x1, y1, bx, by), dx, dy);
    if (a == b) {
      return false;
    }
    boolean start = Sides.unitVertexIsLeft(Sides.turn(ax, ay, bx, by, x0, y0), bx - ax, by - ay);
    boolean end = Sides.unitVertexIsLeft(Sides.turn(ax, ay, bx, by, x1, y1), bx - ax, by - ay);
    return start != end;
  }
}
