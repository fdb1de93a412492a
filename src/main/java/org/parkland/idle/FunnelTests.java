package org.parkland.idle;

import java.util.Map;
import org.parkland.land.Classification;
import org.parkland.land.FunnelPolicy.LargeEnough;
import org.parkland.land.FunnelPolicy.NearRoad;
import org.parkland.land.FunnelPolicy.NotUsedAs;
import org.parkland.land.FunnelPolicy.Outside;
import org.parkland.land.FunnelPolicy.PlannedFor;
import org.parkland.land.FunnelPolicy.Test;
import org.parkland.land.FunnelPolicy.Without;
import org.parkland.land.Words;

/** Asks a site the questions of the funnel. */
final class FunnelTests {
  /** Less than this share is a line drawn twice, and would read 0%. */
  private static final double SLIVER = 0.0005;

  enum Verdict {
    PASSES, FAILS, UNKNOWN
  }

  /** @param reason why it fails or cannot be told; null if it passes */
  record Answer(Verdict verdict, Words reason) {
    private static final Answer PASSES = new Answer(Verdict.PASSES, null);

    boolean fails() {
      return verdict == Verdict.FAILS;
    }

    boolean isUnknown() {
      return verdict == Verdict.UNKNOWN;
    }

    static Answer fails(String zh, String en) {
      return new Answer(Verdict.FAILS, new Words(zh, en));
    }

    static Answer unknown(String zh, String en) {
      return new Answer(Verdict.UNKNOWN, new Words(zh, en));
    }
  }

  Answer ask(Test test, Site site) {
    if (test instanceof NotUsedAs use) {
      return use(use, site);
    } else if (test instanceof Outside outside) {
      return outside(outside, site);
    } else if (test instanceof PlannedFor planned) {
      return planned(planned, site);
    } else if (test instanceof LargeEnough shape) {
      return shape(shape, site);
    } else if (test instanceof NearRoad road) {
      return road(road, site);
    }
    return without((Without) test, site);
  }

  private static Answer use(NotUsedAs test, Site site) {
    String use = site.supply().landUse();
    if (use == null) {
      return Answer.unknown("现状地类未知", "Current use unknown");
    }
    return test.classes().stream().anyMatch(use::startsWith)
        ? Answer.fails("现状地类 " + use + " 属于公共、道路或绿地（"
            + Classification.atLevel(use, 1) + " 类）", "Current use " + use + " is public, road or green")
        : Answer.PASSES;
  }

  private static Answer outside(Outside test, Site site) {
    Answer unknown = null;
    for (Map.Entry<String, Double> limit : test.shares().entrySet()) {
      Double share = site.setting().constraints().get(limit.getKey());
      if (share == null) {
        unknown = Answer.unknown("没有“" + limit.getKey() + "”图层，无法核对",
            "Layer '" + limit.getKey() + "' was not delivered");
      } else if (share > limit.getValue()) {
        return Answer.fails("有 " + Amount.percent(share) + " 位于" + limit.getKey() + "内",
            Amount.percent(share) + " lies within " + limit.getKey());
      }
    }
    return unknown == null ? Answer.PASSES : unknown;
  }

  private static Answer planned(PlannedFor test, Site site) {
    Double share = site.setting().plannedFor(test.classes());
    if (share == null) {
      return Answer.unknown("没有规划图层，无法核对规划用途", "No plan was delivered");
    }
    if (share < SLIVER && share < test.minShare()) {
      return Answer.fails("规划用途与所需用途不符", "It is planned for other uses than the wanted one");
    }
    return share >= test.minShare() ? Answer.PASSES
        : Answer.fails("只有 " + Amount.percent(share) + " 规划为所需用途，不足 " + Amount.percent(test.minShare()),
            "Only " + Amount.percent(share) + " is planned for the wanted use, less than "
                + Amount.percent(test.minShare()));
  }

  private static Answer shape(LargeEnough test, Site site) {
    if (site.areaM2() < test.minAreaM2()) {
      return Answer.fails("面积 " + Amount.m2(site.areaM2()) + "，小于 " + Amount.m2(test.minAreaM2()),
          "Area " + Amount.m2(site.areaM2()) + ", less than " + Amount.m2(test.minAreaM2()));
    }
    if (site.shape().widthM() < test.minWidthM()) {
      return Answer.fails("宽度约 " + Amount.plain(site.shape().widthM()) + " 米，窄于 "
              + Amount.plain(test.minWidthM()) + " 米",
          "About " + Amount.plain(site.shape().widthM()) + " m wide, less than " + Amount.plain(test.minWidthM()) + " m");
    }
    return site.shape().compactness() >= test.minCompactness() ? Answer.PASSES
        : Answer.fails("形状过于零碎（紧凑度 " + Amount.plain(site.shape().compactness()) + "，低于 "
                + Amount.plain(test.minCompactness()) + "）",
            "Too ragged (compactness " + Amount.plain(site.shape().compactness()) + ", below "
                + Amount.plain(test.minCompactness()) + ")");
  }

  private static Answer road(NearRoad test, Site site) {
    Double distance = site.setting().roadDistanceM();
    if (distance == null) {
      return Answer.unknown("没有道路图层，无法核对可达性", "No roads were delivered");
    }
    if (distance.isInfinite()) {
      return Answer.fails("附近没有道路，超过 " + Amount.plain(test.maxDistanceM()) + " 米",
          "No road is near, none within " + Amount.plain(test.maxDistanceM()) + " m");
    }
    return distance <= test.maxDistanceM() ? Answer.PASSES
        : Answer.fails("距最近道路 " + Amount.plain(distance) + " 米，超过 " + Amount.plain(test.maxDistanceM()) + " 米",
            "Nearest road is " + Amount.plain(distance) + " m away, more than " + Amount.plain(test.maxDistanceM()) + " m");
  }

  private static Answer without(Without test, Site site) {
    Answer unknown = null;
    for (String name : test.flags()) {
      Words word = Encumbrance.word(name);
      Boolean flag = Encumbrance.flag(name, site.supply());
      if (Boolean.TRUE.equals(flag)) {
        return Answer.fails("存在" + word.zh(), "There is a " + word.en());
      }
      if (flag == null) {
        unknown = Answer.unknown(word.zh() + "情况未提供", "Whether there is a " + word.en() + " is not delivered");
      }
    }
    return unknown == null ? Answer.PASSES : unknown;
  }
}
