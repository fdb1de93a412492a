package org.parkland.check;

import java.nio.file.Path;
import org.parkland.land.CheckLimits;
import org.parkland.land.FindingChunk;
import org.parkland.land.LayerKind;
import org.parkland.land.Tolerances;
import org.parkland.pack.CheckLimitFile;
import org.parkland.pack.Standards;
import org.parkland.pack.ToleranceFile;

/** The repository's own standards and limits. */
final class CheckFiles {
  static final Standards STANDARDS = Standards.read(Path.of("gis-data/standards"));
  private static final Path TOLERANCE = Path.of("gis-data/policies/tolerance.yaml");
  static final Tolerances TOLERANCES = ToleranceFile.read(TOLERANCE, STANDARDS.classification());
  static final CheckLimits LIMITS = CheckLimitFile.read(TOLERANCE, STANDARDS.schema(LayerKind.PARCELS));

  private CheckFiles() {}

  static FindingBook book() {
    return new FindingBook(STANDARDS.findings(), FindingChunk.LAYER);
  }

  /** What the checks find in a mesh. */
  static FindingBook found(DefectMesh mesh, Outline district) {
    FindingBook book = book();
    new LayerChecks(mesh, district, TOLERANCES, LIMITS, book).run((done, total) -> { });
    return book;
  }
}
