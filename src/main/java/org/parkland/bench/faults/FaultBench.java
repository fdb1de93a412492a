package org.parkland.bench.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.parkland.analysis.Workspace;
import org.parkland.bench.TemporaryPostgis;
import org.parkland.config.Database;
import org.parkland.config.Settings;
import org.parkland.config.SettingsReader;
import org.parkland.land.Feature;
import org.parkland.land.LayerKind;
import org.parkland.land.Snapshot;
import org.parkland.store.FeatureCursor;
import org.parkland.store.FeatureQuery;
import org.parkland.store.Store;
import org.parkland.store.embedded.EmbeddedStore;
import org.parkland.store.postgis.PostgisStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bin/bench faults}: kills, full disks and restarts, and what was lost by them. */
@Command(name = "faults", mixinStandardHelpOptions = true,
    description = "Kill servers and commands, fill the disk, restart PostGIS: what is lost?")
public final class FaultBench implements Callable<Integer> {
  private static final int ROWS = 300;

  @Option(names = "--kills", defaultValue = "200", description = "SIGKILLs (default: ${DEFAULT-VALUE}).")
  private int kills;

  @Option(names = "--full-disks", defaultValue = "50", description = "Writes on a full disk; needs root for a small"
      + " tmpfs (default: ${DEFAULT-VALUE}).")
  private int fullDisks;

  @Option(names = "--restarts", defaultValue = "20", description = "Restarts of PostGIS (default: ${DEFAULT-VALUE}).")
  private int restarts;

  @Option(names = "--seed", description = "Of the random moments (default: the time).")
  private long seed = System.nanoTime();

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("parkland-faults");
    Path database = folder.resolve("drill.gpkg");
    System.out.println("seed " + seed);
    List<String> wrong = new ArrayList<>();
    try (Workspace sample = Workspace.openOrBuild(settings(database))) {
      Snapshot parcels = sample.snapshots().stream().filter(each -> each.kind() == LayerKind.PARCELS)
          .reduce((first, second) -> second).orElseThrow();
      List<Feature> rows = rows(sample.store(), parcels);
      if (fullDisks > 0) {
        wrong.addAll(fullDisks(folder, sample, parcels, rows));
      }
      if (restarts > 0) {
        wrong.addAll(restarts(sample, parcels, rows));
      }
      if (kills > 0) {
        wrong.addAll(kills(folder, settings(database), rows.get(0).id()));
      }
    }
    wrong.forEach(System.out::println);
    return wrong.isEmpty() ? 0 : 1;
  }

  private static Settings settings(Path database) {
    return SettingsReader.of(null, database.toString());
  }

  private static List<Feature> rows(Store store, Snapshot parcels) {
    List<Feature> rows = new ArrayList<>();
    try (FeatureCursor cursor = store.features(parcels, FeatureQuery.all().atMost(ROWS))) {
      cursor.forEachRemaining(rows::add);
    }
    return rows;
  }

  /** Three quarters of them with the file, the rest with PostGIS. */
  private List<String> kills(Path folder, Settings file, String parcel) throws IOException, InterruptedException {
    List<String> wrong = new ArrayList<>(killed("file", folder, file, parcel, kills - kills / 4));
    if (kills / 4 > 0) {
      try (TemporaryPostgis server = TemporaryPostgis.start()) {
        Settings postgis = file.with(new Database.Server(server.jdbcUrl()));
        try (Workspace workspace = Workspace.open(postgis)) {
          workspace.importPack();
        }
        wrong.addAll(killed("PostGIS", Files.createDirectory(folder.resolve("postgis")), postgis, parcel, kills / 4));
      }
    }
    return wrong;
  }

  private List<String> killed(String home, Path folder, Settings settings, String parcel, int times)
      throws IOException, InterruptedException {
    String database = settings.database() instanceof Database.Server server ? server.url()
        : ((Database.File) settings.database()).path().toString();
    KillDrill.Outcome outcome =
        new KillDrill(database, parcel, folder, () -> Workspace.open(settings).store(), seed).run(times);
    System.out.printf("kill -9, %s: %d, acknowledged: %s; lost or unclean: %d%n", home, outcome.kills(),
        outcome.done(), outcome.wrong().size());
    return outcome.wrong();
  }

  private List<String> fullDisks(Path folder, Workspace sample, Snapshot parcels, List<Feature> rows)
      throws IOException, InterruptedException {
    try (SmallDisk disk = SmallDisk.mount(folder.resolve("small"), 32)) {
      FullDiskDrill.Outcome outcome = new FullDiskDrill(disk.folder(),
          file -> EmbeddedStore.open(file, sample.standards().schemas()), seed).run(fullDisks, parcels, rows);
      System.out.printf("full disk: %d runs, %d refused in words, lost or unclear: %d%n", outcome.runs(),
          outcome.refused(), outcome.wrong().size());
      return outcome.wrong();
    }
  }

  private List<String> restarts(Workspace sample, Snapshot parcels, List<Feature> rows) throws InterruptedException {
    try (TemporaryPostgis server = TemporaryPostgis.start();
        Store store = PostgisStore.open(server.jdbcUrl(), sample.standards().schemas())) {
      RestartDrill.Outcome outcome = new RestartDrill(server, store, parcels, rows).run(restarts);
      System.out.printf("PostGIS restarts: %d under %d reads, %d corrections, %d imports; %d refused in words, lost or"
          + " unclear: %d%n", outcome.restarts(), outcome.reads(), outcome.corrections(), outcome.imports(),
          outcome.refused(), outcome.wrong().size());
      return outcome.wrong();
    }
  }
}
