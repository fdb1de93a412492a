package org.parkland.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.parkland.config.Settings;
import org.parkland.config.SettingsReader;
import org.parkland.pack.Standards;
import org.parkland.store.Store;
import org.parkland.store.postgis.PostgisStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * A province in PostGIS: storing it, drawing its figures and tiles ahead, and then the server over it, each a process
 * of its own in a bounded heap.
 */
@Command(name = "country", mixinStandardHelpOptions = true,
    description = "The server over tens of millions of parcels in PostGIS: opening, tiles, red line, memory.")
final class CountryBench implements Callable<Integer> {
  @Option(names = "--parcels", defaultValue = "10000000", description = "how many (default: ${DEFAULT-VALUE})")
  private long parcels;

  @Option(names = "--heap", defaultValue = "1g", description = "of each process (default: ${DEFAULT-VALUE})")
  private String heap;

  @Option(names = "--db", description = "database to use, filled if it is empty (default: a server of its own)")
  private String url;

  @Option(names = "--one-table", description = "numbers that tell no county, so that there is one part only")
  private boolean oneTable;

  @Option(names = "--zoom", defaultValue = "5-12", description = "made ahead (default: ${DEFAULT-VALUE})")
  private String zooms;

  private final Map<String, Object> result = new LinkedHashMap<>();

  @Override
  public Integer call() throws Exception {
    result.put("bench", "country");
    result.put("load", Files.readString(Path.of("/proc/loadavg")).split(" ")[0]);
    Path folder = Files.createTempDirectory("parkland-country");
    if (url != null) {
      run(url, folder);
    } else {
      try (TemporaryPostgis server = TemporaryPostgis.start()) {
        run(server.jdbcUrl(), folder);
      }
    }
    Table.print(result);
    return 0;
  }

  private void run(String database, Path folder) throws IOException, InterruptedException {
    fill(database);
    MeasuredProcess figures = MeasuredProcess.run(parkland("analyze", "--no-overlaps", "--db", database, "--format", "csv"));
    result.put("figuresSeconds", figures.seconds());
    result.put("figuresPeakMb", figures.peakMb());
    Path tiles = folder.resolve("land.pmtiles");
    MeasuredProcess made = MeasuredProcess.run(
        parkland("tiles", "--db", database, "--out", tiles.toString(), "--zoom", zooms));
    result.put("tilesZooms", zooms);
    result.put("tilesSeconds", made.seconds());
    result.put("tilesPeakMb", made.peakMb());
    result.put("tilesMb", Files.size(tiles) >> 20);
    CountryServing.measure(parkland("serve", "--db", database, "--port", "0", "--tiles", tiles.toString()), result);
    Files.delete(tiles);
    Files.delete(folder);
  }

  private void fill(String database) {
    Settings settings = SettingsReader.of(null, database);
    Country country = new Country(parcels, !oneTable);
    result.put("parcels", country.size());
    try (Store store = PostgisStore.open(database, Standards.read(settings.standards()).schemas())) {
      if (store.snapshots().isEmpty()) {
        long start = System.nanoTime();
        country.store(store);
        result.put("storeSeconds", (System.nanoTime() - start) / 1e9);
      }
    }
  }

  private List<String> parkland(String... arguments) {
    List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx" + heap, "-XX:+ExitOnOutOfMemoryError", "-cp", System.getProperty("java.class.path"),
        "org.parkland.cli.Parkland"));
    command.addAll(List.of(arguments));
    return command;
  }
}
