package org.parkland.idle;

import static org.parkland.land.IdleStatus.BUILDING;
import static org.parkland.land.IdleStatus.COMPLETED;
import static org.parkland.land.IdleStatus.COMPLETION_OVERDUE;
import static org.parkland.land.IdleStatus.IDLE_FIRST_YEAR;
import static org.parkland.land.IdleStatus.IDLE_SECOND_YEAR;
import static org.parkland.land.IdleStatus.IDLE_STOPPED;
import static org.parkland.land.IdleStatus.NOT_DUE;
import static org.parkland.land.IdleStatus.NOT_SUPPLIED;
import static org.parkland.land.IdleStatus.START_OVERDUE;
import static org.parkland.land.IdleStatus.STOPPED;
import static org.parkland.land.IdleStatus.UNDECIDED;

import java.time.LocalDate;
import java.util.List;
import org.parkland.land.IdlePolicy;
import org.parkland.land.IdleStatus;

/**
 * Finds the rung of the ladder on which a parcel stands.
 *
 * <p>What has happened decides before what should have: completed, then stopped, then started, then not
 * started. Where a fact that decides is missing or distrusted, the answer is {@link IdleStatus#UNDECIDED}.
 */
final class Ladder {
  private static final List<String> WORK = List.of("started_on", "stopped_on", "completed_on");

  private final IdlePolicy policy;
  private final Facts facts;
  private final Proof proof;
  private final LocalDate today;

  Ladder(IdlePolicy policy, Facts facts, Proof proof) {
    this.policy = policy;
    this.facts = facts;
    this.proof = proof;
    this.today = facts.today();
  }

  Verdict climb() {
    if (!facts.isSupplied()) {
      return notSupplied();
    }
    proof.date("signed_on");
    if (WORK.stream().anyMatch(facts::isDistrusted)) {
      return Verdict.timeless(UNDECIDED);
    }
    if (facts.event("completed_on") != null) {
      return completed();
    }
    if (facts.event("stopped_on") != null) {
      return stopped();
    }
    return facts.event("started_on") != null ? building() : notStarted();
  }

  private Verdict notSupplied() {
    proof.date("approved_on");
    if (facts.isLater("signed_on")) {
      proof.notYet("signed_on");
    } else {
      proof.add("没有供地合同或划拨决定书的记录", "No contract or allocation decision is recorded");
    }
    return Verdict.timeless(NOT_SUPPLIED);
  }

  /** Completion proves the start, so a missing start date is only pointed out. */
  private Verdict completed() {
    startedOrLacking();
    proof.date("completed_on");
    return Verdict.timeless(COMPLETED);
  }

  private void startedOrLacking() {
    if (facts.event("started_on") == null) {
      proof.lacks("started_on");
    } else {
      proof.date("started_on");
    }
  }

  /** A stop without a start may as well be land that was never started: two tests, two answers, no decision. */
  private Verdict stopped() {
    startedOrLacking();
    proof.date("stopped_on");
    if (facts.event("started_on") == null) {
      return Verdict.timeless(UNDECIDED);
    }
    LocalDate full = facts.event("stopped_on").plusYears(policy.stopped().years());
    return today.isBefore(full) ? new Verdict(STOPPED, null, full) : stoppedForLong(full);
  }

  private Verdict stoppedForLong(LocalDate full) {
    Progress progress = Progress.of(policy.stopped(), facts, proof);
    if (progress.isShort()) {
      return new Verdict(IDLE_STOPPED, full, null);
    }
    if (!progress.isEnough()) {
      return Verdict.timeless(UNDECIDED);
    }
    proof.add("停工已满 " + policy.stopped().years() + " 年，但开发面积与投资额两项比例均已达到，不属于"
            + policy.stopped().rule().clause().zh() + "的情形",
        "Stopped for " + policy.stopped().years() + " year(s), but both shares are reached: not the case of "
            + policy.stopped().rule().clause().en());
    return untilCompletion();
  }

  private Verdict building() {
    proof.date("started_on");
    proof.notYet("stopped_on");
    return untilCompletion();
  }

  private Verdict untilCompletion() {
    LocalDate due = facts.agreed("completion_agreed_on");
    if (due == null) {
      proof.lacks("completion_agreed_on");
      return Verdict.timeless(BUILDING);
    }
    proof.date("completion_agreed_on");
    proof.notYet("completed_on");
    return today.isAfter(due) ? new Verdict(COMPLETION_OVERDUE, due, null)
        : new Verdict(BUILDING, null, due.plusDays(1));
  }

  private Verdict notStarted() {
    if (showsWork()) {
      proof.lacks("started_on");
      return Verdict.timeless(UNDECIDED);
    }
    LocalDate due = new StartDeadline(policy, facts, proof).find();
    proof.notYet("started_on");
    return due == null ? Verdict.timeless(UNDECIDED) : afterDue(due);
  }

  /** Land said to be developed while no start is recorded: the record contradicts itself. */
  private boolean showsWork() {
    Double developed = facts.figure("developed_area_m2");
    if (developed == null || developed == 0 || facts.isLater("started_on")) {
      return false;
    }
    proof.add("已动工开发面积 " + Amount.m2(developed) + "，却没有实际动工日期，是否动工无法判断",
        "Developed area is " + Amount.m2(developed) + " but no start is recorded, so it cannot be told");
    return true;
  }

  private Verdict afterDue(LocalDate due) {
    LocalDate firstYear = due.plusYears(policy.notStarted().idleYears());
    LocalDate secondYear = due.plusYears(policy.notStarted().recoveryYears());
    if (today.isBefore(due)) {
      return new Verdict(NOT_DUE, due, due);
    }
    if (today.isBefore(firstYear)) {
      return new Verdict(START_OVERDUE, due, firstYear);
    }
    return today.isBefore(secondYear) ? new Verdict(IDLE_FIRST_YEAR, due, secondYear)
        : new Verdict(IDLE_SECOND_YEAR, due, null);
  }
}
