package org.parkland.indicator;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.BiConsumer;
import org.parkland.land.OverlayFinding;
import org.parkland.land.PieceCollector;
import org.parkland.land.Pieces;
import org.parkland.land.RedLinePolicy;

/** Land use and, policy by policy, what is in doubt about it: one run of the overlay for all definitions. */
public final class DoubtedTally implements PieceCollector<DoubtedTally>, Serializable {
  private static final long serialVersionUID = 1L;

  private final LandUseTally landUse;
  private final LinkedHashMap<String, Doubts> doubts = new LinkedHashMap<>();

  /** @param units how many units the overlay was prepared with */
  public DoubtedTally(int units, List<RedLinePolicy> policies, PossibleUses uses) {
    this.landUse = new LandUseTally(units);
    policies.forEach(each -> doubts.put(each.name(), new Doubts(each, uses)));
  }

  @Override
  public void accept(Pieces pieces) {
    landUse.accept(pieces);
    for (Doubts each : doubts.values()) {
      each.accept(pieces);
    }
  }

  @Override
  public void accept(OverlayFinding finding) {
    landUse.accept(finding);
  }

  @Override
  public void merge(DoubtedTally other) {
    landUse.merge(other.landUse);
    doubts.forEach((policy, ours) -> ours.merge(other.doubts.get(policy)));
  }

  public LandUseTally landUse() {
    return landUse;
  }

  /** What the caller knows beyond the pieces is told to the doubts of every policy. */
  public void eachPolicy(BiConsumer<String, Doubts> policy) {
    doubts.forEach(policy);
  }
}
