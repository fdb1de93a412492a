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
import org.parkland.idle.Alarm;
import org.parkland.idle.AlarmList;
import org.parkland.idle.Corrections;
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
 * @param entries as a planner looks at them: suspicions first, then what is under way, what is completed last
 * @param ladder what judged them
 */
public record IdleRegister(
    IdleReport report, List<Entry> entries, Map<String, Entry> byParcel, IdleAssessment ladder) {
  /**
   * One parcel.
   *
   * @param parcel with the office's corrections, without its shape
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

    /** Computed area of the parcel. */
    public double areaM2() {
      return standing != null ? standing.areaM2() : inefficient.areaM2();
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

  private static final Comparator<Entry> BY_URGENCY = Comparator.comparing(Entry::isSuspected).reversed()
      .thenComparing(Entry::isCompleted)
      .thenComparing(each -> each.standing() == null ? IdleStatus.COMPLETED : each.standing().status())
      .thenComparing(each -> each.parcel().id());

  /**
   * What becomes overdue or idle in the days ahead.
   *
   * @param days from the day asked for; the last of them counts
   * @param unit only of parcels that lie in it; null for all
   */
  public List<Alarm> alarms(int days, String unit) {
    AlarmList list = new AlarmList(ladder, days);
    LocalDate horizon = ladder.today().plusDays(days);
    return entries.stream().filter(each -> unit == null || each.units().contains(unit))
        .filter(each -> each.standing() != null && each.standing().clock().nextOn() != null
            && !each.standing().clock().nextOn().isAfter(horizon))
        .flatMap(each -> list.of(each.parcel(), each.standing().areaM2()).stream())
        .sorted(Comparator.comparing(Alarm::on).thenComparing(Alarm::parcel)).toList();
  }

  /** Idle floor area of plants, m²: counted apart from land, whatever the tests of inefficient land say. */
  public static double idleFloorAreaM2(List<Entry> entries) {
    return entries.stream().map(each -> each.parcel().number("idle_floor_area_m2"))
        .filter(each -> each != null).mapToDouble(Double::doubleValue).sum();
  }

  /** The entries that lie in a unit; all of them if it is null. */
  public List<Entry> in(String unit) {
    return unit == null ? entries : entries.stream().filter(each -> each.units().contains(unit)).toList();
  }

  public Optional<Entry> find(String parcel) {
    return Optional.ofNullable(byParcel.get(parcel));
  }

  static IdleRegister of(
      Workspace workspace, ParcelFacts facts, DayLayers day, LocalDate today, Corrections corrections) {
    Schema schema = workspace.standards().schema(LayerKind.PARCELS);
    IdleAssessment ladder = new IdleAssessment(workspace.policies().idle(), schema, day.asOf(), today);
    InefficientLand tests = new InefficientLand(workspace.policies().inefficient(), schema);
    Crs crs = Crs.of(day.parcels().crs());
    AreaMeasure measure = AreaMeasure.of(AreaMethod.ELLIPSOIDAL, crs);
    Reprojection toDegrees = crs.to(Crs.of(Crs.DEGREES));
    List<Entry> entries = new ArrayList<>();
    try (FeatureCursor rows = workspace.store().features(day.parcels(), FeatureQuery.all())) {
      while (rows.hasNext()) {
        Feature delivered = rows.next();
        Feature parcel = corrections.apply(delivered);
        double areaM2 = measure.areaM2(parcel.geometry());
        IdleCase standing = ladder.assess(delivered, areaM2, corrections).orElse(null);
        InefficientCase inefficient = tests.examine(parcel, areaM2, standing).orElse(null);
        if (standing != null || inefficient != null) {
          entries.add(new Entry(withoutShape(parcel), standing, inefficient, facts.unitsOf(parcel, day, areaM2),
              toDegrees.apply(parcel.geometry().getEnvelopeInternal())));
        }
      }
    }
    return of(workspace, ladder, entries);
  }

  private static IdleRegister of(Workspace workspace, IdleAssessment ladder, List<Entry> entries) {
    List<IdleCase> cases =
        entries.stream().map(Entry::standing).filter(each -> each != null).toList();
    Map<String, Entry> byParcel = new HashMap<>();
    entries.forEach(each -> byParcel.put(each.parcel().id(), each));
    IdleReport report = new IdleReport(ladder.asOf(), ladder.today(), workspace.policies().idle(), cases);
    return new IdleRegister(report, entries.stream().sorted(BY_URGENCY).toList(), byParcel, ladder);
  }

  /** The register is kept in memory; shapes are not. */
  private static Feature withoutShape(Feature parcel) {
    return new Feature(parcel.row(), null, parcel.attributes(), Map.of());
  }
}
