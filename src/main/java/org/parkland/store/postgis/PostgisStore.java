package org.parkland.store.postgis;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.locationtech.jts.geom.Envelope;
import org.parkland.access.Actor;
import org.parkland.config.ServerAddress;
import org.parkland.land.LayerKind;
import org.parkland.land.Schema;
import org.parkland.land.Snapshot;
import org.parkland.land.Withdrawal;
import org.parkland.store.AccountShelf;
import org.parkland.store.AuditLog;
import org.parkland.store.Contents;
import org.parkland.store.CorrectionLog;
import org.parkland.store.FeatureCursor;
import org.parkland.store.FeatureQuery;
import org.parkland.store.FindingShelf;
import org.parkland.store.ScenarioShelf;
import org.parkland.store.SnapshotWriter;
import org.parkland.store.Store;
import org.parkland.store.sql.ContentsCount;
import org.parkland.store.sql.ResultTable;
import org.parkland.store.sql.SnapshotTable;
import org.parkland.store.sql.SqlCursor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Snapshots in a PostgreSQL database with PostGIS, in the schema {@code parkland}. A transaction makes a snapshot
 * visible, an advisory lock lets one writer at a time do so; readers never wait.
 */
public final class PostgisStore implements Store {
  private static final Logger LOG = LoggerFactory.getLogger(PostgisStore.class);

  /** The schema that holds everything of Parkland's. */
  static final String SCHEMA = "parkland";

  private final ServerAddress address;
  private final Connections connections;
  private final Parts parts = new Parts();
  /** Feature tables by the number of their snapshot, whose parts are known. */
  private final Map<Long, String> tables = new ConcurrentHashMap<>();
  private final PostgisDialect dialect;
  private final SnapshotTable table;
  private final Map<LayerKind, Schema> schemas;
  private final Actor actor;

  private PostgisStore(
      ServerAddress address, Connections connections, Map<LayerKind, Schema> schemas, Actor actor) {
    this.address = address;
    this.connections = connections;
    this.dialect = new PostgisDialect(connections, parts);
    this.table = new SnapshotTable(dialect);
    this.schemas = schemas;
    this.actor = actor;
  }

  /**
   * Opens a database; makes or upgrades the schema where it is missing or older than this program.
   *
   * @param url {@code jdbc:postgresql://…}; user and password come from it or from PGUSER and PGPASSWORD
   * @param schemas the attributes each kind of layer is stored with
   * @throws org.parkland.BadInput if the server cannot be reached, refuses the user, has no PostGIS, or holds a
   *     schema of a newer version
   */
  public static PostgisStore open(String url, Map<LayerKind, Schema> schemas) {
    return open(ServerAddress.of(url), schemas, Migrations.shipped());
  }

  static PostgisStore open(ServerAddress address, Map<LayerKind, Schema> schemas, Migrations migrations) {
    Connections connections = new Connections(address, searchPath(address));
    try (Connection connection = connections.writer()) {
      migrations.apply(address.location(), connection);
      connections.mark().recover(connection);
      return new PostgisStore(address, connections, schemas, Actor.local());
    } catch (SQLException e) {
      throw connections.failure("be opened", e);
    }
  }

  /** Ours first, then the one that holds the types and functions of PostGIS. */
  private static String searchPath(ServerAddress address) {
    Connections plain = new Connections(address, null);
    try (Connection connection = plain.writer()) {
      return SCHEMA + ", " + PostgisVersion.require(address.location(), connection);
    } catch (SQLException e) {
      throw plain.failure("be opened", e);
    }
  }

  /** Schema and table of a snapshot's rows, for programs that read them in parallel; column names are attributes. */
  public String tableOf(Snapshot snapshot) {
    return SCHEMA + "." + connections.reading("find a layer", each -> table.tableOf(each, snapshot));
  }

  @Override
  public List<Snapshot> snapshots() {
    return connections.reading("list the snapshots", table::all);
  }

  @Override
  public Snapshot withdraw(long id, Withdrawal withdrawal) {
    try (Connection connection = connections.writer()) {
      connection.setAutoCommit(false);
      ImportLock.take(connection);
      Snapshot withdrawn = table.withdraw(connection, actor, location(), id, withdrawal);
      views().refresh(connection);
      connection.commit();
      return withdrawn;
    } catch (SQLException e) {
      throw connections.failure("withdraw the snapshot", e);
    }
  }

  private CurrentViews views() {
    return new CurrentViews(schemas, table);
  }

  @Override
  public SnapshotWriter begin(Snapshot draft) {
    return PostgisWriter.begin(connections, actor, draft, schemas.get(draft.kind()), views());
  }

  @Override
  public FeatureCursor features(Snapshot snapshot, FeatureQuery query) {
    readParts(snapshot);
    Connection reader = connections.openReader("read the layer " + snapshot.name());
    return SqlCursor.open(dialect, reader, snapshot, query, schemas.get(snapshot.kind()));
  }

  /** Of a partitioned table it is known without a look at its rows. */
  @Override
  public Envelope extent(Snapshot snapshot) {
    return connections.reading("read the extent of " + snapshot.name(), connection -> {
      String rows = table.tableOf(connection, snapshot);
      Envelope box = new Envelope();
      Part.of(connection, rows).forEach(each -> box.expandToInclude(each.box()));
      return box.isNull() ? FeatureTable.extent(connection, rows) : box;
    });
  }

  /** Asked of the server once: a stored table does not change. */
  private void readParts(Snapshot snapshot) {
    tables.computeIfAbsent(snapshot.id(), id -> connections.reading("read the layer " + snapshot.name(), connection -> {
      String rows = table.tableOf(connection, snapshot);
      parts.read(connection, rows);
      return rows;
    }));
  }

  @Override
  public Optional<byte[]> result(String key) {
    return connections.reading("read a kept result", connection -> ResultTable.find(connection, key));
  }

  @Override
  public void keep(String key, byte[] result) {
    try (Connection connection = connections.writer()) {
      ResultTable.put(connection, key, result);
    } catch (SQLException e) {
      LOG.debug("{}: the result {} is not kept", location(), key, e);
    }
  }

  @Override
  public CorrectionLog corrections() {
    return new PostgisCorrections(connections, schemas.get(LayerKind.PARCELS), actor);
  }

  @Override
  public FindingShelf findings() {
    return new PostgisFindings(connections);
  }

  @Override
  public ScenarioShelf scenarios() {
    return new PostgisScenarios(connections, actor);
  }

  @Override
  public AccountShelf accounts() {
    return new PostgisAccounts(connections, actor);
  }

  @Override
  public AuditLog audit() {
    return new PostgisAudit(connections, actor);
  }

  @Override
  public PostgisStore by(Actor other) {
    return new PostgisStore(address, connections, schemas, other);
  }

  @Override
  public Contents contents() {
    return connections.reading("be counted", connection -> {
      PostgisAudit.atOneMoment(connection);
      return new ContentsCount(dialect).of(connection);
    });
  }

  @Override
  public Contents backup(Path file) {
    return ServerDump.write(connections, address, file);
  }

  /**
   * Brings what {@link #backup} wrote into a database without a schema of Parkland's.
   *
   * @throws org.parkland.BadInput if it has one, or the file cannot be read; the database is then as it was
   */
  public static void restore(String url, Path file) {
    ServerDump.restore(ServerAddress.of(url), file);
  }

  @Override
  public String location() {
    return address.location();
  }

  @Override
  public void close() {
    connections.close();
  }
}
