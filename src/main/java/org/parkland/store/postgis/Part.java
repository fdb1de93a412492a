package org.parkland.store.postgis;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Envelope;

/**
 * One county's rows of a partitioned feature table.
 *
 * @param box around them, in the CRS of the snapshot
 */
record Part(String county, String table, long count, Envelope box) {
  /** The parts of a table, by county; none if it is one table. */
  static List<Part> of(Connection connection, String table) throws SQLException {
    List<Part> parts = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement("select county, part_name, row_count, west, east,"
        + " south, north from part where table_name = ? order by county")) {
      query.setString(1, table);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          parts.add(new Part(row.getString(1), row.getString(2), row.getLong(3),
              new Envelope(row.getDouble(4), row.getDouble(5), row.getDouble(6), row.getDouble(7))));
        }
      }
    }
    return parts;
  }

  /** Lists this part of a table. */
  void add(Connection connection, String whole) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement("insert into part values (?, ?, ?, ?, ?, ?, ?, ?)")) {
      insert.setString(1, whole);
      insert.setString(2, county);
      insert.setString(3, table);
      insert.setLong(4, count);
      double[] sides = {box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()};
      for (int i = 0; i < sides.length; i++) {
        insert.setDouble(5 + i, sides[i]);
      }
      insert.execute();
    }
  }
}
