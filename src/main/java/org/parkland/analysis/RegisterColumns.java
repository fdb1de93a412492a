package org.parkland.analysis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Envelope;
import org.parkland.land.IdleStatus;
import org.parkland.land.InefficientPolicy.Result;

/**
 * The entries of a register as they are kept: column by column, in the order of the parcels.
 *
 * @param keys of the rows in the snapshot
 * @param statuses ordinals of {@link IdleStatus}; -1 for none
 * @param tested ordinals of {@link Result}; -1 for none
 * @param idleFloorAreasM2 NaN where not delivered
 * @param dueOn days since 1970; {@link #NO_DAY} for none, like {@code nextOn}
 * @param units places among the unit sets
 * @param unitSets ids of units, each set once
 * @param boxes west, south, east, north of each in degrees
 */
record RegisterColumns(long[] keys, String[] ids, int[] statuses, int[] tested, double[] areasM2,
    double[] idleFloorAreasM2, long[] dueOn, long[] daysOverdue, long[] nextOn, int[] units,
    List<Set<String>> unitSets, double[] boxes) {
  static final long NO_DAY = Long.MIN_VALUE;
  private static final IdleStatus[] STATUSES = IdleStatus.values();
  private static final Result[] RESULTS = Result.values();

  static RegisterColumns of(List<IdleRegister.Entry> entries) {
    Map<Set<String>, Integer> sets = new LinkedHashMap<>();
    entries.forEach(each -> sets.putIfAbsent(each.units(), sets.size()));
    return new RegisterColumns(
        entries.stream().mapToLong(IdleRegister.Entry::key).toArray(),
        entries.stream().map(IdleRegister.Entry::id).toArray(String[]::new),
        entries.stream().mapToInt(each -> place(each.status())).toArray(),
        entries.stream().mapToInt(each -> place(each.tested())).toArray(),
        entries.stream().mapToDouble(IdleRegister.Entry::areaM2).toArray(),
        entries.stream().mapToDouble(IdleRegister.Entry::idleFloorAreaM2).toArray(),
        entries.stream().mapToLong(each -> number(each.dueOn())).toArray(),
        entries.stream().mapToLong(IdleRegister.Entry::daysOverdue).toArray(),
        entries.stream().mapToLong(each -> number(each.nextOn())).toArray(),
        entries.stream().mapToInt(each -> sets.get(each.units())).toArray(),
        sets.keySet().stream().<Set<String>>map(TreeSet::new).toList(),
        entries.stream().map(IdleRegister.Entry::box).flatMapToDouble(box ->
            DoubleStream.of(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY())).toArray());
  }

  private static int place(Enum<?> constant) {
    return constant == null ? -1 : constant.ordinal();
  }

  private static long number(LocalDate day) {
    return day == null ? NO_DAY : day.toEpochDay();
  }

  /** @param file judges them anew */
  List<IdleRegister.Entry> entries(CaseFile file) {
    List<Set<String>> sets = unitSets.stream().map(Set::copyOf).toList();
    List<IdleRegister.Entry> entries = new ArrayList<>(keys.length);
    IntStream.range(0, keys.length).forEach(i -> entries.add(new IdleRegister.Entry(file, keys[i], ids[i],
        statuses[i] < 0 ? null : STATUSES[statuses[i]], tested[i] < 0 ? null : RESULTS[tested[i]], areasM2[i],
        idleFloorAreasM2[i], day(dueOn[i]), daysOverdue[i], day(nextOn[i]), sets.get(units[i]),
        new Envelope(boxes[4 * i], boxes[4 * i + 2], boxes[4 * i + 1], boxes[4 * i + 3]))));
    return entries;
  }

  private static LocalDate day(long number) {
    return number == NO_DAY ? null : LocalDate.ofEpochDay(number);
  }
}
