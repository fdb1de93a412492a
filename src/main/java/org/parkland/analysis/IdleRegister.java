package org.parkland.analysis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Envelope;
import org.parkland.geometry.AreaMeasure;
import org.parkland.geometry.AreaMethod;
import org.parkland.geometry.Crs;
import org.parkland.geometry.Reprojection;
import org.parkland.idle.IdleAssessment;
import org.parkland.idle.IdleCase;
import org.parkland.idle.IdleReport;
import org.parkland.idle.InefficientCase;
import org.parkland.idle.InefficientLand;
import org.parkland.land.Feature;
import org.parkland.land.IdleStatus;
import org.parkland.land.LayerKind;
import org.parkland.land.Schema;
import org.parkland.store.FeatureCursor;
import org.parkland.store.FeatureQuery;

/**
 * Every parcel that is on the ladder of idle land on a day, or was put to the tests of inefficient land.
 *
 * @param report all cases of the ladder, in the order of the parcels
 */
public record IdleRegister(IdleReport report, List<Entry> entries, Map<String, Entry> byParcel) {
  /**
   * One parcel.
   *
   * @param standing its place on the ladder; null for land without any supply record
   * @param inefficient what the tests say; null where they do not apply
   * @param units ids of the units that hold at least half of it
   * @param box in degrees
   */
  public record Entry(
      Feature parcel, IdleCase standing, InefficientCase inefficient, Set<String> units, Envelope box) {
    /** Whether it is suspected to be idle or inefficient. */
    public boolean isSuspected() {
      return isIdle() || isInefficient();
    }

    /** The word of the suspicion: the rung of the ladder if it is idle, else that of the tests. */
    public String suspicion() {
      return isIdle() ? standing.word().zh() : inefficient.word().zh();
    }

    private boolean isCompleted() {
      return standing == null || standing.status() == IdleStatus.COMPLETED;
    }

    /** Whether the ladder suspects it to be idle. */
    public boolean isIdle() {
      return standing != null && standing.status().isSuspected();
    }

    /** Whether the tests suspect it to be inefficient. */
    public boolean isInefficient() {
      return inefficient != null && inefficient.isSuspected();
    }
  }

  /** The entries a planner looks at first: suspicions, then what is under way, what is completed last. */
  public List<Entry> byUrgency() {
    return entries.stream().sorted(Comparator.comparing(Entry::isSuspected).reversed()
        .thenComparing(Entry::isCompleted)
        .thenComparing(each -> each.standing() == null ? IdleStatus.COMPLETED : each.standing().status())
        .thenComparing(each -> each.parcel().id())).toList();
  }

  public Optional<Entry> find(String parcel) {
    return Optional.ofNullable(byParcel.get(parcel));
  }

  /**
   * @param today the day asked for; null for the day of the data
   */
  static IdleRegister of(Workspace workspace, ParcelFacts facts, DayLayers day, LocalDate today) {
    Schema schema = workspace.standards().schema(LayerKind.PARCELS);
    LocalDate asked = today != null ? today : day.asOf();
    IdleAssessment ladder = new IdleAssessment(workspace.policies().idle(), schema, day.asOf(), asked);
    InefficientLand tests = new InefficientLand(workspace.policies().inefficient(), schema);
    Crs crs = Crs.of(day.parcels().crs());
    AreaMeasure measure = AreaMeasure.of(AreaMethod.ELLIPSOIDAL, crs);
    Reprojection toDegrees = crs.to(Crs.of(Crs.DEGREES));
    List<Entry> entries = new ArrayList<>();
    try (FeatureCursor rows = workspace.store().features(day.parcels(), FeatureQuery.all())) {
      while (rows.hasNext()) {
        Feature parcel = rows.next();
        double areaM2 = measure.areaM2(parcel.geometry());
        IdleCase standing = ladder.assess(parcel, areaM2).orElse(null);
        InefficientCase inefficient = tests.examine(parcel, areaM2, standing).orElse(null);
        if (standing != null || inefficient != null) {
          entries.add(new Entry(withoutShape(parcel), standing, inefficient, facts.unitsOf(parcel, day, areaM2),
              toDegrees.apply(parcel.geometry().getEnvelopeInternal())));
        }
      }
    }
    return of(workspace, day, asked, entries);
  }

  private static IdleRegister of(Workspace workspace, DayLayers day, LocalDate today, List<Entry> entries) {
    List<IdleCase> cases =
        entries.stream().map(Entry::standing).filter(each -> each != null).toList();
    Map<String, Entry> byParcel = new HashMap<>();
    entries.forEach(each -> byParcel.put(each.parcel().id(), each));
    IdleReport report = new IdleReport(day.asOf(), today, workspace.policies().idle(), cases);
    return new IdleRegister(report, List.copyOf(entries), byParcel);
  }

  /** The register is kept in memory; shapes are not. */
  private static Feature withoutShape(Feature parcel) {
    return new Feature(parcel.row(), null, parcel.attributes(), Map.of());
  }
}
