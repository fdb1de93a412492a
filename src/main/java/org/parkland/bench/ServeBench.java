package org.parkland.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.parkland.analysis.LandAnalysis;
import org.parkland.analysis.Workspace;
import org.parkland.config.Settings;
import org.parkland.config.SettingsReader;
import org.parkland.land.LayerKind;
import org.parkland.land.Schema;
import org.parkland.land.Snapshot;
import org.parkland.ogc.OgcService;
import org.parkland.ogc.http.OgcRequest;
import org.parkland.ogc.http.OgcResponse;
import org.parkland.store.Snapshots;
import org.parkland.store.Store;
import org.parkland.store.postgis.PostgisStore;
import org.parkland.tile.LandTiles;
import org.parkland.tile.TileAddress;
import org.parkland.tile.TileCache;
import org.parkland.tile.TileTags;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Pages of items and vector tiles a second, against the same rows served by PostGIS through one statement each. Both
 * begin cold: our tile cache is empty and our store has been opened anew, PostgreSQL has been restarted; both files
 * were written just before, so that the system's page cache holds them alike. Our first pass over the parcels, which
 * draws the low zooms and is made once for a snapshot, is printed both ways: counted into the tiles' time and beside it.
 */
@Command(name = "serve", mixinStandardHelpOptions = true,
    description = "Pages and tiles per second of a mesh of parcels, against ST_AsGeoJSON and ST_AsMVT.")
final class ServeBench implements Callable<Integer> {
  private static final long TILE_MEMORY_BYTES = 256L << 20;
  private static final int DEEPEST_ZOOM = 15;
  private static final int FIRST_ZOOM = 12;

  @Option(names = "--parcels", defaultValue = "1000000", description = "how many (default: ${DEFAULT-VALUE})")
  private long parcels;

  @Option(names = "--pages", defaultValue = "100", description = "of 1,000 items each (default: ${DEFAULT-VALUE})")
  private int pages;

  @Option(names = "--tiles", defaultValue = "12", description = "most of each zoom that PostGIS draws (default: ${DEFAULT-VALUE})")
  private int tiles;

  @Option(names = "--seed", defaultValue = "1")
  private long seed;

  private final Map<String, Object> result = new LinkedHashMap<>();

  @Override
  public Integer call() throws Exception {
    Path folder = Files.createTempDirectory("parkland-serve");
    Mesh mesh = new Mesh(parcels, seed);
    result.put("bench", "serve");
    result.put("loadAtStart", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    result.put("parcels", mesh.size());
    Settings settings = SettingsReader.of(null, folder.resolve("serve.gpkg").toString());
    Map<LayerKind, Schema> schemas;
    try (Workspace workspace = Workspace.open(settings)) {
      schemas = workspace.standards().schemas();
      MeshLayer.store(mesh, workspace.store());
    }
    try (Workspace workspace = Workspace.open(settings)) {
      Snapshot snapshot = parcels(workspace.store());
      LandTiles drawn = new LandTiles(workspace.store(), new TileCache(folder.resolve("tiles"), TILE_MEMORY_BYTES));
      List<TileAddress> addresses = MeshLayer.addresses(FIRST_ZOOM, DEEPEST_ZOOM);
      ours(workspace, drawn, snapshot, addresses);
    }
    try (TemporaryPostgis server = TemporaryPostgis.start()) {
      try (Store store = PostgisStore.open(server.jdbcUrl(), schemas)) {
        MeshLayer.store(mesh, store);
      }
      analyse(server);
      server.restart();
      theirs(server);
    }
    Table.print(result);
    return 0;
  }

  private static Snapshot parcels(Store store) {
    return Snapshots.at(store.snapshots(), LayerKind.PARCELS, LocalDate.MAX).orElseThrow();
  }

  private void ours(Workspace workspace, LandTiles drawn, Snapshot snapshot, List<TileAddress> addresses) {
    long start = System.nanoTime();
    drawn.prepare(snapshot);
    double passSeconds = seconds(start);
    Timings tilesDrawn = new Timings();
    addresses.forEach(each -> tilesDrawn.time(() -> drawn.tile(snapshot, each, TileTags.NONE)));
    Timings again = new Timings();
    addresses.forEach(each -> again.time(() -> drawn.tile(snapshot, each, TileTags.NONE)));
    result.put("tiles", addresses.size());
    result.put("passSeconds", passSeconds);
    result.put("tilesPerSecondWithPass", addresses.size() / (passSeconds + tilesDrawn.totalSeconds()));
    tilesDrawn.put(result, "tiles");
    again.put(result, "tilesAgain");
    OgcService service = new OgcService(workspace, new LandAnalysis(workspace),
        (state, address, day) -> drawn.tile(snapshot, address, TileTags.NONE), List.of());
    Timings read = new Timings();
    String after = null;
    for (int i = 0; i < pages; i++) {
      Map<String, List<String>> query = new LinkedHashMap<>(Map.of("limit", List.of("1000")));
      if (after != null) {
        query.put("after", List.of(after));
      }
      OgcRequest request = new OgcRequest(
          "http://bench", List.of("collections", "parcels", "items"), query, "application/geo+json", true);
      OgcResponse page = read.time(() -> service.answer(request));
      after = MeshLayer.nextAfter(page.body());
    }
    read.put(result, "pages");
  }

  /** As its own housekeeping would some minutes after an import; then nothing runs beside the measurement. */
  private static void analyse(TemporaryPostgis server) throws Exception {
    try (Connection connection = server.connect(); Statement statement = connection.createStatement()) {
      statement.execute("vacuum analyze");
    }
  }

  private void theirs(TemporaryPostgis server) throws Exception {
    try (Connection connection = server.connect()) {
      PostgisServing postgis = new PostgisServing(connection);
      Timings drawn = new Timings();
      List<String> notes = new ArrayList<>();
      for (int zoom = FIRST_ZOOM; zoom <= DEEPEST_ZOOM; zoom++) {
        List<TileAddress> all = MeshLayer.addresses(zoom, zoom);
        int step = 1 + (all.size() - 1) / tiles;
        List<TileAddress> some =
            IntStream.range(0, all.size()).filter(i -> i % step == step / 2).mapToObj(all::get).toList();
        Timings ofZoom = new Timings();
        for (TileAddress each : some) {
          ofZoom.time(() -> postgis.tile(each));
        }
        // All tiles of the zoom at the pace of those measured, so that both sides draw the same.
        double seconds = ofZoom.totalSeconds() / some.size() * all.size();
        drawn.add(ofZoom, seconds);
        notes.add("z" + zoom + " " + some.size() + " of " + all.size());
      }
      int count = MeshLayer.addresses(FIRST_ZOOM, DEEPEST_ZOOM).size();
      result.put("postgisTilesMeasured", String.join(", ", notes));
      result.put("postgisTilesPerSecond", count / drawn.totalSeconds());
      result.put("postgisTilesP99Ms", drawn.p99Ms());
      result.put("timesTheTilesAfterPass",
          (Double) result.get("tilesPerSecond") / (Double) result.get("postgisTilesPerSecond"));
      result.put("timesTheTilesWithPass",
          (Double) result.get("tilesPerSecondWithPass") / (Double) result.get("postgisTilesPerSecond"));
      Timings read = new Timings();
      for (int i = 0; i < pages; i++) {
        long first = i * 1_000L;
        read.time(() -> postgis.page(first, 1_000));
      }
      read.put(result, "postgisPages");
    }
  }

  private static double seconds(long startNanos) {
    return (System.nanoTime() - startNanos) / 1e9;
  }
}
