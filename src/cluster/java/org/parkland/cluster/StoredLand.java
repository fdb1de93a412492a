package org.parkland.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.parkland.BadInput;
import org.parkland.analysis.DayLayers;
import org.parkland.analysis.LandAnalysis;
import org.parkland.analysis.StreamedFigures;
import org.parkland.analysis.StreamedLand;
import org.parkland.analysis.Workspace;
import org.parkland.config.Database;
import org.parkland.config.ServerAddress;
import org.parkland.config.Settings;
import org.parkland.geometry.AreaMethod;
import org.parkland.geometry.Crs;
import org.parkland.ingest.CodeDecision;
import org.parkland.ingest.OpenCodes;
import org.parkland.land.Feature;
import org.parkland.land.Snapshot;
import org.parkland.land.State;
import org.parkland.sink.Column;
import org.parkland.sink.GeoPackageWriter;
import org.parkland.sink.SpatialReference;
import org.parkland.store.FeatureCursor;
import org.parkland.store.FeatureQuery;
import org.parkland.store.postgis.PostgisStore;

/** Land of a Parkland database on PostGIS: its rows are read in parallel, and its figures kept where the server finds them. */
final class StoredLand implements AutoCloseable {
  private static final List<Column> UNIT = List.of(Column.text("id", 64), Column.text("kind", 64),
      Column.text("name", 254), Column.text("name_en", 254));

  private final Workspace workspace;
  private final LandAnalysis analysis;
  private final ServerAddress address;
  private final State state;
  private final DayLayers day;

  /** @throws BadInput if the database is a file, or has no such layer */
  StoredLand(Settings settings, LocalDate asOf, State state) {
    if (!(settings.database() instanceof Database.Server server)) {
      throw new BadInput("--db", "is a file, which one machine reads alone",
          "name a PostGIS database, or give the file with --land");
    }
    this.address = ServerAddress.of(server.url());
    this.workspace = Workspace.open(settings);
    this.analysis = new LandAnalysis(workspace);
    this.state = state;
    this.day = analysis.day(asOf);
  }

  LocalDate asOf() {
    return day.asOf();
  }

  LandTable table(SparkSession spark) {
    Snapshot land = day.of(state);
    String table = ((PostgisStore) workspace.store()).tableOf(land);
    String kept = open().column();
    String delivered = kept == null ? "" : ", t.extra ->> '" + kept.replace("'", "''") + "' as \"" + kept.replace("\"", "\"\"") + '"';
    return LandTable.ofPostgis(spark, address.url(), address.properties(null), table, "geom", "fid", delivered)
        .in(land.crs());
  }

  /** What the import left open; the column of the delivered code is then selected too. */
  OpenCodes open() {
    return analysis.figures().open(day.of(state));
  }

  /** Stored codes are those of the classification. */
  CodeDecision codes() {
    return CodeDecision.stored(workspace.standards().schemes());
  }

  /** The stored columns are named as the attributes are. */
  Map<String, String> columns() {
    Map<String, String> columns = new HashMap<>();
    workspace.standards().schema(state.layer()).attributes().stream()
        .filter(each -> StreamedFigures.OF_LAND.contains(each.name()))
        .forEach(each -> columns.put(each.name(), each.name()));
    return columns;
  }

  /** The units of the day, in their order, as a file that can be shipped. */
  Path units() {
    Snapshot layer = day.units();
    try {
      Path file = Files.createTempDirectory("parkland-units").resolve("units-" + layer.id() + ".gpkg");
      try (GeoPackageWriter writer =
              new GeoPackageWriter(file, "units", SpatialReference.of(Crs.of(layer.crs())), UNIT);
          FeatureCursor rows = workspace.store().features(layer, FeatureQuery.all())) {
        while (rows.hasNext()) {
          Feature row = rows.next();
          writer.write(row.geometry(), row.id(), row.text("kind"), row.text("name"), row.text("name_en"));
        }
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** From now on the server shows these figures. */
  void keep(StreamedLand summed, AreaMethod method) {
    analysis.figures().keep(day, state, method, summed);
  }

  @Override
  public void close() {
    workspace.close();
  }
}
