package org.parkland.store.postgis;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.parkland.land.Attribute;
import org.parkland.land.LayerKind;
import org.parkland.land.Schema;
import org.parkland.land.Snapshot;
import org.parkland.store.Snapshots;
import org.parkland.store.sql.SnapshotTable;
import org.parkland.store.sql.SqlNames;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Views for people who write SQL: {@code current_parcels}, {@code current_units} and so on hold what speaks now, so
 * that nobody need look up which table that is. Made anew, in the same transaction, whenever that changes.
 */
record CurrentViews(Map<LayerKind, Schema> schemas, SnapshotTable table) {
  private static final Logger LOG = LoggerFactory.getLogger(CurrentViews.class);

  /** A view that cannot be replaced, because somebody has built on its columns, stays as it is. */
  void refresh(Connection connection) throws SQLException {
    List<Snapshot> all = table.all(connection);
    for (LayerKind kind : schemas.keySet()) {
      List<Snapshot> speaking = Snapshots.allAt(all, kind, LocalDate.MAX);
      Savepoint before = connection.setSavepoint();
      try (Statement statement = connection.createStatement()) {
        statement.execute(speaking.isEmpty() ? "drop view if exists " + name(kind)
            : "create or replace view " + name(kind) + " as " + union(connection, kind, speaking));
        connection.releaseSavepoint(before);
      } catch (SQLException e) {
        connection.rollback(before);
        LOG.warn("the view {} stays as it was: {}", name(kind), e.getMessage());
      }
    }
  }

  private static String name(LayerKind kind) {
    return SqlNames.quoted("current_" + kind.word());
  }

  private String union(Connection connection, LayerKind kind, List<Snapshot> speaking) throws SQLException {
    String attributes = schemas.get(kind).attributes().stream().map(Attribute::name)
        .map(each -> ", " + SqlNames.quoted(each)).collect(Collectors.joining());
    StringBuilder union = new StringBuilder();
    for (Snapshot each : speaking) {
      union.append(union.isEmpty() ? "" : " union all ").append("select ").append(each.id())
          .append("::bigint as snapshot, '").append(each.asOf()).append("'::date as as_of, '")
          .append(each.name().replace("'", "''")).append("'::text as layer, fid, geom, source_row").append(attributes)
          .append(", extra from ").append(SqlNames.quoted(table.tableOf(connection, each)));
    }
    return union.toString();
  }
}
