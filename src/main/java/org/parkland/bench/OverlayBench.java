package org.parkland.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import org.parkland.geometry.AreaMeasure;
import org.parkland.geometry.AreaMethod;
import org.parkland.geometry.Crs;
import org.parkland.indicator.LandUseTally;
import org.parkland.land.Unit;
import org.parkland.overlay.PreparedUnits;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Overlay and land-use balance of a mesh, against the bare sum of areas and, on demand, against PostGIS. */
@Command(name = "overlay", mixinStandardHelpOptions = true,
    description = "Overlays synthetic parcels with 12 units and compares.")
final class OverlayBench implements Callable<Integer> {
  private static final int WARM_UP_PARCELS = 200_000;
  private static final int WARM_UP_RUNS = 4;

  @Option(names = "--parcels", defaultValue = "1000000", description = "how many (default: ${DEFAULT-VALUE})")
  private long parcels;

  @Option(names = "--vs", description = "postgis: the same in a PostGIS server of its own")
  private String rival;

  @Option(names = "--threads", description = "default: all processors")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(names = "--runs", defaultValue = "5", description = "the median counts (default: ${DEFAULT-VALUE})")
  private int runs;

  @Option(names = "--seed", defaultValue = "1")
  private long seed;

  private final Map<String, Object> result = new LinkedHashMap<>();

  @Override
  public Integer call() throws Exception {
    Mesh mesh = new Mesh(parcels, seed);
    List<Unit> units = mesh.units();
    Crs crs = Crs.of(Mesh.CRS);
    long start = System.nanoTime();
    PreparedUnits planar = PreparedUnits.of(units, AreaMeasure.of(AreaMethod.PLANAR, crs));
    PreparedUnits ellipsoidal = PreparedUnits.of(units, AreaMeasure.of(AreaMethod.ELLIPSOIDAL, crs));
    double prepared = (System.nanoTime() - start) / 2e9;
    for (int i = 0; i < WARM_UP_RUNS; i++) {
      new OverlayRun(planar, ellipsoidal, threads).over(new Mesh(WARM_UP_PARCELS, seed));
    }
    List<OverlayRun> measured = new ArrayList<>();
    for (int i = 0; i < runs; i++) {
      measured.add(new OverlayRun(planar, ellipsoidal, threads).over(mesh));
    }
    result.put("bench", "overlay");
    result.put("parcels", mesh.size());
    result.put("threads", threads);
    result.put("seconds", median(measured, OverlayRun::planarSeconds));
    result.put("floorSeconds", median(measured, OverlayRun::floorSeconds));
    result.put("prepareSeconds", prepared);
    result.put("peakMb", peakMb());
    result.put("ellipsoidalSeconds", median(measured, OverlayRun::ellipsoidalSeconds));
    result.put("findings", measured.get(0).planarTally().findings().size()
        + measured.get(0).ellipsoidalTally().findings().size());
    if (rival != null) {
      compare(mesh, units, measured.get(0).planarTally());
    }
    Table.print(result);
    return 0;
  }

  private void compare(Mesh mesh, List<Unit> units, LandUseTally ours) throws Exception {
    if (!rival.equals("postgis")) {
      throw new IllegalArgumentException("--vs " + rival + " is unknown; use --vs postgis");
    }
    try (TemporaryPostgis server = TemporaryPostgis.start(); Connection connection = server.connect()) {
      PostgisOverlay postgis = new PostgisOverlay(connection);
      postgis.load(mesh.parcels(), units);
      PostgisOverlay.Answer subdivided = postgis.subdivided();
      result.put("postgisSubdividedSeconds", subdivided.seconds());
      PostgisOverlay.Answer plain = postgis.plain();
      result.put("postgisSeconds", plain.seconds());
      result.put("maxRelativeDifference", LargestDifference.between(plain.areasM2(), ours, units));
      result.put("maxRelativeDifferenceSubdivided",
          LargestDifference.between(subdivided.areasM2(), ours, units));
    }
  }

  private static double median(List<OverlayRun> measured, ToDoubleFunction<OverlayRun> time) {
    return measured.stream().sorted(Comparator.comparingDouble(time)).mapToDouble(time).toArray()[measured.size() / 2];
  }

  /** Largest memory the process has had, heap and all. */
  private static long peakMb() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream().filter(each -> each.startsWith("VmHWM"))
        .mapToLong(each -> Long.parseLong(each.replaceAll("\\D", "")) / 1024).findFirst().orElse(0);
  }
}
