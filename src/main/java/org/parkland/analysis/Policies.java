package org.parkland.analysis;

import java.nio.file.Path;
import org.parkland.land.IdlePolicy;
import org.parkland.land.InefficientPolicy;
import org.parkland.land.LayerKind;
import org.parkland.pack.IdlePolicies;
import org.parkland.pack.InefficientPolicies;
import org.parkland.pack.RedLinePolicies;
import org.parkland.pack.Standards;

/** The definitions figures are drawn by. */
public record Policies(RedLinePolicies redLine, IdlePolicy idle, InefficientPolicy inefficient) {
  /** Reads the folder {@code gis-data/policies}. */
  static Policies read(Path folder, Standards standards) {
    return new Policies(RedLinePolicies.read(folder.resolve("red-line.yaml"), standards.classification()),
        IdlePolicies.read(folder.resolve("idle.yaml"), standards.schema(LayerKind.PARCELS)),
        InefficientPolicies.read(folder.resolve("inefficient.yaml"), standards.schema(LayerKind.PARCELS)));
  }
}
