package org.parkland.analysis;

import java.time.LocalDate;
import java.util.Optional;
import org.parkland.geometry.AreaMeasure;
import org.parkland.geometry.AreaMethod;
import org.parkland.geometry.Crs;
import org.parkland.idle.Corrections;
import org.parkland.idle.IdleAssessment;
import org.parkland.idle.IdleCase;
import org.parkland.idle.InefficientCase;
import org.parkland.idle.InefficientLand;
import org.parkland.land.Feature;
import org.parkland.land.LayerKind;
import org.parkland.land.Schema;

/**
 * Puts single parcels of a day on the ladder and to the tests, without looking at any other. Safe to share between
 * threads.
 */
public final class IdleJudge {
  private final IdleAssessment ladder;
  private final InefficientLand tests;
  private final AreaMeasure measure;
  private final Corrections corrections;

  IdleJudge(Workspace workspace, DayLayers day, LocalDate today, Corrections corrections) {
    Schema schema = workspace.standards().schema(LayerKind.PARCELS);
    this.ladder = new IdleAssessment(workspace.policies().idle(), schema, day.asOf(), today);
    this.tests = new InefficientLand(workspace.policies().inefficient(), schema);
    this.measure = AreaMeasure.of(AreaMethod.ELLIPSOIDAL, Crs.of(day.parcels().crs()));
    this.corrections = corrections;
  }

  IdleAssessment ladder() {
    return ladder;
  }

  /** @param delivered with all its attributes and its shape; empty where neither ladder nor tests speak of it */
  public Optional<JudgedParcel> judge(Feature delivered) {
    Feature parcel = corrections.apply(delivered);
    double areaM2 = measure.areaM2(parcel.geometry());
    IdleCase standing = ladder.assess(delivered, areaM2, corrections).orElse(null);
    InefficientCase inefficient = tests.examine(parcel, areaM2, standing).orElse(null);
    return standing == null && inefficient == null ? Optional.empty()
        : Optional.of(new JudgedParcel(parcel, areaM2, standing, inefficient));
  }

  /** The word of the suspicion, as {@link IdleRegister.Entry#suspicion()}; empty where there is none. */
  public Optional<String> suspicion(Feature delivered) {
    return judge(delivered).map(JudgedParcel::suspicion);
  }
}
