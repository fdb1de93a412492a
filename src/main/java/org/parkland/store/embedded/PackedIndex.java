package org.parkland.store.embedded;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.shape.fractal.HilbertCode;
import org.parkland.sink.GeoPackageTables;
import org.parkland.store.sql.SqlNames;

/**
 * Fills the empty R*Tree of a new layer in one go, from full leaves up: SQLite's own way, box by box, costs more than
 * storing the rows. Writes the tables behind the virtual one (sqlite.org/rtree.html, "shadow tables"), which
 * {@code rtreecheck} holds to their rules. Rows are packed along a Hilbert curve a million at a time, so that memory
 * does not grow with the layer.
 */
final class PackedIndex {
  private static final int HEAD_BYTES = 4;
  private static final int CELL_BYTES = Long.BYTES + 4 * Float.BYTES;
  private static final int ROOT = 1;
  /** How many rows are packed together: 24 MB. */
  static final int AT_ONCE = 1 << 20;
  private static final int CURVE_LEVEL = 15;
  private static final int BATCH = 1_000;

  /** A row or node with the box around it, rounded outwards: minx, maxx, miny, maxy. */
  private record Cell(long id, float[] box) {}

  private final int atOnce;
  private final int nodeBytes;
  private final int mostCells;
  private final PreparedStatement node;
  private final PreparedStatement row;
  private final PreparedStatement parent;
  private float[] boxes = new float[4 * 1024];
  private List<Cell> leaves = new ArrayList<>();
  private long firstRow = 1;
  private int waiting;
  private long lastNode = ROOT;

  /** @param atOnce how many rows are packed together */
  PackedIndex(Connection connection, String table, int atOnce) throws SQLException {
    String index = GeoPackageTables.indexName(table);
    this.atOnce = atOnce;
    this.nodeBytes = nodeBytes(connection, index);
    this.mostCells = (nodeBytes - HEAD_BYTES) / CELL_BYTES;
    this.node = connection.prepareStatement(
        "insert or replace into " + SqlNames.quoted(index + "_node") + " values (?, ?)");
    this.row = connection.prepareStatement("insert into " + SqlNames.quoted(index + "_rowid") + " values (?, ?)");
    this.parent = connection.prepareStatement("insert into " + SqlNames.quoted(index + "_parent") + " values (?, ?)");
  }

  /** SQLite has chosen it by the size of its pages, and made the root. */
  private static int nodeBytes(Connection connection, String index) throws SQLException {
    try (Statement query = connection.createStatement(); ResultSet root = query.executeQuery(
        "select length(data) from " + SqlNames.quoted(index + "_node") + " where nodeno = " + ROOT)) {
      return root.getInt(1);
    }
  }

  /** The box of the next row; rows are numbered from 1 without a gap. */
  void add(Envelope box) throws SQLException {
    if (waiting == atOnce) {
      writeLeaves();
    }
    if (4 * waiting == boxes.length) {
      boxes = Arrays.copyOf(boxes, 2 * boxes.length);
    }
    boxes[4 * waiting] = down(box.getMinX());
    boxes[4 * waiting + 1] = up(box.getMaxX());
    boxes[4 * waiting + 2] = down(box.getMinY());
    boxes[4 * waiting + 3] = up(box.getMaxY());
    waiting++;
  }

  /** Writes what is left, and the nodes above. */
  void finish() throws SQLException {
    int depth = 0;
    if (leaves.isEmpty() && waiting <= mostCells) {
      List<Cell> cells = new ArrayList<>();
      for (int i = 0; i < waiting; i++) {
        cells.add(new Cell(firstRow + i, box(i)));
        tellRow(firstRow + i, ROOT);
      }
      write(ROOT, depth, cells);
    } else {
      writeLeaves();
      List<Cell> level = leaves;
      for (depth = 1; level.size() > mostCells; depth++) {
        level = above(level);
      }
      for (Cell each : level) {
        tellParent(each.id(), ROOT);
      }
      write(ROOT, depth, level);
    }
    node.executeBatch();
    row.executeBatch();
    parent.executeBatch();
  }

  private void writeLeaves() throws SQLException {
    long[] order = alongCurve();
    long[] nodeOfRow = new long[waiting];
    for (int from = 0; from < order.length; from += mostCells) {
      List<Cell> cells = new ArrayList<>(mostCells);
      lastNode++;
      for (int i = from; i < Math.min(order.length, from + mostCells); i++) {
        int at = (int) order[i];
        nodeOfRow[at] = lastNode;
        cells.add(new Cell(firstRow + at, box(at)));
      }
      write(lastNode, 0, cells);
      leaves.add(new Cell(lastNode, around(cells)));
    }
    for (int i = 0; i < waiting; i++) {
      tellRow(firstRow + i, nodeOfRow[i]);
    }
    firstRow += waiting;
    waiting = 0;
  }

  private List<Cell> above(List<Cell> level) throws SQLException {
    List<Cell> above = new ArrayList<>();
    for (int from = 0; from < level.size(); from += mostCells) {
      List<Cell> cells = level.subList(from, Math.min(level.size(), from + mostCells));
      lastNode++;
      for (Cell each : cells) {
        tellParent(each.id(), lastNode);
      }
      write(lastNode, 0, cells);
      above.add(new Cell(lastNode, around(cells)));
    }
    return above;
  }

  /** The waiting rows by the place of their lower left corners on the curve: place in the upper half, row in the lower. */
  private long[] alongCurve() {
    Envelope all = new Envelope();
    for (int i = 0; i < waiting; i++) {
      all.expandToInclude(boxes[4 * i], boxes[4 * i + 2]);
    }
    double steps = (1 << CURVE_LEVEL) - 1;
    double perX = all.getWidth() == 0 ? 0 : steps / all.getWidth();
    double perY = all.getHeight() == 0 ? 0 : steps / all.getHeight();
    long[] order = new long[waiting];
    for (int i = 0; i < waiting; i++) {
      long place = HilbertCode.encode(CURVE_LEVEL, (int) ((boxes[4 * i] - all.getMinX()) * perX),
          (int) ((boxes[4 * i + 2] - all.getMinY()) * perY));
      order[i] = place << 32 | i;
    }
    Arrays.sort(order);
    return order;
  }

  private float[] box(int at) {
    return Arrays.copyOfRange(boxes, 4 * at, 4 * at + 4);
  }

  private static float[] around(List<Cell> cells) {
    float[] all = cells.get(0).box().clone();
    for (Cell each : cells) {
      all[0] = Math.min(all[0], each.box()[0]);
      all[1] = Math.max(all[1], each.box()[1]);
      all[2] = Math.min(all[2], each.box()[2]);
      all[3] = Math.max(all[3], each.box()[3]);
    }
    return all;
  }

  /** @param depth of the tree below, for its root; 0 for all others */
  private void write(long number, int depth, List<Cell> cells) throws SQLException {
    ByteBuffer data = ByteBuffer.allocate(nodeBytes);
    data.putShort((short) depth).putShort((short) cells.size());
    for (Cell each : cells) {
      data.putLong(each.id());
      for (float ordinate : each.box()) {
        data.putFloat(ordinate);
      }
    }
    node.setLong(1, number);
    node.setBytes(2, data.array());
    node.addBatch();
    if (number % BATCH == 0) {
      node.executeBatch();
    }
  }

  private void tellRow(long number, long leaf) throws SQLException {
    tell(row, number, leaf);
  }

  private void tellParent(long child, long above) throws SQLException {
    tell(parent, child, above);
  }

  private static void tell(PreparedStatement table, long key, long value) throws SQLException {
    table.setLong(1, key);
    table.setLong(2, value);
    table.addBatch();
    if (key % BATCH == 0) {
      table.executeBatch();
    }
  }

  private static float down(double ordinate) {
    float near = (float) ordinate;
    return near > ordinate ? Math.nextDown(near) : near;
  }

  private static float up(double ordinate) {
    float near = (float) ordinate;
    return near < ordinate ? Math.nextUp(near) : near;
  }
}
