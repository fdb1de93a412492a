package org.parkland.analysis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.parkland.BadInput;
import org.parkland.access.Actor;
import org.parkland.access.Role;
import org.parkland.access.Sight;
import org.parkland.backup.BackupFolder;
import org.parkland.config.Database;
import org.parkland.config.Settings;
import org.parkland.geometry.Crs;
import org.parkland.ingest.ImportReport;
import org.parkland.ingest.ImportRequest;
import org.parkland.ingest.ImportRules;
import org.parkland.ingest.Importer;
import org.parkland.land.District;
import org.parkland.land.LayerKind;
import org.parkland.land.Project;
import org.parkland.land.Schema;
import org.parkland.land.Snapshot;
import org.parkland.land.Withdrawal;
import org.parkland.pack.AccessFile;
import org.parkland.pack.Projects;
import org.parkland.pack.Standards;
import org.parkland.source.SourceLimits;
import org.parkland.store.Store;
import org.parkland.store.embedded.DamageCheck;
import org.parkland.store.embedded.EmbeddedStore;
import org.parkland.store.postgis.PostgisStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A district at work: its pack, the standards, the policies and the database, opened together.
 */
public record Workspace(
    Settings settings, District district, Standards standards, Policies policies, Store store)
    implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Workspace.class);
  /** A start must not wait for minutes on a file of many gigabytes; a backup looks at every page. */
  private static final Duration CHECKED_FOR = Duration.ofSeconds(1);

  /** Opens the database the settings name; makes an empty one where there is none. */
  public static Workspace open(Settings settings) {
    Definitions read = Definitions.read(settings);
    requireSound(settings);
    return new Workspace(settings, read.district(), read.standards(), read.policies(),
        store(settings.database(), read.standards()));
  }

  /** Nothing is written into a damaged file: what is left of it may be worth more than what would be made of it. */
  private static void requireSound(Settings settings) {
    if (settings.database() instanceof Database.File file && Files.isRegularFile(file.path())) {
      DamageCheck.of(file.path(), CHECKED_FOR).ifPresent(damage -> {
        throw new BadInput(file.path().toString(), "is damaged: " + damage, new BackupFolder(settings.backups())
            .newest(file.path().toString()).map(Workspace::offer).orElse("no backup of it lies in " + settings.backups()
                + "; choose another path with --db, or restore a backup from elsewhere; the file was left as it is"));
      });
    }
  }

  private static String offer(BackupFolder.Found newest) {
    return "the file was left as it is; its newest backup is of " + newest.manifest().takenAt()
        + ": parkland restore " + newest.file() + " --db NEW.gpkg";
  }

  private static Store store(Database database, Standards standards) {
    Map<LayerKind, Schema> schemas = standards.schemas();
    return database instanceof Database.Server server ? PostgisStore.open(server.url(), schemas)
        : EmbeddedStore.open(((Database.File) database).path(), schemas,
            OfficialColours.of(standards.classification()));
  }

  /**
   * As {@link #open}, but a database file that does not exist is first filled with the layers of the pack. It
   * appears whole: it is built beside its place and moved there when it is complete.
   */
  public static Workspace openOrBuild(Settings settings) {
    if (settings.database() instanceof Database.File file && !Files.exists(file.path())) {
      build(settings, file.path().toAbsolutePath());
    }
    return open(settings);
  }

  private static void build(Settings settings, Path target) {
    Path unfinished = target.resolveSibling(target.getFileName() + ".building");
    try {
      Files.createDirectories(target.getParent());
      Files.deleteIfExists(unfinished);
      try (Workspace workspace = open(settings.with(new Database.File(unfinished)))) {
        workspace.importPack();
      }
      Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new BadInput(target.toString(), "cannot be written", "choose another path with --db", e);
    }
  }

  /** Imports every layer of the district pack, one snapshot each. */
  public void importPack() {
    for (District.Layer layer : district.layers()) {
      ImportReport report = importer().run(request(layer), (done, total) -> { });
      LOG.info("{}: {}", layer.file().getFileName(), report.summary());
    }
  }

  private static ImportRequest request(District.Layer layer) {
    ImportRequest plain = ImportRequest.of(layer.file(), layer.kind(), layer.asOf());
    return new ImportRequest(layer.file(), plain.kind(), layer.name(), layer.layer(), plain.asOf(), null, null,
        plain.columns(), plain.codes(), plain.keepUnknownCodes(), plain.user());
  }

  /** The projects that look for land, as the pack lists them; empty where it lists none. */
  public List<Project> projects() {
    Path list = settings.district().resolve("projects.csv");
    return Files.exists(list) ? Projects.read(list, standards.classification()) : List.of();
  }

  /** The same as those see it who see less; closing it closes nothing. */
  public Workspace seenBy(Sight sight) {
    return sight.isWhole() ? this
        : new Workspace(settings, district, standards.seenBy(sight), policies, new VeiledStore(store, sight));
  }

  /** What each role sees. */
  public Map<Role, Sight> sights() {
    return AccessFile.read(settings.policies().resolve("access.yaml"), standards.schema(LayerKind.PARCELS));
  }

  /** The same at the hands of somebody: what is changed through it is put down to them. Only the first is closed. */
  public Workspace by(Actor actor) {
    return new Workspace(settings, district, standards, policies, store.by(actor));
  }

  /** All snapshots, withdrawn ones too, oldest import first. */
  public List<Snapshot> snapshots() {
    return store.snapshots();
  }

  /**
   * Withdraws a snapshot; figures fall back to the one before.
   *
   * @throws BadInput if there is none with that number, or it is withdrawn already
   */
  public Snapshot withdraw(long id, String reason, String by) {
    return store.withdraw(id, new Withdrawal(reason, by, Instant.now().truncatedTo(ChronoUnit.SECONDS)));
  }

  public Importer importer() {
    return importer(store);
  }

  /** An importer into another store than the district's, by the district's rules. */
  Importer importer(Store target) {
    return new Importer(target, importRules());
  }

  /** What imports go by. */
  public ImportRules importRules() {
    return new Definitions(standards, policies, district, SourceLimits.of(settings.values())).importRules().at(longitude());
  }

  /** Of the middle of the layer that was stored last, degrees; null where none is. */
  private Double longitude() {
    List<Snapshot> stored = snapshots();
    for (int i = stored.size() - 1; i >= 0; i--) {
      double[] box = ImportNotes.of(stored.get(i)).box();
      if (box != null && !stored.get(i).isWithdrawn()) {
        Geometry point = new GeometryFactory().createPoint(new Envelope(box[0], box[2], box[1], box[3]).centre());
        return Crs.of(stored.get(i).crs()).to(Crs.of(Crs.DEGREES)).apply(point).getCoordinate().x;
      }
    }
    return null;
  }

  /** Checks of layers as a whole. */
  public LayerInspection inspection() {
    return new LayerInspection(this);
  }

  @Override
  public void close() {
    store.close();
  }
}
