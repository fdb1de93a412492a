package org.parkland.idle;

import org.parkland.idle.IdleCase.Treatment;
import org.parkland.land.CauseTrack;
import org.parkland.land.IdlePolicy;
import org.parkland.land.IdlePolicy.Track;
import org.parkland.land.IdleStatus;
import org.parkland.land.Words;

/** Sorts a case onto its track by its cause, and estimates the fee where the law has one. */
final class Consequences {
  private final IdlePolicy policy;
  private final Facts facts;
  private final Proof proof;

  Consequences(IdlePolicy policy, Facts facts, Proof proof) {
    this.policy = policy;
    this.facts = facts;
    this.proof = proof;
  }

  Treatment of(Verdict verdict, String parcel) {
    CauseTrack cause = policy.trackOf(facts.text("cause"));
    Track track = policy.tracks().get(cause);
    if (!verdict.status().isSuspected()) {
      return new Treatment(cause, track.title(), null, null);
    }
    proof.text("cause");
    proof.text("disposal");
    remarkLateHandover();
    if (cause == CauseTrack.UNSTATED) {
      proof.lacks("cause");
    }
    Words text = cause == CauseTrack.OWN ? policy.ladder().get(verdict.status()).consequence()
        : track.treatment();
    return new Treatment(cause, track.title(), text, fee(verdict.status(), cause, parcel));
  }

  /** The law's first government cause; whether it is one, the department decides. */
  private void remarkLateHandover() {
    var agreed = facts.agreed("handover_agreed_on");
    var actual = facts.event("handover_actual_on");
    if (agreed != null && actual != null && actual.isAfter(agreed)) {
      proof.add("实际交地 " + actual + " 晚于约定交地 " + agreed + "，如属政府原因应转入第八条",
          "Handed over on " + actual + ", later than agreed (" + agreed + "): a government cause (art. 8) if so found");
    }
  }

  private Double fee(IdleStatus status, CauseTrack cause, String parcel) {
    if (status != IdleStatus.IDLE_FIRST_YEAR || cause != CauseTrack.OWN) {
      return null;
    }
    if (policy.scope().isCollective(parcel)) {
      Words note = policy.scope().collectiveNote();
      proof.add(note.zh(), note.en());
      return null;
    }
    return isPriced() && isOpen() ? estimate() : null;
  }

  private boolean isPriced() {
    String mode = facts.text("supply_mode");
    if (mode == null) {
      proof.lacks("supply_mode");
      return true;
    }
    return policy.fee().modes().stream().anyMatch(mode::contains);
  }

  private boolean isOpen() {
    String disposal = facts.text("disposal");
    return disposal == null || policy.fee().settledDisposals().stream().noneMatch(disposal::contains);
  }

  private Double estimate() {
    Double price = facts.figure("price_wan");
    if (price == null) {
      proof.lacks("price_wan");
      return null;
    }
    double fee = policy.fee().share().of(price);
    proof.add("闲置费估算（" + policy.fee().rule().clause().zh() + "）：成交价款 " + Amount.plain(price) + " 万元 × "
            + policy.fee().share() + " = " + Amount.plain(fee) + " 万元，仅为估算，须依法定程序决定",
        "Idle fee (" + policy.fee().rule().clause().en() + "), an estimate: land price " + Amount.plain(price) + " × " + policy.fee().share() + " = "
            + Amount.plain(fee) + " (10,000 yuan); only the authority can levy it");
    return fee;
  }
}
