package org.parkland.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.parkland.geometry.AreaMeasure;
import org.parkland.geometry.AreaMethod;
import org.parkland.geometry.Crs;
import org.parkland.indicator.Doubts;
import org.parkland.indicator.LandUseTally;
import org.parkland.indicator.PossibleUses;
import org.parkland.land.Feature;
import org.parkland.land.LayerKind;
import org.parkland.land.Parcel;
import org.parkland.land.RedLine;
import org.parkland.land.RedLinePolicy;
import org.parkland.land.Snapshot;
import org.parkland.land.State;
import org.parkland.overlay.Overlay;
import org.parkland.overlay.PreparedUnits;
import org.parkland.pack.RedLinePolicies;
import org.parkland.pack.Standards;
import org.parkland.scenario.BaseLand;
import org.parkland.scenario.Change;
import org.parkland.scenario.Edit;
import org.parkland.scenario.Ground;
import org.parkland.scenario.LaidSums;
import org.parkland.scenario.LineEdit;
import org.parkland.scenario.Scenario;
import org.parkland.store.FeatureCursor;
import org.parkland.store.FeatureQuery;
import org.parkland.store.SnapshotWriter;
import org.parkland.store.Store;
import org.parkland.store.embedded.EmbeddedStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** One change to a stored district, from looking its parcels up to the red line of every unit, with its doubts. */
@Command(name = "scenario", mixinStandardHelpOptions = true,
    description = "Changes parcels of a stored district and measures until all red lines are there.")
final class ScenarioBench implements Callable<Integer> {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  @Option(names = "--parcels", defaultValue = "1000000", description = "stored (default: ${DEFAULT-VALUE})")
  private long parcels;

  @Option(names = "--changes", defaultValue = "2000", description = "measured (default: ${DEFAULT-VALUE})")
  private int changes;

  @Option(names = "--seed", defaultValue = "1")
  private long seed;

  @Option(names = "--policies", defaultValue = "gis-data/policies", description = "folder (default: ${DEFAULT-VALUE})")
  private Path policies;

  private final Map<String, Object> result = new LinkedHashMap<>();
  private final Crs crs = Crs.of(Mesh.CRS);
  private final AreaMeasure measure = AreaMeasure.of(AreaMethod.ELLIPSOIDAL, crs);

  /** Follows one layer, as the server does. */
  private record Following(LaidSums sums, RedLinePolicy policy, RedLine[] redLines) implements Scenario.Follower {
    @Override
    public void follow(Edit edit) {
      sums.apply(edit);
      Doubts none = sums.doubts().empty();
      sums.takeTouched().stream().forEach(unit ->
          redLines[unit] = sums.tally().redLine(unit, policy, null, sums.doubts().with(none, unit)));
    }

    @Override
    public void follow(LineEdit edit) {
      // The policy counts nothing inside the protection line.
    }
  }

  private record StoredMesh(Store store, Snapshot layer) implements BaseLand {
    @Override
    public Optional<Parcel> find(String id) {
      return store.find(layer, id).map(Parcel::of);
    }

    @Override
    public List<Parcel> near(Envelope box) {
      List<Parcel> found = new ArrayList<>();
      try (FeatureCursor rows = store.features(layer, FeatureQuery.all().within(box))) {
        rows.forEachRemaining(each -> found.add(Parcel.of(each)));
      }
      return found;
    }
  }

  @Override
  public Integer call() throws Exception {
    Standards standards = Standards.read(policies.resolveSibling("standards"));
    RedLinePolicy policy = RedLinePolicies.read(policies.resolve("red-line.yaml"), standards.classification())
        .policies().get(0);
    Path folder = Files.createTempDirectory("parkland-bench");
    Path file = folder.resolve("mesh.gpkg");
    try (Store store = EmbeddedStore.open(file, standards.schemas())) {
      measure(new StoredMesh(store, stored(store)), standards, policy);
    } finally {
      for (String ending : List.of("", "-wal", "-shm")) {
        Files.deleteIfExists(folder.resolve("mesh.gpkg" + ending));
      }
      Files.delete(folder);
    }
    Table.print(result);
    return 0;
  }

  private Snapshot stored(Store store) {
    long start = System.nanoTime();
    Snapshot draft = new Snapshot(0, LayerKind.PARCELS, "parcels", LocalDate.EPOCH, Mesh.CRS, null, "mesh", "-", null,
        "{}", "{}", 0, Instant.EPOCH, "bench", null);
    try (SnapshotWriter writer = store.begin(draft)) {
      int row = 0;
      for (Iterator<Parcel> all = land(); all.hasNext();) {
        Parcel each = all.next();
        writer.add(new Feature(++row, each.geometry(), each.landUse() == null ? Map.of("id", each.id())
            : Map.of("id", each.id(), "land_use", each.landUse()), Map.of()));
      }
      Snapshot stored = writer.commit("{}");
      result.put("bench", "scenario");
      result.put("parcels", stored.count());
      result.put("storedSeconds", ms(start) / 1e3);
      return stored;
    }
  }

  /** One parcel in fifty has no class. */
  private Iterator<Parcel> land() {
    Iterator<Parcel> mesh = new Mesh(parcels, seed).parcels();
    return new Iterator<>() {
      private int number;

      @Override
      public boolean hasNext() {
        return mesh.hasNext();
      }

      @Override
      public Parcel next() {
        Parcel each = mesh.next();
        return number++ % 50 > 0 ? each : new Parcel(each.id(), null, false, each.geometry());
      }
    };
  }

  private void measure(StoredMesh land, Standards standards, RedLinePolicy policy) {
    PreparedUnits units = PreparedUnits.of(new Mesh(parcels, seed).units(), measure);
    long start = System.nanoTime();
    int count = units.units().size();
    int threads = Runtime.getRuntime().availableProcessors();
    LandUseTally tally = new Overlay(units).collect(land(), threads, () -> new LandUseTally(count));
    Doubts doubts = new Overlay(units).collect(land(), threads, () -> Doubts.ofEveryPiece(policy,
        PossibleUses.asDelivered(standards.classification())));
    result.put("baseSeconds", ms(start) / 1e3);
    start = System.nanoTime();
    Following following = new Following(new LaidSums(units, LandUseTally.of(count, tally.sums()), doubts.laid()),
        policy, new RedLine[count]);
    Scenario scenario = new Scenario(new Ground(State.CURRENT, land, measure, crs.to(crs), 1), null, null, List.of());
    scenario.add(following);
    result.put("beginMs", ms(start));
    run(scenario, "warm-up");
    run(scenario, "");
  }

  private void run(Scenario scenario, String warmUp) {
    Random random = new Random(seed + warmUp.length());
    Map<String, List<Double>> times = new LinkedHashMap<>();
    List<Double> cpu = new ArrayList<>();
    for (int i = 0; i < changes; i++) {
      Parcel parcel = scenario.ground(State.CURRENT).land().find(Long.toString(random.nextInt((int) parcels)))
          .orElseThrow();
      String kind = i % 4 == 1 ? "split" : i % 4 == 2 ? "merge" : i % 4 == 3 ? "undo" : "class";
      Change change = change(kind, parcel, scenario);
      long start = System.nanoTime();
      long cpuStart = THREADS.getCurrentThreadCpuTime();
      try {
        if (change == null) {
          scenario.undo();
        } else {
          scenario.add(change);
        }
      } catch (org.parkland.BadInput e) {
        kind = "refused";
      }
      times.computeIfAbsent(kind, unused -> new ArrayList<>()).add(ms(start));
      cpu.add((THREADS.getCurrentThreadCpuTime() - cpuStart) / 1e6);
    }
    if (warmUp.isEmpty()) {
      List<Double> all = new ArrayList<>();
      times.forEach((kind, list) -> {
        report(kind, list);
        all.addAll(list);
      });
      report("all", all);
      report("all, processor time", cpu);
    }
  }

  private Change change(String kind, Parcel parcel, Scenario scenario) {
    Envelope box = parcel.geometry().getEnvelopeInternal();
    return switch (kind) {
      case "class" -> new Change.Reclass(State.CURRENT, List.of(parcel.id()), "0701");
      case "split" -> new Change.Split(State.CURRENT, parcel.id(), new GeometryFactory().createLineString(
          new Coordinate[] {new Coordinate(box.centre().x, box.getMinY() - 1),
            new Coordinate(box.centre().x, box.getMaxY() + 1)}));
      case "merge" -> new Change.Merge(State.CURRENT, List.of(parcel.id(),
          Long.toString((Long.parseLong(parcel.id()) + 1) % parcels)), null);
      default -> null;
    };
  }

  private void report(String kind, List<Double> timesMs) {
    double[] sorted = timesMs.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    result.put(kind + " (" + sorted.length + ") p50/p99/max ms", Arrays.toString(new double[] {
      sorted[sorted.length / 2], sorted[(int) (sorted.length * 0.99)], sorted[sorted.length - 1]}));
  }

  private static double ms(long start) {
    return Math.rint((System.nanoTime() - start) / 1e3) / 1e3;
  }
}
