package org.parkland.store.postgis;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.parkland.BadInput;
import org.parkland.access.Actor;
import org.parkland.geometry.Crs;
import org.parkland.land.Attribute;
import org.parkland.land.Feature;
import org.parkland.land.FindingChunk;
import org.parkland.land.Schema;
import org.parkland.land.Snapshot;
import org.parkland.store.SnapshotWriter;
import org.parkland.store.sql.BegunImport;
import org.parkland.store.sql.ExtraColumns;
import org.parkland.store.sql.FindingTable;
import org.parkland.store.sql.SnapshotTable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes a snapshot in one transaction: until the commit no reader sees anything of it. */
final class PostgisWriter implements SnapshotWriter {
  private static final Logger LOG = LoggerFactory.getLogger(PostgisWriter.class);

  private final Connections connections;
  private final Connection connection;
  private final Actor actor;
  private final Snapshot draft;
  private final SnapshotTable snapshots;
  private final CurrentViews views;
  private final FeatureTable table;
  private final CountyTables tables;
  private final BegunImport begun;
  private long count;
  private boolean committed;

  private PostgisWriter(Connections connections, Connection connection, Actor actor, Snapshot draft, Schema schema,
      CurrentViews views) throws SQLException {
    this.connections = connections;
    this.connection = connection;
    this.actor = actor;
    this.draft = draft;
    this.views = views;
    ImportLock.take(connection);
    this.snapshots = new SnapshotTable(new PostgisDialect(connections, new Parts()));
    this.table = new FeatureTable(snapshots.newTable(connection, draft), schema, Crs.of(draft.crs()).epsg());
    table.create(connection);
    this.tables = new CountyTables(connection, table);
    this.begun = BegunImport.of(draft, table.name());
    connections.mark().set(begun);
  }

  static PostgisWriter begin(
      Connections connections, Actor actor, Snapshot draft, Schema schema, CurrentViews views) {
    Connection connection = null;
    try {
      connection = connections.writer();
      connection.setAutoCommit(false);
      return new PostgisWriter(connections, connection, actor, draft, schema, views);
    } catch (SQLException e) {
      abandon(connection);
      throw busy(connections, e);
    } catch (RuntimeException e) {
      abandon(connection);
      throw e;
    }
  }

  /** Names the import that is under way, if that is what stands in the way. */
  private static BadInput busy(Connections connections, SQLException e) {
    BadInput plain = connections.failure("take a new snapshot", e);
    return Connections.LOCKED.equals(e.getSQLState()) ? connections.mark().find()
        .map(each -> new BadInput(plain.place(), plain.problem() + " (" + each.what() + ")", plain.remedy(), e))
        .orElse(plain) : plain;
  }

  @Override
  public void add(Feature feature) {
    if (committed) {
      throw new IllegalStateException("the snapshot is stored and does not change any more");
    }
    try {
      CopyRows rows = tables.rowOf(feature.id(), feature.geometry().getEnvelopeInternal());
      rows.number(++count);
      rows.geometry(feature.geometry(), table.srid());
      rows.number(feature.row());
      for (Attribute attribute : table.schema().attributes()) {
        rows.value(feature.attributes().get(attribute.name()));
      }
      rows.json(ExtraColumns.json(feature.extra()));
      tables.end();
    } catch (SQLException e) {
      throw connections.failure("store row " + feature.row(), e);
    }
  }

  @Override
  public Snapshot commit(String report, List<FindingChunk> findings) {
    try {
      tables.finish();
      table.index(connection);
      Snapshot whole = snapshots.add(connection, actor, draft, count, report, table.name());
      FindingTable.add(connection, whole.id(), findings);
      views.refresh(connection);
      ImportMark.removeWithin(connection);
      connection.commit();
      committed = true;
      return whole;
    } catch (SQLException e) {
      throw connections.failure("store the snapshot", e);
    }
  }

  /** Rolls back what was not committed. */
  @Override
  public void close() {
    abandon(connection);
    if (!committed) {
      connections.mark().remove(begun);
    }
  }

  private static void abandon(Connection connection) {
    if (connection != null) {
      try (connection) {
        connection.rollback();
      } catch (SQLException e) {
        LOG.warn("rolling back failed; the server does it when it notices", e);
      }
    }
  }
}
