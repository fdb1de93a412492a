package org.parkland.store.embedded;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.parkland.access.Actor;
import org.parkland.geometry.Crs;
import org.parkland.land.Feature;
import org.parkland.land.FindingChunk;
import org.parkland.land.Schema;
import org.parkland.land.Snapshot;
import org.parkland.store.SnapshotWriter;
import org.parkland.store.sql.BegunImport;
import org.parkland.store.sql.SnapshotTable;

/** Writes a snapshot in one transaction: until the commit no reader sees anything of it. */
final class EmbeddedWriter implements SnapshotWriter {
  private final Connections connections;
  private final Connection connection;
  private final Actor actor;
  private final Snapshot draft;
  private final EmbeddedStyles styles;
  private final Crs crs;
  private final SnapshotTable snapshots;
  private final String table;
  private final InsertedRows rows;
  private final PackedIndex index;
  private final Envelope extent = new Envelope();
  private long count;
  private boolean committed;

  private EmbeddedWriter(Connections connections, Connection connection, Actor actor, Snapshot draft,
      Schema schema, EmbeddedStyles styles) throws SQLException {
    this.connections = connections;
    this.connection = connection;
    this.actor = actor;
    this.draft = draft;
    this.styles = styles;
    this.crs = Crs.of(draft.crs());
    this.snapshots = new SnapshotTable(connections.dialect());
    connections.mark().tell(connection);
    this.table = snapshots.newTable(connection, draft);
    connections.mark().set(BegunImport.of(draft, table));
    GeoPackageSchema.createFeatureTable(connection, table, schema, crs);
    this.rows = new InsertedRows(connection, table, schema, crs.epsg());
    this.index = new PackedIndex(connection, table, PackedIndex.AT_ONCE);
  }

  static EmbeddedWriter begin(
      Connections connections, Actor actor, Snapshot draft, Schema schema, EmbeddedStyles styles) {
    Connection connection = null;
    try {
      connection = connections.writer();
      connection.setAutoCommit(false);
      return new EmbeddedWriter(connections, connection, actor, draft, schema, styles);
    } catch (SQLException e) {
      abandon(connection);
      throw connections.failure("take a new snapshot", e);
    }
  }

  @Override
  public void add(Feature feature) {
    if (committed) {
      throw new IllegalStateException("the snapshot is stored and does not change any more");
    }
    try {
      count++;
      Envelope box = feature.geometry().getEnvelopeInternal();
      extent.expandToInclude(box);
      index.add(box);
      rows.add(feature);
    } catch (SQLException e) {
      throw connections.failure("store row " + feature.row(), e);
    }
  }

  @Override
  public Snapshot commit(String report, List<FindingChunk> findings) {
    try {
      rows.finish();
      index.finish();
      double[] box = {extent.getMinX(), extent.getMinY(), extent.getMaxX(), extent.getMaxY()};
      GeoPackageSchema.register(connection, table, table, crs, box);
      GeoPackageSchema.describe(connection, table, draft.name() + ", " + draft.asOf() + ", " + draft.source());
      styles.add(connection, table, draft.kind());
      connections.spool().drain(connection);
      Snapshot whole = snapshots.add(connection, actor, draft, count, report, table);
      EmbeddedFindings.add(connection, whole, findings);
      connection.commit();
      committed = true;
      connections.mark().remove();
      // The driver has begun the next transaction already, and with it a lock that would keep others out.
      connection.close();
      return whole;
    } catch (SQLException e) {
      throw connections.failure("store the snapshot", e);
    }
  }

  /** SQLite rolls back what was not committed. The lock is held until then, so the mark is this import's. */
  @Override
  public void close() {
    if (!committed) {
      connections.mark().remove();
    }
    abandon(connection);
  }

  private static void abandon(Connection connection) {
    try {
      if (connection != null) {
        connection.close();
      }
    } catch (SQLException e) {
      org.slf4j.LoggerFactory.getLogger(EmbeddedWriter.class).warn("closing a writer failed", e);
    }
  }
}
