package org.parkland.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.parkland.geometry.Crs;
import org.parkland.geometry.Reprojection;
import org.parkland.idle.IdleAssessment;
import org.parkland.land.Feature;
import org.parkland.land.IdlePolicy;
import org.parkland.land.InefficientPolicy;
import org.parkland.land.Snapshot;
import org.parkland.store.Condition;
import org.parkland.store.FeatureCursor;
import org.parkland.store.FeatureQuery;

/** Judges the parcels of a day: all of them in one pass, or those of a register anew. Safe to share between threads. */
public final class CaseFile {
  /** Rows that are read before they are judged, by as many threads as there are. */
  private static final int BATCH = 4_000;
  /** What a case takes in memory. */
  private static final long ENTRY_BYTES = 310;

  private final Workspace workspace;
  private final Snapshot parcels;
  private final IdleJudge judge;

  CaseFile(Workspace workspace, Snapshot parcels, IdleJudge judge) {
    this.workspace = workspace;
    this.parcels = parcels;
    this.judge = judge;
  }

  IdleAssessment ladder() {
    return judge.ladder();
  }

  IdlePolicy idle() {
    return workspace.policies().idle();
  }

  InefficientPolicy inefficient() {
    return workspace.policies().inefficient();
  }

  /** A delivered row and its key. */
  private record Delivered(long key, Feature parcel) {}

  /**
   * Goes through the parcels once; beside what is kept a batch of rows is in memory.
   *
   * @param units ids of those a parcel lies in
   */
  List<IdleRegister.Entry> entries(Function<JudgedParcel, Set<String>> units, Passes passes) {
    Map<Set<String>, Set<String>> known = new ConcurrentHashMap<>();
    UnaryOperator<Set<String>> same = set -> known.computeIfAbsent(set, each -> each);
    List<IdleRegister.Entry> entries = new ArrayList<>();
    CompletableFuture<List<IdleRegister.Entry>> judged = CompletableFuture.completedFuture(List.of());
    FeatureCursor all = workspace.store().features(parcels, FeatureQuery.all());
    try (FeatureCursor rows = passes.over(Passes.Purpose.IDLE, parcels, all)) {
      while (rows.hasNext()) {
        // While a batch is judged the next is read.
        List<Delivered> batch = batch(rows);
        entries.addAll(judged.join());
        HeapRoom.require("cases of idle land", entries.size(), ENTRY_BYTES);
        judged = CompletableFuture.supplyAsync(() -> judgeAll(batch, found -> same.apply(units.apply(found))));
      }
      entries.addAll(judged.join());
    }
    return entries;
  }

  private List<IdleRegister.Entry> judgeAll(List<Delivered> batch, Function<JudgedParcel, Set<String>> units) {
    Reprojection toDegrees = toDegrees();
    return batch.parallelStream().map(each -> judge.judge(each.parcel())
        .map(found -> entry(each.key(), found, units.apply(found), toDegrees)).orElse(null))
        .filter(Objects::nonNull).toList();
  }

  /** The entries with those of some parcels judged once more, in the same order. */
  List<IdleRegister.Entry> anew(
      List<IdleRegister.Entry> entries, Set<String> ids, Function<JudgedParcel, Set<String>> units) {
    if (ids.isEmpty()) {
      return entries;
    }
    List<IdleRegister.Entry> all = new ArrayList<>(entries);
    all.removeIf(each -> ids.contains(each.id()));
    ids.forEach(id -> addAnew(id, units, all));
    all.sort(Comparator.comparingLong(IdleRegister.Entry::key));
    return all;
  }

  private void addAnew(String id, Function<JudgedParcel, Set<String>> units, List<IdleRegister.Entry> into) {
    try (FeatureCursor rows = workspace.store().features(parcels, FeatureQuery.all().withId(id))) {
      while (rows.hasNext()) {
        Feature row = rows.next();
        judge.judge(row).ifPresent(found -> into.add(entry(rows.key(), found, units.apply(found), toDegrees())));
      }
    }
  }

  private Reprojection toDegrees() {
    return Crs.of(parcels.crs()).to(Crs.of(Crs.DEGREES));
  }

  private static List<Delivered> batch(FeatureCursor rows) {
    List<Delivered> batch = new ArrayList<>(BATCH);
    while (batch.size() < BATCH && rows.hasNext()) {
      Feature row = rows.next();
      batch.add(new Delivered(rows.key(), row));
    }
    return batch;
  }

  private IdleRegister.Entry entry(long key, JudgedParcel found, Set<String> units, Reprojection toDegrees) {
    var standing = found.standing();
    Double idleFloorM2 = found.parcel().number("idle_floor_area_m2");
    return new IdleRegister.Entry(this, key, found.parcel().id(), standing == null ? null : standing.status(),
        found.inefficient() == null ? null : found.inefficient().result(), found.areaM2(),
        idleFloorM2 == null ? Double.NaN : idleFloorM2, standing == null ? null : standing.clock().dueOn(),
        standing == null ? 0 : standing.daysOverdue(), standing == null ? null : standing.clock().nextOn(), units,
        toDegrees.apply(found.parcel().geometry().getEnvelopeInternal()));
  }

  /**
   * Entries of this register judged anew, in their order, as they are come to: a stretch of them is in memory.
   * Parcels have their shapes, in the CRS of the snapshot.
   */
  public List<JudgedParcel> judged(List<IdleRegister.Entry> entries) {
    return view(entries, Function.identity());
  }

  /** As {@link #judged}, what is wanted of each. */
  public <T> List<T> view(List<IdleRegister.Entry> entries, Function<JudgedParcel, T> wanted) {
    return new StretchedList<>(entries.size(),
        (from, to) -> judgeNow(entries.subList(from, to)).stream().map(wanted).toList());
  }

  private List<JudgedParcel> judgeNow(List<IdleRegister.Entry> entries) {
    Map<Long, JudgedParcel> byKey = new HashMap<>();
    Condition wanted = new Condition.RowIn(entries.stream().map(IdleRegister.Entry::key).toList());
    try (FeatureCursor rows = workspace.store().features(parcels, FeatureQuery.all().where(wanted))) {
      while (rows.hasNext()) {
        Feature row = rows.next();
        byKey.put(rows.key(), judge.judge(row).orElseThrow());
      }
    }
    return entries.stream().map(each -> byKey.get(each.key())).toList();
  }
}
