package org.parkland.analysis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.parkland.analysis.StockReport.Approval;
import org.parkland.analysis.StockReport.Overlay;
import org.parkland.geometry.AreaMeasure;
import org.parkland.geometry.AreaMethod;
import org.parkland.geometry.Crs;
import org.parkland.geometry.Reprojection;
import org.parkland.idle.ApprovedStock;
import org.parkland.land.Feature;
import org.parkland.land.IdleStatus;
import org.parkland.land.LayerKind;
import org.parkland.land.Snapshot;
import org.parkland.store.FeatureCursor;
import org.parkland.store.FeatureQuery;

/**
 * Lays the approvals in force on a day over the parcels supplied by then, in the system of the parcels. Of the
 * parcels only the shapes near an approval are kept.
 *
 * <p>Supplied is what the ladder calls so: land with a contract or a decision on the day, corrections included.
 */
final class StockSurveyor {
  /** Less common land than this, m², is rounding. */
  private static final double LEAST_OVERLAP_M2 = 0.01;

  private final Workspace workspace;
  private final DayLayers day;
  private final IdleRegister register;
  private final Crs crs;
  private final AreaMeasure measure;
  /** By number. */
  private final Map<String, List<Feature>> inForce = new TreeMap<>();
  private final Set<String> later = new HashSet<>();

  private StockSurveyor(Workspace workspace, DayLayers day, IdleRegister register) {
    this.workspace = workspace;
    this.day = day;
    this.register = register;
    this.crs = Crs.of(day.parcels().crs());
    this.measure = AreaMeasure.of(AreaMethod.ELLIPSOIDAL, crs);
  }

  static StockReport draw(Workspace workspace, DayLayers day, IdleRegister register) {
    Overlay overlay = day.find(LayerKind.APPROVAL)
        .map(layer -> new StockSurveyor(workspace, day, register).over(layer)).orElse(null);
    return new StockReport(register.report(), overlay);
  }

  private Overlay over(Snapshot layer) {
    readApprovals(layer);
    List<Feature> approvals = inForce.entrySet().stream().map(each -> whole(each.getKey(), each.getValue())).toList();
    List<ApprovedStock> stock = ApprovedStock.of(approvals, supplied(approvals), measure);
    later.removeAll(inForce.keySet());
    return new Overlay(layer, stock.stream().map(this::approval).toList(), later.size(), overlapM2(approvals, stock));
  }

  private void readApprovals(Snapshot layer) {
    Reprojection toParcels = Crs.of(layer.crs()).to(crs);
    try (FeatureCursor rows = workspace.store().features(layer, FeatureQuery.all())) {
      while (rows.hasNext()) {
        Feature row = rows.next();
        LocalDate on = row.date("approved_on");
        if (on != null && on.isAfter(register.report().today())) {
          later.add(row.id());
        } else {
          inForce.computeIfAbsent(row.id(), id -> new ArrayList<>())
              .add(new Feature(row.row(), toParcels.apply(row.geometry()), row.attributes(), Map.of()));
        }
      }
    }
  }

  /** An approval of several plots is delivered in several rows. */
  private static Feature whole(String id, List<Feature> rows) {
    Geometry land = rows.size() == 1 ? rows.get(0).geometry() : union(rows);
    return new Feature(rows.get(0).row(), land, Map.of("id", id), Map.of());
  }

  private static Geometry union(Collection<Feature> rows) {
    return OverlayNGRobust.union(rows.stream().map(Feature::geometry).toList());
  }

  private List<Feature> supplied(List<Feature> approvals) {
    if (approvals.isEmpty()) {
      return List.of();
    }
    STRtree places = new STRtree();
    Envelope extent = new Envelope();
    for (Feature approval : approvals) {
      places.insert(approval.geometry().getEnvelopeInternal(), approval.id());
      extent.expandToInclude(approval.geometry().getEnvelopeInternal());
    }
    List<Feature> parcels = new ArrayList<>();
    FeatureQuery query = FeatureQuery.all().within(extent).only("id");
    try (FeatureCursor rows = workspace.store().features(day.parcels(), query)) {
      while (rows.hasNext()) {
        Feature parcel = rows.next();
        if (isSupplied(parcel.id()) && !places.query(parcel.geometry().getEnvelopeInternal()).isEmpty()) {
          parcels.add(parcel);
        }
      }
    }
    return parcels;
  }

  private boolean isSupplied(String parcel) {
    return register.find(parcel).map(IdleRegister.Entry::status)
        .filter(each -> each != IdleStatus.NOT_SUPPLIED).isPresent();
  }

  private Approval approval(ApprovedStock stock) {
    List<Feature> rows = inForce.get(stock.approval());
    String name = rows.stream().map(each -> each.text("name")).filter(Objects::nonNull).findFirst().orElse(null);
    LocalDate on = rows.stream().map(each -> each.date("approved_on")).filter(Objects::nonNull)
        .min(LocalDate::compareTo).orElse(null);
    Double statedM2 = rows.size() == 1 ? rows.get(0).number("approved_area_m2") : null;
    return new Approval(stock.approval(), name, on, statedM2, stock.approvedM2(), stock.suppliedM2(), stock.leftM2());
  }

  private double overlapM2(List<Feature> approvals, List<ApprovedStock> stock) {
    if (approvals.size() < 2) {
      return 0;
    }
    double sumM2 = stock.stream().mapToDouble(ApprovedStock::approvedM2).sum();
    double overlapM2 = sumM2 - measure.areaM2(union(approvals));
    return overlapM2 < LEAST_OVERLAP_M2 ? 0 : overlapM2;
  }
}
