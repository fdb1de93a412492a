package org.parkland.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.parkland.BadInput;
import org.parkland.sink.FeatureWriter;
import org.parkland.sink.GeoPackageWriter;
import org.parkland.sink.PlotTextWriter;
import org.parkland.sink.ShapefileWriter;
import org.parkland.sink.SpatialReference;

/**
 * Writes the synthetic sample district as the files an office would send. Equal arguments give
 * equal bytes.
 *
 * <p>Files: {@code parcels-2020.zip} and {@code parcels-2025.zip} (shapefile, GBK without .cpg,
 * EPSG:4526), {@code zoning.gpkg}, {@code protection.gpkg}, {@code constraints.gpkg} (EPSG:4547),
 * {@code units.geojson}, {@code roads.geojson}, {@code rivers.geojson}, {@code places.geojson}
 * (EPSG:4490), {@code supplied-plots.txt} ("[地块坐标]", GBK, zone 38).
 *
 * <p>Above 2,000,000 parcels the two parcel layers are GeoPackages ({@code parcels-2020.gpkg},
 * {@code parcels-2025.gpkg}; same columns, EPSG:4526), since a shapefile ends at 2 GB. All sizes
 * are streamed block by block; 10,000,000 parcels need less than 1 GB of memory.
 */
public final class DemoDistrict {
  /** Seed of the committed sample. */
  public static final long SAMPLE_SEED = 440704;
  /** Number of parcels of the committed sample. */
  public static final int SAMPLE_PARCELS = 8_000;

  private static final int FEWEST = 2_000;
  private static final int MOST = 10_000_000;
  private static final int MOST_IN_SHAPEFILE = 2_000_000;
  private static final int SUPPLIED_PLOTS = 12;

  private final int parcels;
  private final long seed;
  private final Path directory;
  private final Progress progress;
  private final GeometryFactory factory = new GeometryFactory(new PrecisionModel(1000));
  private int plots;

  private DemoDistrict(int parcels, long seed, Path directory, Progress progress) {
    this.parcels = parcels;
    this.seed = seed;
    this.directory = directory;
    this.progress = progress;
  }

  /**
   * Generates the district.
   *
   * @param parcels wished number of parcels, 2,000 to 10,000,000; met within 3%
   * @param directory created when missing; files of the same names are replaced
   */
  public static void write(int parcels, long seed, Path directory, Progress progress)
      throws IOException {
    if (parcels < FEWEST || parcels > MOST) {
      throw new BadInput("--parcels " + parcels, "a district of that size cannot be made",
          "ask for " + FEWEST + " to " + MOST + " parcels");
    }
    Files.createDirectories(directory);
    new DemoDistrict(parcels, seed, directory, progress).run();
  }

  private void run() throws IOException {
    progress.at("streets", 0, parcels);
    Neighbourhood neighbourhood = new Neighbourhood(seed);
    Skeleton skeleton = new Skeleton(parcels, seed, neighbourhood, factory);
    progress.at("land use", 0, parcels);
    Lots lots = new Lots(skeleton, neighbourhood, seed, parcels);
    decide(skeleton, lots, neighbourhood);
    Divisions divisions = new Divisions(skeleton, factory);
    new UnitLayer(skeleton, divisions, seed, factory).write(directory.resolve("units.geojson"));
    new ReferenceLayers(skeleton, factory).write(directory);
    PlanLayers plan = new PlanLayers(skeleton, lots, seed, factory);
    plan.writeZoning(directory.resolve("zoning.gpkg"));
    plan.writeProtection(directory.resolve("protection.gpkg"));
    plan.writeConstraints(directory.resolve("constraints.gpkg"));
    writeParcels(skeleton, lots, divisions);
  }

  private void decide(Skeleton skeleton, Lots lots, Neighbourhood neighbourhood) {
    UseBalance balance = new UseBalance(lots, skeleton, neighbourhood);
    LandUsePlan plan = new LandUsePlan(lots, neighbourhood, balance, seed);
    SupplyLedger ledger = new SupplyLedger(lots, seed);
    plan.drawCurrent();
    ledger.drawUnsupplied();
    ledger.draw();
    plan.drawPast();
    plan.drawPlan();
    lots.shareOut(Math.max(lots.all.size(), parcels - skeleton.strips.size()));
    numberEdgeCases(lots);
  }

  private static void numberEdgeCases(Lots lots) {
    Map<Lot.State, Integer> seen = new HashMap<>();
    for (Lot lot : lots.all) {
      lot.edgeCase = seen.getOrDefault(lot.state, 0);
      seen.put(lot.state, lot.edgeCase + lot.parcels);
    }
  }

  private void writeParcels(Skeleton skeleton, Lots lots, Divisions divisions)
      throws IOException {
    try (FeatureWriter past = parcelWriter("2020");
        FeatureWriter current = parcelWriter("2025");
        PlotTextWriter text = new PlotTextWriter(directory.resolve("supplied-plots.txt"),
            "江海区示例土地储备中心", LocalDate.of(2025, 12, 31))) {
      new ParcelStream(skeleton, lots, divisions, seed, past, current,
          (shape, row) -> writePlot(text, shape, row), progress).run();
    }
  }

  private FeatureWriter parcelWriter(String year) throws IOException {
    SpatialReference reference = SpatialReference.CGCS2000_ZONE_38;
    String name = "parcels-" + year;
    return parcels > MOST_IN_SHAPEFILE
        ? new GeoPackageWriter(directory.resolve(name + ".gpkg"), "宗地" + year, reference,
            ParcelColumns.ALL)
        : new ShapefileWriter(directory.resolve(name + ".zip"), name, reference,
            ParcelColumns.ALL);
  }

  /** The first plots supplied in 2025 make the plot list. */
  private void writePlot(PlotTextWriter text, Geometry shape, Object[] row) {
    if (plots >= SUPPLIED_PLOTS || !(row[ParcelColumns.QDRQ] instanceof LocalDate signed)
        || signed.getYear() != 2025) {
      return;
    }
    plots++;
    try {
      text.write(shape, row[ParcelColumns.PZMJ], "JH2025-" + (100 + plots),
          "示例地块" + plots, null, row[ParcelColumns.YDYHFLMC], row[ParcelColumns.YDYHFLDM]);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** {@code java -cp … org.parkland.demo.DemoDistrict PARCELS SEED DIRECTORY}. */
  public static void main(String[] arguments) throws IOException {
    long start = System.nanoTime();
    write(Integer.parseInt(arguments[0]), Long.parseLong(arguments[1]), Path.of(arguments[2]),
        Progress.SILENT);
    System.err.printf("%.1f s%n", (System.nanoTime() - start) / 1e9);
  }
}
