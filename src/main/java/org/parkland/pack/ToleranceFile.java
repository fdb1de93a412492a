package org.parkland.pack;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.parkland.land.Classification;
import org.parkland.land.Tolerances;

/** Tolerances of overlaps and areas, {@code gis-data/policies/tolerance.yaml}. */
public final class ToleranceFile {
  private ToleranceFile() {}

  public static Tolerances read(Path path, Classification classification) {
    PolicyFile file = new PolicyFile(path, classification);
    JsonNode overlap = file.root().path("overlap");
    JsonNode agreement = file.root().path("reconciliation");
    return new Tolerances(file.number(overlap, "smallestM2"), file.number(overlap, "narrowestM"),
        file.number(agreement, "areaM2"), file.share(agreement, "share"), file.source(), file.date());
  }
}
