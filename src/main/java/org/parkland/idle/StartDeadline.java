package org.parkland.idle;

import java.time.LocalDate;
import org.parkland.land.IdlePolicy;
import org.parkland.land.IdlePolicy.DefaultStart.Basis;

/**
 * The day on which construction must start: by the extension in force, else by the contract, else by the
 * policy's default rule.
 */
final class StartDeadline {
  private final IdlePolicy policy;
  private final Facts facts;
  private final Proof proof;

  StartDeadline(IdlePolicy policy, Facts facts, Proof proof) {
    this.policy = policy;
    this.facts = facts;
    this.proof = proof;
  }

  /** Null if it cannot be told; what would tell it is then missing in the proof. */
  LocalDate find() {
    return isExtended() ? extended() : agreedOrDefault();
  }

  private boolean isExtended() {
    boolean agreement = facts.isDelivered("extension_signed_on") || facts.isDelivered("extended_start_on");
    return agreement && !facts.isLater("extension_signed_on");
  }

  private LocalDate extended() {
    LocalDate day = facts.agreed("extended_start_on");
    if (day == null) {
      proof.lacks("extended_start_on");
      proof.add("有延期协议但新的动工日期不明，起算日无法确定",
          "There is an extension but its new start day is not known, so the clock cannot be set");
      return null;
    }
    proof.date("start_agreed_on");
    proof.date("extension_signed_on");
    proof.date("extended_start_on");
    if (facts.event("extension_signed_on") == null) {
      proof.lacks("extension_signed_on");
    }
    remarkLength(day);
    return day;
  }

  private void remarkLength(LocalDate day) {
    LocalDate original = facts.agreed("start_agreed_on");
    int years = policy.extension().atMostYears();
    if (original != null && day.isAfter(original.plusYears(years))) {
      proof.add("延期超过 " + years + " 年，超出" + policy.extension().rule().clause().zh() + "的上限，请核对协议",
          "The extension exceeds the " + years + " year(s) the Measures allow; check the agreement");
    }
  }

  private LocalDate agreedOrDefault() {
    if (facts.isLater("extension_signed_on")) {
      proof.notYet("extension_signed_on");
    }
    LocalDate day = facts.agreed("start_agreed_on");
    if (day == null) {
      proof.lacks("start_agreed_on");
      return byDefault();
    }
    proof.date("start_agreed_on");
    return day;
  }

  private LocalDate byDefault() {
    for (Basis basis : policy.defaultStart().bases()) {
      LocalDate from = facts.event(basis.from());
      if (from != null) {
        LocalDate day = from.plusYears(basis.years());
        proof.date(basis.from());
        proof.add("约定动工日期缺失或不明确，以" + proof.zh(basis.from()) + "（" + from + "）起满 "
                + basis.years() + " 年之日为动工日期：" + day,
            "The agreed start is missing or unclear: the start day is " + basis.years() + " year(s) after '"
                + proof.en(basis.from()) + "', " + day);
        return day;
      }
      proof.lacks(basis.from());
    }
    return null;
  }
}
