package org.parkland.library;

import java.nio.file.Path;
import org.parkland.analysis.Definitions;
import org.parkland.config.Database;
import org.parkland.config.Settings;
import org.parkland.ingest.ImportRequest;
import org.parkland.land.LayerKind;

/** Where figures are drawn: it knows the standards and policies, and reads layers from files. Nothing is stored. */
public final class LandDesk {
  private final Definitions definitions;

  private LandDesk(Definitions definitions) {
    this.definitions = definitions;
  }

  /**
   * Opens the sample district's definitions.
   *
   * @param home the folder that holds {@code gis-data}
   * @throws org.parkland.BadInput if it does not, or a definition in it is wrong
   */
  public static LandDesk open(Path home) {
    return open(home, home.resolve("gis-data/jianghai"));
  }

  /** The same for another district pack, which names the policy. */
  public static LandDesk open(Path home, Path district) {
    // No database is opened: only definitions are read.
    Database none = new Database.File(home.resolve("data/none.gpkg"));
    return new LandDesk(Definitions.read(Settings.standard(home.toAbsolutePath(), district, none)));
  }

  /** Current land of a file in any format Parkland imports; it is read when figures are asked for. */
  public Parcels parcels(Path file) {
    return parcels(ImportRequest.of(file, LayerKind.PARCELS, null));
  }

  /** The same with columns, codes and reference system as the request says. */
  public Parcels parcels(ImportRequest request) {
    return new Parcels(definitions, request);
  }
}
