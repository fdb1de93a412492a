package org.parkland.store.postgis;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.locationtech.jts.geom.Envelope;

/**
 * The tables that take the rows of a snapshot while it is written: one, or one a county, made when its first row comes.
 * Rows of each gather in memory and are sent when they are enough, so that counties may come in any order.
 */
final class CountyTables {
  /**
   * The server locks each table with its indexes in one transaction and has room for some 6,400 such locks by default;
   * rows of further counties stand with those that have none.
   */
  static final int MOST = 256;
  /** Of one county; a COPY of its own for every so much costs next to nothing. */
  private static final int SENT_BYTES = 1 << 20;
  /** Of all counties together. */
  private static final int MOST_WAITING_BYTES = 64 << 20;

  /** A county's table and the rows on their way to it. */
  private static final class Gathering {
    private final String table;
    private final CopyRows rows = new CopyRows();
    private final Envelope box = new Envelope();
    private long count;

    Gathering(String table) {
      this.table = table;
    }
  }

  private final Connection connection;
  private final FeatureTable whole;
  private final int columns;
  private final Map<String, Gathering> byCounty = new HashMap<>();
  private Gathering current;
  private long waitingBytes;

  CountyTables(Connection connection, FeatureTable whole) {
    this.connection = connection;
    this.whole = whole;
    this.columns = whole.columns().size();
  }

  /** Where a row of this number is to be written; the row must be written whole before {@link #end}. */
  CopyRows rowOf(String id, Envelope box) throws SQLException {
    String county = whole.isPartitioned() ? County.of(id) : County.NONE;
    if (!byCounty.containsKey(county) && byCounty.size() >= MOST) {
      county = County.NONE;
    }
    current = byCounty.get(county);
    if (current == null) {
      current = new Gathering(whole.addPart(connection, county));
      byCounty.put(county, current);
    }
    current.count++;
    current.box.expandToInclude(box);
    waitingBytes -= current.rows.size();
    current.rows.begin(columns);
    if (whole.isPartitioned()) {
      current.rows.value(county);
    }
    return current.rows;
  }

  /** Ends a row; sends what has gathered when it is enough. */
  void end() throws SQLException {
    waitingBytes += current.rows.size();
    if (current.rows.size() >= SENT_BYTES) {
      send(current);
    } else if (waitingBytes >= MOST_WAITING_BYTES) {
      sendAll();
    }
  }

  private void send(Gathering each) throws SQLException {
    waitingBytes -= each.rows.size();
    each.rows.send(connection, whole.copyStatement(each.table));
  }

  private void sendAll() throws SQLException {
    for (Gathering each : byCounty.values()) {
      send(each);
    }
  }

  /** Sends what is left, and lists the parts. */
  void finish() throws SQLException {
    sendAll();
    if (whole.isPartitioned()) {
      for (Map.Entry<String, Gathering> each : byCounty.entrySet()) {
        Gathering part = each.getValue();
        new Part(each.getKey(), part.table, part.count, part.box).add(connection, whole.name());
      }
    }
  }
}
