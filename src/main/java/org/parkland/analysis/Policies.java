package org.parkland.analysis;

import java.nio.file.Path;
import org.parkland.land.CheckLimits;
import org.parkland.land.FunnelPolicy;
import org.parkland.land.IdlePolicy;
import org.parkland.land.InefficientPolicy;
import org.parkland.land.LayerKind;
import org.parkland.land.MatchingPolicy;
import org.parkland.land.ParkPolicy;
import org.parkland.land.ProtectionPolicy;
import org.parkland.land.RankingPolicy;
import org.parkland.land.ReusePolicy;
import org.parkland.land.Tolerances;
import org.parkland.pack.CheckLimitFile;
import org.parkland.pack.FunnelPolicies;
import org.parkland.pack.IdlePolicies;
import org.parkland.pack.InefficientPolicies;
import org.parkland.pack.MatchingPolicies;
import org.parkland.pack.ParkPolicies;
import org.parkland.pack.ProtectionPolicies;
import org.parkland.pack.RankingPolicies;
import org.parkland.pack.RedLinePolicies;
import org.parkland.pack.ReusePolicies;
import org.parkland.pack.Standards;
import org.parkland.pack.ToleranceFile;

/** The definitions figures are drawn by. */
public record Policies(RedLinePolicies redLine, IdlePolicy idle, InefficientPolicy inefficient,
    ProtectionPolicy protection, ParkPolicy parks, Tolerances tolerances, CheckLimits checks, Sites sites) {
  /** How sites are chosen from idle and inefficient land, and for whom. */
  public record Sites(FunnelPolicy funnel, RankingPolicy ranking, ReusePolicy reuse, MatchingPolicy matching) {}

  /** Reads the folder {@code gis-data/policies}. */
  static Policies read(Path folder, Standards standards) {
    return new Policies(RedLinePolicies.read(folder.resolve("red-line.yaml"), standards.classification()),
        IdlePolicies.read(folder.resolve("idle.yaml"), standards.schema(LayerKind.PARCELS)),
        InefficientPolicies.read(folder.resolve("inefficient.yaml"), standards.schema(LayerKind.PARCELS)),
        ProtectionPolicies.read(folder.resolve("protection.yaml"), standards.classification()),
        ParkPolicies.read(folder.resolve("park.yaml"), standards.classification()),
        ToleranceFile.read(folder.resolve("tolerance.yaml"), standards.classification()),
        CheckLimitFile.read(folder.resolve("tolerance.yaml"), standards.schema(LayerKind.PARCELS)),
        sites(folder, standards));
  }

  private static Sites sites(Path folder, Standards standards) {
    return new Sites(FunnelPolicies.read(folder.resolve("funnel.yaml"), standards.schema(LayerKind.PARCELS)),
        RankingPolicies.read(folder.resolve("ranking.yaml")), ReusePolicies.read(folder.resolve("reuse.yaml")),
        MatchingPolicies.read(folder.resolve("matching.yaml")));
  }
}
