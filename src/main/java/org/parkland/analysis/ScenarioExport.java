package org.parkland.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.parkland.geometry.Crs;
import org.parkland.geometry.Reprojection;
import org.parkland.land.LandUseClass;
import org.parkland.land.Parcel;
import org.parkland.land.State;
import org.parkland.scenario.Scenario;
import org.parkland.scenario.Step;
import org.parkland.sink.Column;
import org.parkland.sink.GeoPackageWriter;
import org.parkland.sink.SpatialReference;

/** The land a scenario touches as a GeoPackage: every parcel before and after, with the changes that made it. */
public final class ScenarioExport {
  private static final List<Column> COLUMNS = List.of(Column.text("id", 200), Column.text("layer", 20),
      Column.text("stage", 10), Column.text("land_use", 20), Column.text("class_name", 100),
      Column.decimal("area_m2", 20, 4), Column.text("changes", 500));

  private ScenarioExport() {}

  /** The file's bytes. Coordinates are in the CRS of current land. */
  public static byte[] geoPackage(ScenarioDraft draft) {
    try {
      Path folder = Files.createTempDirectory("parkland-scenario");
      Path file = folder.resolve("scenario.gpkg");
      try {
        draft.look(scenario -> {
          write(file, draft, scenario);
          return null;
        });
        return Files.readAllBytes(file);
      } finally {
        Files.deleteIfExists(file);
        Files.deleteIfExists(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path file, ScenarioDraft draft, Scenario scenario) {
    Crs target = Crs.of(draft.base().day().parcels().crs());
    SpatialReference reference =
        new SpatialReference(target.epsg(), target.name(), target.wkt(), target.wkt(), target.isGeographic());
    try (GeoPackageWriter writer = new GeoPackageWriter(file, "scenario", reference, COLUMNS)) {
      for (State state : draft.states()) {
        Map<String, String> changes = changes(scenario, state);
        Reprojection moved = Crs.of(draft.base().day().of(state).crs()).to(target);
        for (Parcel each : scenario.land(state).before()) {
          write(writer, draft, scenario, state, "before", each, moved, changes);
        }
        for (Parcel each : scenario.land(state).after()) {
          write(writer, draft, scenario, state, "after", each, moved, changes);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(GeoPackageWriter writer, ScenarioDraft draft, Scenario scenario, State state, String stage,
      Parcel parcel, Reprojection moved, Map<String, String> changes) throws IOException {
    String name = parcel.landUse() == null ? null : draft.base().workspace().standards().classification()
        .find(parcel.landUse()).map(LandUseClass::name).orElse(null);
    writer.write(moved.apply(parcel.geometry()), parcel.id(), state.word(), stage, parcel.landUse(), name,
        scenario.ground(state).measure().areaM2(parcel.geometry()), changes.get(parcel.id()));
  }

  /** Parcel → numbers and kinds of the changes that touched or made it ({@code 1 class, 3 split}). */
  private static Map<String, String> changes(Scenario scenario, State state) {
    Map<String, String> found = new HashMap<>();
    for (int i = 0; i < scenario.done(); i++) {
      Step step = scenario.steps().get(i);
      if (step.edit() == null || step.edit().state() != state) {
        continue;
      }
      String word = (i + 1) + " " + ScenarioJson.kind(step.change());
      java.util.stream.Stream.concat(step.edit().before().stream(), step.edit().after().stream())
          .map(Parcel::id).distinct().forEach(id -> found.merge(id, word, (a, b) -> a + ", " + b));
    }
    return found;
  }
}
