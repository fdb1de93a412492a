package org.parkland.idle;

import org.parkland.land.IdlePolicy;
import org.parkland.land.Share;

/**
 * How far a stopped development had come: developed area and investment against what was due.
 *
 * <p>Each share is below its limit, reached, or unknown. One below the limit decides; both reached decide the
 * other way; anything else does not decide.
 */
record Progress(Part developed, Part invested) {
  enum Part {
    BELOW, REACHED, UNKNOWN
  }

  static Progress of(IdlePolicy.Stopped rule, Facts facts, Proof proof) {
    return new Progress(
        part("developed_area_m2", "area_to_develop_m2", rule.developedBelow(), "㎡", " m²", facts, proof),
        part("invested_wan", "total_investment_wan", rule.investedBelow(), "万元", " ×10⁴ yuan", facts, proof));
  }

  boolean isShort() {
    return developed == Part.BELOW || invested == Part.BELOW;
  }

  boolean isEnough() {
    return developed == Part.REACHED && invested == Part.REACHED;
  }

  private static Part part(String doneName, String totalName, Share limit, String unitZh, String unitEn,
      Facts facts, Proof proof) {
    Double done = facts.figure(doneName);
    Double total = positive(facts.figure(totalName));
    if (done == null) {
      proof.lacks(doneName);
    }
    if (total == null) {
      proof.lacks(totalName);
    }
    if (done == null || total == null) {
      return Part.UNKNOWN;
    }
    boolean below = limit.isAbove(done, total);
    String percent = " = " + Amount.percent(done / total);
    proof.add(proof.zh(doneName) + " " + Amount.plain(done) + unitZh + " ÷ " + proof.zh(totalName) + " "
            + Amount.plain(total) + unitZh + percent + (below ? "，不足 " : "，已达到 ") + limit,
        proof.en(doneName) + " " + Amount.plain(done) + unitEn + " / " + proof.en(totalName) + " "
            + Amount.plain(total) + unitEn + percent + (below ? ", below " : ", reaches ") + limit);
    return below ? Part.BELOW : Part.REACHED;
  }

  private static Double positive(Double value) {
    return value == null || value == 0 ? null : value;
  }
}
