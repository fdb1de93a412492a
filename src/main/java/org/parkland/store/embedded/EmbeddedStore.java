package org.parkland.store.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.parkland.BadInput;
import org.parkland.access.Actor;
import org.parkland.land.LayerKind;
import org.parkland.land.Schema;
import org.parkland.land.Snapshot;
import org.parkland.land.Withdrawal;
import org.parkland.sink.LayerStyle;
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
 * Snapshots in one GeoPackage file, in WAL mode: readers never wait, a killed process leaves the last commit.
 */
public final class EmbeddedStore implements Store {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedStore.class);

  private final Path file;
  private final Connections connections;
  private final SnapshotTable table;
  private final Map<LayerKind, Schema> schemas;
  private final EmbeddedStyles styles;
  private final Actor actor;

  private EmbeddedStore(
      Path file, Connections connections, Map<LayerKind, Schema> schemas, EmbeddedStyles styles, Actor actor) {
    this.file = file;
    this.connections = connections;
    this.table = new SnapshotTable(connections.dialect());
    this.schemas = schemas;
    this.styles = styles;
    this.actor = actor;
  }

  /**
   * Opens a database, or makes an empty one where there is none.
   *
   * @param schemas the attributes each kind of layer is stored with
   * @throws BadInput if the place is not writable or the file is no Parkland database of this version
   */
  public static EmbeddedStore open(Path file, Map<LayerKind, Schema> schemas) {
    return open(file, schemas, Map.of());
  }

  /**
   * The same, with the look each kind of layer has in other programs.
   *
   * @param looks styles by kind; layers of other kinds have none
   */
  public static EmbeddedStore open(Path file, Map<LayerKind, Schema> schemas, Map<LayerKind, LayerStyle> looks) {
    boolean fresh = !Files.exists(file);
    requireWritable(file);
    boolean older = !fresh && GeoPackageSchema.requireOurs(file) < GeoPackageSchema.VERSION;
    Connections connections = new Connections(file);
    try {
      if (fresh) {
        connections.write(GeoPackageSchema::create);
      }
      if (older) {
        connections.write(GeoPackageSchema::upgrade);
      }
      connections.mark().recover(connections);
      EmbeddedStyles styles = new EmbeddedStyles(looks);
      styles.complete(connections);
      new EmbeddedAudit(connections, Actor.local()).settle();
      return new EmbeddedStore(file, connections, schemas, styles, Actor.local());
    } catch (SQLException e) {
      BadInput failure = older ? connections.failure("be brought to the layout of this program", e)
          : new BadInput(file.toString(), "cannot be opened as a Parkland database",
              "choose another path with --db, or restore a backup", e);
      connections.close();
      throw failure;
    } catch (RuntimeException e) {
      connections.close();
      throw e;
    }
  }

  private static void requireWritable(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (Files.isDirectory(file)) {
      throw new BadInput(file.toString(), "is a folder", "name a file that ends in .gpkg");
    }
    if (!Files.isDirectory(folder) || !Files.isWritable(Files.exists(file) ? file : folder)) {
      throw new BadInput(file.toString(), "cannot be written",
          "choose a path in a folder that exists and that you may write to");
    }
  }

  @Override
  public List<Snapshot> snapshots() {
    return connections.reading("list the snapshots", table::all);
  }

  @Override
  public Snapshot withdraw(long id, Withdrawal withdrawal) {
    try {
      return connections.change(connection -> {
        Snapshot withdrawn = table.withdraw(connection, actor, location(), id, withdrawal);
        GeoPackageSchema.describe(connection, table.tableOf(connection, withdrawn),
            "withdrawn: " + withdrawal.reason());
        return withdrawn;
      });
    } catch (SQLException e) {
      throw connections.failure("withdraw the snapshot", e);
    }
  }

  @Override
  public SnapshotWriter begin(Snapshot draft) {
    return EmbeddedWriter.begin(connections, actor, draft, schemas.get(draft.kind()), styles);
  }

  @Override
  public FeatureCursor features(Snapshot snapshot, FeatureQuery query) {
    Connection reader = connections.openReader("read the layer " + snapshot.name());
    return SqlCursor.open(connections.dialect(), reader, snapshot, query, schemas.get(snapshot.kind()));
  }

  @Override
  public Envelope extent(Snapshot snapshot) {
    return connections.reading("read the extent of " + snapshot.name(),
        connection -> GeoPackageSchema.extent(connection, table.tableOf(connection, snapshot)));
  }

  @Override
  public Optional<byte[]> result(String key) {
    return connections.reading("read a kept result", connection -> ResultTable.find(connection, key));
  }

  @Override
  public void keep(String key, byte[] result) {
    try {
      connections.writeUnlessBusy(connection -> ResultTable.put(connection, key, result));
    } catch (SQLException e) {
      LOG.debug("{}: the result {} is not kept", file, key, e);
    }
  }

  @Override
  public CorrectionLog corrections() {
    return new EmbeddedCorrections(connections, schemas.get(LayerKind.PARCELS), actor);
  }

  @Override
  public FindingShelf findings() {
    return new EmbeddedFindings(connections);
  }

  @Override
  public ScenarioShelf scenarios() {
    return new EmbeddedScenarios(connections, actor);
  }

  @Override
  public AccountShelf accounts() {
    return new EmbeddedAccounts(connections, actor);
  }

  @Override
  public AuditLog audit() {
    return new EmbeddedAudit(connections, actor);
  }

  @Override
  public EmbeddedStore by(Actor other) {
    return new EmbeddedStore(file, connections, schemas, styles, other);
  }

  @Override
  public Contents contents() {
    return connections.reading("be counted", connection ->
        EmbeddedAudit.atOneMoment(connection, new ContentsCount(connections.dialect())::of));
  }

  @Override
  public Contents backup(Path copy) {
    new EmbeddedAudit(connections, actor).settle();
    return FileCopy.write(connections, copy);
  }

  /**
   * Checks every page of a file that nobody writes into, its rows and its audit.
   *
   * @throws BadInput if it is damaged
   */
  public static Contents inspect(Path copy) {
    return FileCopy.require(copy);
  }

  @Override
  public String location() {
    return file.toString();
  }

  @Override
  public void close() {
    connections.close();
  }
}
