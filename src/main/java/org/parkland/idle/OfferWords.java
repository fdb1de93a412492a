package org.parkland.idle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.parkland.land.MatchingPolicy;
import org.parkland.land.MatchingPolicy.Entry;
import org.parkland.land.Project;
import org.parkland.land.Words;

/** Says for an offer what fits and what does not. */
final class OfferWords {
  private final MatchingPolicy policy;
  private final Fit fit;
  private final Map<String, Words> unitNames;

  /** @param unitNames by id; a unit that is not among them goes by its id */
  OfferWords(MatchingPolicy policy, Fit fit, Map<String, Words> unitNames) {
    this.policy = policy;
    this.fit = fit;
    this.unitNames = unitNames;
  }

  /** The two lists while they are written. */
  private record Lists(List<Words> reasons, List<Words> misfits) {
    void add(boolean fits, String zh, String en) {
      (fits ? reasons : misfits).add(new Words(zh, en));
    }
  }

  Offer offer(Project project, Candidate place, double score) {
    Lists lists = new Lists(new ArrayList<>(), new ArrayList<>());
    area(project, place, lists);
    plan(project, place, lists);
    frontage(project, place, lists);
    base(project, place, lists);
    industry(project, place, lists);
    start(project, place, lists);
    rights(place, lists);
    entry(project, lists);
    redLine(project, place, lists);
    return new Offer(project, place.place(), score, lists.reasons(), lists.misfits(),
        fit.redLineLossM2(project, place), place.availableOn());
  }

  private static void area(Project project, Candidate place, Lists lists) {
    Assembly land = place.place();
    String area = Amount.mu(land.areaM2());
    String wanted = Amount.plain(project.areaMuMin()) + "–" + Amount.plain(project.areaMuMax());
    int count = land.sites().size();
    lists.add(true, "面积 " + area + " 亩，符合所需 " + wanted + " 亩"
            + (count > 1 ? "；由 " + count + " 宗相邻地块连片，涉及 " + land.holders() + " 个权利人" : ""),
        area + " mu, within the " + wanted + " mu wanted"
            + (count > 1 ? ", assembled from " + count + " neighbouring parcels of " + land.holders() + " holder(s)" : ""));
  }

  private void plan(Project project, Candidate place, Lists lists) {
    Double share = fit.plan(project, place);
    if (share == null) {
      lists.add(false, "没有规划图层，规划用途未核对", "No plan was delivered, so its planned use is not checked");
    } else {
      String percent = Amount.percent(share);
      lists.add(isWhole(share), "规划用途与项目所需（" + project.landUse() + "）相符的占 " + percent,
          percent + " is planned for the use the project needs (" + project.landUse() + ")");
    }
  }

  /** To three digits, so that slivers between layers do not count as a misfit. */
  private static boolean isWhole(double share) {
    return Math.round(share * 1000) >= 1000;
  }

  private void frontage(Project project, Candidate place, Lists lists) {
    if (project.frontageM() == null) {
      return;
    }
    Double share = fit.frontage(project, place);
    String wanted = Amount.plain(project.frontageM());
    if (share == null) {
      lists.add(false, "没有道路图层，临路长度未核对", "No roads were delivered, so its frontage is not checked");
    } else {
      String metres = Amount.plain(Math.rint(place.frontageM()));
      lists.add(share >= 1, "临路约 " + metres + " 米，" + (share >= 1 ? "满足" : "不足") + "所需 " + wanted + " 米",
          "About " + metres + " m along a road, " + (share >= 1 ? "at least" : "less than") + " the " + wanted
              + " m wanted");
    }
  }

  private void base(Project project, Candidate place, Lists lists) {
    if (project.base() != null) {
      boolean fits = fit.base(project, place) == 1;
      Words base = unitNames.getOrDefault(project.base(), new Words(project.base(), project.base()));
      lists.add(fits, (fits ? "位于" : "不在") + "所要求的基地（" + base.zh() + "）内",
          (fits ? "Lies in" : "Lies outside") + " the base asked for (" + base.en() + ")");
    }
  }

  private void industry(Project project, Candidate place, Lists lists) {
    Double fits = project.industry() == null ? null : fit.industry(project, place);
    if (fits != null) {
      lists.add(fits == 1, "所在园区主导产业与项目行业（" + project.industry() + "）" + (fits == 1 ? "契合" : "不一致"),
          "The base's industries " + (fits == 1 ? "suit" : "differ from") + " the project's (" + project.industry() + ")");
    }
  }

  private void start(Project project, Candidate place, Lists lists) {
    if (project.startOn() == null) {
      return;
    }
    if (place.availableOn() == null) {
      lists.add(false, "没有可建议的处置方式，何时可供地未知", "No way of disposal suggests itself, so when it can be had is unknown");
      return;
    }
    boolean inTime = !place.availableOn().isAfter(project.startOn());
    lists.add(inTime, "按建议的处置方式预计 " + place.availableOn() + " 可供地，" + (inTime ? "不晚于" : "晚于")
            + "计划开工 " + project.startOn(),
        "Can be had about " + place.availableOn() + " by the suggested way, " + (inTime ? "in time for" : "after")
            + " the start on " + project.startOn());
  }

  private static void rights(Candidate place, Lists lists) {
    int count = place.encumbrances();
    if (count > 0) {
      lists.add(false, "存在抵押或查封 " + count + " 项，须先解除", count + " mortgage(s) or seizure(s) must be released first");
    } else if (place.rightsUnknown()) {
      lists.add(false, "抵押或查封情况未提供", "Whether it is mortgaged or seized is not delivered");
    } else {
      lists.add(true, "无抵押、查封", "Neither mortgaged nor seized");
    }
  }

  private void entry(Project project, Lists lists) {
    Entry entry = policy.entry();
    below(project.investmentWanPerMu(), entry.investmentWanPerMu(), "投资强度", "Investment", lists);
    below(project.taxWanPerMu(), entry.taxWanPerMu(), "亩均税收", "Tax", lists);
  }

  private static void below(Double value, double average, String zh, String en, Lists lists) {
    if (value != null && value < average) {
      lists.add(false, "项目" + zh + " " + Amount.plain(value) + " 万元/亩，低于全区平均 " + Amount.plain(average) + " 万元/亩",
          en + " of " + Amount.plain(value) + " (10,000 yuan per mu) is below the district's average of "
              + Amount.plain(average));
    }
  }

  private void redLine(Project project, Candidate place, Lists lists) {
    double loss = fit.redLineLossM2(project, place);
    if (loss > 0) {
      lists.add(false, "改作非产业用途，工业红线面积将减少 " + Amount.mu(loss) + " 亩",
          "Another use than industry: the red line loses " + Amount.mu(loss) + " mu");
    } else {
      lists.add(true, "不减少工业红线面积", "The red line loses nothing");
    }
  }
}
