package org.parkland.overlay;

import java.util.Arrays;

/** Builds a {@link CellIndex}, region by region. */
final class CellIndexBuilder {
  final Grid grid;
  final Segments segments;
  final Covers covers;
  int[] codes;
  int[] boundaryCover;
  int[] entryFrom;
  int[] entryRegion;
  boolean[] entryCorner;
  int[] segmentFrom;
  int[] cellSegments;

  private final Regions regions;
  /** Entries as they come, region by region: cell and number of the entry, whether the corner is held. */
  private final LongList cellsAndEntries = new LongList();
  private int entries;
  private int[] regionOf = new int[1024];
  private boolean[] cornerOf = new boolean[1024];
  private int[][] segmentsOf = new int[1024][];

  CellIndexBuilder(Grid grid, Segments segments, Regions regions) {
    this.grid = grid;
    this.segments = segments;
    this.regions = regions;
    this.covers = new Covers(regions.unitCount());
    this.codes = new int[grid.cells()];
  }

  CellIndex build() {
    for (int region = 0; region < regions.count(); region++) {
      lay(region);
    }
    gatherBoundaryCells();
    return new CellIndex(this);
  }

  private void lay(int region) {
    RegionRaster raster = new RegionRaster(grid, segments, regions.from(region), regions.to(region));
    long[] met = raster.cellsAndSegments();
    long[] turns = raster.turns();
    if (regions.isOutside(region)) {
      fill(region, true, met, turns, 0, grid.rows - 1, 0, grid.columns - 1);
    } else if (met.length > 0) {
      int west = grid.columns;
      int east = 0;
      for (long pair : met) {
        int column = (int) (pair >> 32) % grid.columns;
        west = Math.min(west, column);
        east = Math.max(east, column);
      }
      fill(region, false, met, turns, (int) (met[0] >> 32) / grid.columns,
          (int) (met[met.length - 1] >> 32) / grid.columns, west, east);
    }
  }

  /** Goes through the cells of a box row by row and notes which the region holds and which its boundary meets. */
  private void fill(int region, boolean holdsWest, long[] met, long[] turns,
      int rowFrom, int rowTo, int columnFrom, int columnTo) {
    int nextTurn = 0;
    int nextMet = 0;
    for (int row = rowFrom; row <= rowTo; row++) {
      int first = row * grid.columns + columnFrom;
      int last = row * grid.columns + columnTo;
      boolean inside = holdsWest;
      while (nextTurn < turns.length && turns[nextTurn] < first) {
        nextTurn++;
      }
      for (int cell = first; cell <= last; cell++) {
        while (nextTurn < turns.length && turns[nextTurn] == cell) {
          inside = !inside;
          nextTurn++;
        }
        int metFrom = nextMet;
        while (nextMet < met.length && met[nextMet] >> 32 == cell) {
          nextMet++;
        }
        if (nextMet > metFrom) {
          addEntry(cell, region, inside, met, metFrom, nextMet);
        } else if (inside) {
          codes[cell] = covers.with(codes[cell], region);
        }
      }
    }
  }

  private void addEntry(int cell, int region, boolean corner, long[] met, int from, int to) {
    if (entries == regionOf.length) {
      regionOf = Arrays.copyOf(regionOf, 2 * entries);
      cornerOf = Arrays.copyOf(cornerOf, 2 * entries);
      segmentsOf = Arrays.copyOf(segmentsOf, 2 * entries);
    }
    regionOf[entries] = region;
    cornerOf[entries] = corner;
    segmentsOf[entries] = Arrays.stream(met, from, to).mapToInt(pair -> (int) pair).toArray();
    cellsAndEntries.add((long) cell << 32 | entries++);
  }

  /** Lays the entries out cell by cell; within a cell they stay in the order of the regions. */
  private void gatherBoundaryCells() {
    long[] pairs = cellsAndEntries.sorted();
    boundaryCover = new int[entries];
    entryFrom = new int[entries + 1];
    entryRegion = new int[entries];
    entryCorner = new boolean[entries];
    segmentFrom = new int[entries + 1];
    cellSegments = new int[Arrays.stream(segmentsOf, 0, entries).mapToInt(each -> each.length).sum()];
    int boundaryCells = 0;
    for (int i = 0; i < entries; i++) {
      int cell = (int) (pairs[i] >> 32);
      if (i == 0 || cell != (int) (pairs[i - 1] >> 32)) {
        boundaryCover[boundaryCells] = codes[cell];
        codes[cell] = ~boundaryCells;
        entryFrom[boundaryCells++] = i;
      }
      place(i, (int) pairs[i]);
    }
    entryFrom[boundaryCells] = entries;
  }

  private void place(int at, int entry) {
    entryRegion[at] = regionOf[entry];
    entryCorner[at] = cornerOf[entry];
    int[] own = segmentsOf[entry];
    System.arraycopy(own, 0, cellSegments, segmentFrom[at], own.length);
    segmentFrom[at + 1] = segmentFrom[at] + own.length;
  }
}
