package org.parkland.idle;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.parkland.land.Words;

/** Collects, while a status is sought, what it rests on and what it lacks. */
final class Proof {
  private final Facts facts;
  private final Labels labels;
  private final Set<String> missing = new LinkedHashSet<>();
  private final List<Words> evidence = new ArrayList<>();

  Proof(Facts facts, Labels labels) {
    this.facts = facts;
    this.labels = labels;
    evidence.addAll(facts.conflicts());
    missing.addAll(facts.distrusted());
  }

  void date(String attribute) {
    if (facts.agreed(attribute) != null) {
      add(labels.zh(attribute) + " " + facts.agreed(attribute),
          labels.en(attribute) + " " + facts.agreed(attribute));
    }
  }

  /** An event of which the data know nothing, or that had not happened on the day asked for. */
  void notYet(String event) {
    if (facts.isLater(event)) {
      add(labels.zh(event) + " " + facts.agreed(event) + "，在所问日期 " + facts.today() + " 之后",
          labels.en(event) + " " + facts.agreed(event) + ", after the day asked for (" + facts.today() + ")");
    } else {
      add("截至 " + facts.asOf() + " 的资料没有" + labels.zh(event) + "记录",
          "The data of " + facts.asOf() + " have no date for '" + labels.en(event) + "'");
    }
  }

  void text(String attribute) {
    if (facts.text(attribute) != null) {
      add(labels.zh(attribute) + "：" + facts.text(attribute),
          labels.en(attribute) + ": " + facts.text(attribute));
    }
  }

  void lacks(String attribute) {
    missing.add(attribute);
  }

  void add(String zh, String en) {
    evidence.add(new Words(zh, en));
  }

  String zh(String attribute) {
    return labels.zh(attribute);
  }

  String en(String attribute) {
    return labels.en(attribute);
  }

  List<Words> missing() {
    return missing.stream().map(labels::of).toList();
  }

  List<Words> evidence() {
    return List.copyOf(evidence);
  }
}
