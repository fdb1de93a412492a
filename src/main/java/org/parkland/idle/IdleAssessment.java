package org.parkland.idle;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.parkland.idle.IdleCase.Clock;
import org.parkland.idle.IdleCase.Treatment;
import org.parkland.land.Feature;
import org.parkland.land.IdlePolicy;
import org.parkland.land.IdlePolicy.Rung;
import org.parkland.land.Schema;
import org.parkland.land.Words;

/**
 * Says for any parcel on which rung of the ladder it stands on a given day, and why.
 *
 * <p>Source: 《闲置土地处置办法》 as {@link IdlePolicy} holds it. Safe to share between threads.
 */
public final class IdleAssessment {
  private final IdlePolicy policy;
  private final Labels labels;
  private final LocalDate asOf;
  private final LocalDate today;

  /**
   * @param parcels names of the attributes, for sentences
   * @param asOf the day the data describe; events later than it prove nothing
   * @param today the day asked for, earlier or later than the data; what happened after it is left out
   */
  public IdleAssessment(IdlePolicy policy, Schema parcels, LocalDate asOf, LocalDate today) {
    this.policy = policy;
    this.labels = new Labels(parcels);
    this.asOf = asOf;
    this.today = today;
  }

  /** The same on another day. */
  public IdleAssessment on(LocalDate day) {
    return new IdleAssessment(policy, labels.parcels(), asOf, day);
  }

  public LocalDate today() {
    return today;
  }

  public LocalDate asOf() {
    return asOf;
  }

  /**
   * @param areaM2 computed area of the parcel
   * @return empty for land that was neither supplied nor approved for supply: roads, farmland, old villages
   */
  public Optional<IdleCase> assess(Feature parcel, double areaM2) {
    return Facts.inScope(parcel, policy) ? Optional.of(judged(parcel, areaM2, List.of())) : Optional.empty();
  }

  /** As above, with the office's corrections applied and named in the evidence. */
  public Optional<IdleCase> assess(Feature delivered, double areaM2, Corrections corrections) {
    Feature parcel = corrections.apply(delivered);
    return Facts.inScope(parcel, policy)
        ? Optional.of(judged(parcel, areaM2, corrections.remarks(delivered))) : Optional.empty();
  }

  private IdleCase judged(Feature parcel, double areaM2, List<Words> remarks) {
    Facts facts = new Facts(parcel, policy, labels, asOf, today);
    Proof proof = new Proof(facts, labels);
    remarks.forEach(each -> proof.add(each.zh(), each.en()));
    Verdict verdict = new Ladder(policy, facts, proof).climb();
    Treatment treatment = new Consequences(policy, facts, proof).of(verdict, parcel.id());
    Rung rung = policy.ladder().get(verdict.status());
    return new IdleCase(parcel.id(), areaM2, verdict.status(), rung.word(), rung.clause(), clock(verdict),
        proof.missing(), proof.evidence(), outlook(rung, verdict), treatment);
  }

  private Clock clock(Verdict verdict) {
    LocalDate due = verdict.dueOn();
    long days = due == null ? 0 : Math.max(0, ChronoUnit.DAYS.between(due, today));
    return new Clock(due, days, verdict.nextOn());
  }

  private static Words outlook(Rung rung, Verdict verdict) {
    return fill(fill(rung.outlook(), "due", verdict.dueOn()), "next", verdict.nextOn());
  }

  private static Words fill(Words text, String name, LocalDate date) {
    return date == null
        ? new Words(text.zh().replace("{" + name + "}", "约定日期"),
            text.en().replace("{" + name + "}", "the agreed day"))
        : text.fill(name, date);
  }
}
