package org.parkland.idle;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.parkland.land.Feature;
import org.parkland.land.IdleStatus;

/**
 * What becomes overdue or suspected idle in the days ahead if nothing happens until then.
 *
 * <p>Stopped land whose year will be complete while its shares are unknown is on the list, too: on that day it can no
 * longer be told whether it is idle.
 */
public final class AlarmList {
  private final IdleAssessment today;
  private final LocalDate horizon;

  /** @param days how many days ahead are looked at; the last of them counts */
  public AlarmList(IdleAssessment today, int days) {
    this.today = today;
    this.horizon = today.today().plusDays(days);
  }

  /** @return by day, then by parcel number */
  public List<Alarm> of(Collection<Feature> parcels, ToDoubleFunction<Feature> areaM2) {
    List<Alarm> alarms = new ArrayList<>();
    parcels.forEach(parcel -> alarms.addAll(of(parcel, areaM2.applyAsDouble(parcel))));
    alarms.sort(Comparator.comparing(Alarm::on).thenComparing(Alarm::parcel));
    return alarms;
  }

  /** The alarms of one parcel; more than one where the horizon is long. */
  public List<Alarm> of(Feature parcel, double areaM2) {
    List<Alarm> alarms = new ArrayList<>();
    IdleCase before = today.assess(parcel, areaM2).orElse(null);
    while (before != null && before.clock().nextOn() != null && !before.clock().nextOn().isAfter(horizon)) {
      LocalDate day = before.clock().nextOn();
      IdleCase then = today.on(day).assess(parcel, areaM2).orElseThrow();
      if (isAlarming(then.status()) && then.status() != before.status()) {
        alarms.add(new Alarm(day, ChronoUnit.DAYS.between(today.today(), day), before.word(), then));
      }
      before = then;
    }
    return alarms;
  }

  private static boolean isAlarming(IdleStatus status) {
    return status.isSuspected() || status == IdleStatus.START_OVERDUE || status == IdleStatus.COMPLETION_OVERDUE
        || status == IdleStatus.UNDECIDED;
  }
}
