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
import org.parkland.idle.Alarm;
import org.parkland.idle.AlarmList;
import org.parkland.idle.IdleCase;
import org.parkland.idle.IdleReport;
import org.parkland.idle.InefficientCase;
import org.parkland.idle.Standing;
import org.parkland.land.Feature;
import org.parkland.land.IdleStatus;
import org.parkland.land.InefficientPolicy;
import org.parkland.land.Words;

/**
 * Every parcel that is on the ladder of idle land on a day, or was put to the tests of inefficient land.
 *
 * <p>Of each only what lists are counted, filtered and sorted by is kept; evidence and sentences would take 12 kB a
 * parcel. A case is judged anew from the stored parcel whenever its details are asked for, which gives the same words:
 * snapshots never change, and a correction makes another register.
 *
 * @param report all cases of the ladder, in the order of the parcels
 * @param entries as a planner looks at them: suspicions first, then what is under way, what is completed last
 * @param file judges the entries anew
 */
public record IdleRegister(IdleReport report, List<Entry> entries, Map<String, Entry> byParcel, CaseFile file) {
  /**
   * What is kept of one parcel; about 310 bytes.
   *
   * @param key of its row in the snapshot
   * @param status its rung of the ladder; null for land without any supply record
   * @param tested what the tests say; null where they do not apply
   * @param areaM2 computed
   * @param idleFloorAreaM2 of its plants; NaN where not delivered
   * @param dueOn as {@link IdleCase.Clock}; null where there is none, like {@code nextOn}
   * @param units ids of the units that hold at least half of it
   * @param box in degrees
   */
  public record Entry(CaseFile file, long key, String id, IdleStatus status, InefficientPolicy.Result tested,
      double areaM2, double idleFloorAreaM2, LocalDate dueOn, long daysOverdue, LocalDate nextOn, Set<String> units,
      Envelope box) implements Standing {
    /** Whether it is suspected to be idle or inefficient. */
    public boolean isSuspected() {
      return isIdle() || isInefficient();
    }

    /** Whether the ladder suspects it to be idle. */
    public boolean isIdle() {
      return status != null && status.isSuspected();
    }

    /** Whether the tests suspect it to be inefficient. */
    public boolean isInefficient() {
      return tested == InefficientPolicy.Result.SUSPECTED;
    }

    private boolean isCompleted() {
      return status == null || status == IdleStatus.COMPLETED;
    }

    /** The word of its rung; null without one. */
    public Words word() {
      return status == null ? null : file.idle().ladder().get(status).word();
    }

    /** The clause of its rung; null without one. */
    public Words clause() {
      return status == null ? null : file.idle().ladder().get(status).clause();
    }

    /** The word of the tests; null where they do not apply. */
    public Words testedWord() {
      return tested == null ? null : file.inefficient().words().get(tested);
    }

    /** The word of the suspicion: the rung of the ladder if it is idle, else that of the tests. */
    public String suspicion() {
      return isIdle() ? word().zh() : testedWord().zh();
    }

    /** All that is said of it, judged anew. Many at once: {@link CaseFile#judged(List)}. */
    public JudgedParcel judged() {
      return file.judged(List.of(this)).get(0);
    }

    /** With the office's corrections, judged anew. */
    public Feature parcel() {
      return judged().parcel();
    }

    /** Its place on the ladder, judged anew; null for land without any supply record. */
    public IdleCase standing() {
      return status == null ? null : judged().standing();
    }

    /** What the tests say, judged anew; null where they do not apply. */
    public InefficientCase inefficient() {
      return tested == null ? null : judged().inefficient();
    }
  }

  private static final Comparator<Entry> BY_URGENCY = Comparator.comparing(Entry::isSuspected).reversed()
      .thenComparing(Entry::isCompleted)
      .thenComparing(each -> each.status() == null ? IdleStatus.COMPLETED : each.status())
      .thenComparing(Entry::id);

  /** @param entries in the order of the parcels */
  static IdleRegister of(CaseFile file, List<Entry> entries) {
    List<Entry> cases = entries.stream().filter(each -> each.status() != null).toList();
    Map<String, Entry> byParcel = new HashMap<>(entries.size() * 2);
    entries.forEach(each -> byParcel.put(each.id(), each));
    IdleReport report = new IdleReport(file.ladder().asOf(), file.ladder().today(), file.idle(),
        file.view(cases, JudgedParcel::standing), cases);
    return new IdleRegister(report, entries.stream().sorted(BY_URGENCY).toList(), byParcel, file);
  }

  /**
   * What becomes overdue or idle in the days ahead.
   *
   * @param days from the day asked for; the last of them counts
   * @param unit only of parcels that lie in it; null for all
   */
  public List<Alarm> alarms(int days, String unit) {
    AlarmList list = new AlarmList(file.ladder(), days);
    LocalDate horizon = file.ladder().today().plusDays(days);
    List<Entry> changing = in(unit).stream()
        .filter(each -> each.nextOn() != null && !each.nextOn().isAfter(horizon)).toList();
    List<Alarm> alarms = new ArrayList<>();
    file.judged(changing).forEach(each -> alarms.addAll(list.of(each.parcel(), each.areaM2())));
    alarms.sort(Comparator.comparing(Alarm::on).thenComparing(Alarm::parcel));
    return alarms;
  }

  /** Idle floor area of plants, m²: counted apart from land, whatever the tests of inefficient land say. */
  public static double idleFloorAreaM2(List<Entry> entries) {
    return entries.stream().mapToDouble(Entry::idleFloorAreaM2).filter(each -> !Double.isNaN(each)).sum();
  }

  /** The entries that lie in a unit; all of them if it is null. */
  public List<Entry> in(String unit) {
    return unit == null ? entries : entries.stream().filter(each -> each.units().contains(unit)).toList();
  }

  public Optional<Entry> find(String parcel) {
    return Optional.ofNullable(byParcel.get(parcel));
  }
}
