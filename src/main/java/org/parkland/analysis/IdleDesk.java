package org.parkland.analysis;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.parkland.idle.Corrections;
import org.parkland.land.LayerKind;
import org.parkland.land.Schema;
import org.parkland.land.Snapshot;

/**
 * Draws the registers of idle land. What the delivered parcels of a day say is kept in the database; corrections
 * are laid over it by judging the corrected parcels alone, so neither a restart nor a correction goes through all.
 */
final class IdleDesk {
  /** Days asked for are many, and a register is large. */
  private static final int KEPT_DAYS = 6;

  /**
   * What a register depends on: cases know the units they lie in; 0 stands for no units.
   *
   * @param corrections version of their log
   */
  record Key(long snapshot, long units, LocalDate today, long corrections) {}

  private final Workspace workspace;
  private final ParcelFacts parcels;
  private final CorrectionDesk corrections;
  private final KeptFigures kept;
  private final Passes passes;
  private final Schema schema;
  private final Kept<Key, IdleRegister> registers = new Kept<>(KEPT_DAYS);

  IdleDesk(Workspace workspace, ParcelFacts parcels, CorrectionDesk corrections, KeptFigures kept, Passes passes) {
    this.workspace = workspace;
    this.parcels = parcels;
    this.corrections = corrections;
    this.kept = kept;
    this.passes = passes;
    this.schema = workspace.standards().schema(LayerKind.PARCELS);
  }

  /** @param today the day asked for; null for the day of the data */
  IdleRegister register(DayLayers day, LocalDate today) {
    CorrectionDesk.Log log = corrections.log();
    return registers.get(key(day, today, log), key -> draw(day, key.today(), log.corrections()));
  }

  /** What judges single parcels of a day; the day as for {@link #register}. */
  IdleJudge judge(DayLayers day, LocalDate today) {
    CorrectionDesk.Log log = corrections.log();
    return judge(day, key(day, today, log).today(), log.corrections());
  }

  Key key(DayLayers day, LocalDate today) {
    return key(day, today, corrections.log());
  }

  private static Key key(DayLayers day, LocalDate today, CorrectionDesk.Log log) {
    long units = day.find(LayerKind.UNITS).map(Snapshot::id).orElse(0L);
    return new Key(day.parcels().id(), units, today != null ? today : day.asOf(), log.version());
  }

  private IdleJudge judge(DayLayers day, LocalDate today, Corrections laid) {
    return new IdleJudge(workspace, day, today, laid);
  }

  private IdleRegister draw(DayLayers day, LocalDate today, Corrections laid) {
    Function<JudgedParcel, Set<String>> units = each -> parcels.unitsOf(each.parcel(), day, each.areaM2());
    CaseFile file = new CaseFile(workspace, day.parcels(), judge(day, today, laid));
    return IdleRegister.of(file, file.anew(delivered(day, today, units).entries(file), laid.parcels(), units));
  }

  /** Only the day of the data is kept: any other is asked for once, and there is no end of them. */
  private RegisterColumns delivered(DayLayers day, LocalDate today, Function<JudgedParcel, Set<String>> units) {
    IdleJudge judge = judge(day, today, new Corrections(List.of(), schema));
    CaseFile file = new CaseFile(workspace, day.parcels(), judge);
    return today.equals(day.asOf()) ? kept.getLarge(name(day), RegisterColumns.class, () -> columns(file, units))
        : columns(file, units);
  }

  private RegisterColumns columns(CaseFile file, Function<JudgedParcel, Set<String>> units) {
    return RegisterColumns.of(file.entries(units, passes));
  }

  private String name(DayLayers day) {
    return "idle land of " + day.parcels().id() + " on " + day.asOf() + " in units "
        + day.find(LayerKind.UNITS).map(Snapshot::id).orElse(0L) + " by "
        + KeptFigures.fingerprint(workspace.policies().idle(), workspace.policies().inefficient(), schema);
  }
}
