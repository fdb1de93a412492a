package org.parkland.store.embedded;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.parkland.geometry.GeoPackageGeometry;
import org.parkland.land.Attribute;
import org.parkland.land.Feature;
import org.parkland.land.Schema;
import org.parkland.store.sql.ExtraColumns;
import org.parkland.store.sql.SqlNames;

/**
 * Rows on their way into a feature table, numbered from 1. Each batch names only the columns that one of its rows
 * fills: handing a value to SQLite costs more than storing it, and most columns of most layers are empty.
 */
final class InsertedRows {
  private static final int BATCH = 250;

  private final Connection connection;
  private final String table;
  private final List<Attribute> attributes;
  private final int srid;
  private final GeoPackageGeometry geometries = new GeoPackageGeometry();
  private final Map<BitSet, PreparedStatement> inserts = new HashMap<>();
  private final List<Feature> batch = new ArrayList<>(BATCH);
  private long stored;

  InsertedRows(Connection connection, String table, Schema schema, int srid) {
    this.connection = connection;
    this.table = table;
    this.attributes = schema.attributes();
    this.srid = srid;
  }

  void add(Feature row) throws SQLException {
    batch.add(row);
    if (batch.size() == BATCH) {
      store();
    }
  }

  /** Stores what still waits. */
  void finish() throws SQLException {
    store();
  }

  private void store() throws SQLException {
    BitSet filled = filled();
    PreparedStatement insert = inserts.get(filled);
    if (insert == null) {
      insert = connection.prepareStatement(statement(filled));
      inserts.put(filled, insert);
    }
    for (Feature row : batch) {
      put(row, filled, insert);
    }
    insert.executeBatch();
    batch.clear();
  }

  /** Places of the attributes that any row of the batch has; behind them that of the other columns. */
  private BitSet filled() {
    BitSet filled = new BitSet(attributes.size() + 1);
    for (Feature row : batch) {
      for (int i = filled.nextClearBit(0); i < attributes.size(); i = filled.nextClearBit(i + 1)) {
        if (row.attributes().containsKey(attributes.get(i).name())) {
          filled.set(i);
        }
      }
      if (!row.extra().isEmpty()) {
        filled.set(attributes.size());
      }
    }
    return filled;
  }

  private String statement(BitSet filled) {
    List<String> columns = new ArrayList<>(List.of("fid", "geom", "source_row"));
    filled.stream().mapToObj(i -> i < attributes.size() ? attributes.get(i).name() : "extra").forEach(columns::add);
    return "insert into " + SqlNames.quoted(table) + " ("
        + columns.stream().map(SqlNames::quoted).collect(Collectors.joining(", ")) + ") values ("
        + columns.stream().map(each -> "?").collect(Collectors.joining(", ")) + ")";
  }

  private void put(Feature row, BitSet filled, PreparedStatement insert) throws SQLException {
    insert.setLong(1, ++stored);
    insert.setBytes(2, geometries.encode(row.geometry(), srid));
    insert.setLong(3, row.row());
    int column = 4;
    for (int i = filled.nextSetBit(0); i >= 0; i = filled.nextSetBit(i + 1)) {
      insert.setObject(column++, i == attributes.size() ? ExtraColumns.json(row.extra()) : value(row, attributes.get(i)));
    }
    insert.addBatch();
  }

  private static Object value(Feature row, Attribute attribute) {
    Object value = row.attributes().get(attribute.name());
    return attribute.type() == Attribute.Type.DATE && value != null ? value.toString() : value;
  }
}
