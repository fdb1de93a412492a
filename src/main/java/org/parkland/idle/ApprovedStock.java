package org.parkland.idle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.parkland.geometry.AreaMeasure;
import org.parkland.land.Feature;

/**
 * Land approved for construction and not yet supplied (批而未供), approval by approval: the area in force minus what
 * supply contracts and decisions cover of it, by overlay.
 *
 * <p>Source: definition of 批而未供 under 增存挂钩 (自然资规〔2018〕1号). Approvals must not overlap, or land counts in
 * each of them; supplied parcels may.
 *
 * @param approval id of the approval
 * @param left what is not supplied; may be empty
 */
public record ApprovedStock(String approval, double approvedM2, double suppliedM2, double leftM2, Geometry left) {
  /**
   * @param approvals in force, in the system of the measure
   * @param supplied parcels with a contract or a decision, in the same system
   */
  public static List<ApprovedStock> of(Collection<Feature> approvals, Collection<Feature> supplied, AreaMeasure measure) {
    STRtree index = new STRtree();
    supplied.forEach(each -> index.insert(each.geometry().getEnvelopeInternal(), each.geometry()));
    return approvals.stream().map(approval -> of(approval, index, measure)).toList();
  }

  private static ApprovedStock of(Feature approval, STRtree supplied, AreaMeasure measure) {
    Geometry land = approval.geometry();
    List<Geometry> covering = new ArrayList<>();
    for (Object found : supplied.query(land.getEnvelopeInternal())) {
      if (((Geometry) found).intersects(land)) {
        covering.add((Geometry) found);
      }
    }
    Geometry left = covering.isEmpty() ? land
        : OverlayNGRobust.overlay(land, OverlayNGRobust.union(covering), OverlayNG.DIFFERENCE);
    double approvedM2 = measure.areaM2(land);
    // A node added to an edge may change its measure by rounding: never below nothing supplied.
    double leftM2 = Math.min(approvedM2, measure.areaM2(left));
    return new ApprovedStock(approval.id(), approvedM2, approvedM2 - leftM2, leftM2, left);
  }
}
