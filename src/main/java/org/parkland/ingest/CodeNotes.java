package org.parkland.ingest;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.parkland.ingest.DeliveredCode.Mending;
import org.parkland.land.Classification;
import org.parkland.land.CodeScheme;
import org.parkland.land.CodeScheme.Entry;
import org.parkland.land.LandUseClass;

/** Tells what was done with the codes of a layer: mended, mixed, or read by default where several classes may be meant. */
final class CodeNotes {
  private final Classification classification;
  private final SchemeDecision decision;
  private final ImportReport report;

  CodeNotes(Classification classification, SchemeDecision decision, ImportReport report) {
    this.classification = classification;
    this.decision = decision;
    this.report = report;
  }

  /** @param chosen codes that the user translated, about which there is nothing to say */
  void tell(Collection<DeliveredUse> uses, Set<String> chosen) {
    List<DeliveredUse> read = uses.stream().filter(each -> !chosen.contains(each.reading.delivered())
        && !each.reading.possible().isEmpty()).toList();
    mended("code-padded", Mending.PADDED, read);
    mended("code-shortened", Mending.SHORTENED, read);
    read.forEach(this::mixed);
    read.forEach(this::ambiguous);
    read.forEach(this::edition);
  }

  private DeliveredCode found(DeliveredUse use) {
    return DeliveredCode.find(use.reading.delivered(), decision.scheme()).orElseThrow();
  }

  private void mended(String code, Mending mending, List<DeliveredUse> read) {
    List<DeliveredUse> mended = read.stream().filter(each -> found(each).mending() == mending).toList();
    if (!mended.isEmpty()) {
      DeliveredUse first = mended.get(0);
      report.add(code, first.firstRow, null, (double) mended.stream().mapToLong(each -> each.rows).sum(), null,
          "code", first.reading.delivered(), "target", found(first).entry().code());
    }
  }

  private void mixed(DeliveredUse use) {
    List<Entry> others = found(use).others();
    if (!others.isEmpty()) {
      report.add("mixed-use", use.firstRow, null, use.areaM2, null, "code", use.reading.delivered(),
          "target", named(use.reading.code()), "rows", use.rows,
          "others", others.stream().map(each -> each.code() + " " + each.name()).collect(Collectors.joining("; ")));
    }
  }

  private void ambiguous(DeliveredUse use) {
    Entry entry = found(use).entry();
    if (entry.isOpen()) {
      report.add("ambiguous-code", use.firstRow, null, use.areaM2, null, "scheme", decision.scheme().name().zh(),
          "code", use.reading.delivered(), "name", entry.name(), "target", named(entry.target()), "rows", use.rows,
          "alternatives", entry.alternatives().stream().map(this::named).collect(Collectors.joining("; ")));
    }
  }

  private void edition(DeliveredUse use) {
    Entry entry = found(use).entry();
    for (CodeScheme rival : decision.rivals()) {
      DeliveredCode.find(use.reading.delivered(), rival).map(DeliveredCode::entry)
          .filter(each -> each.target() != null && !each.target().equals(entry.target()))
          .ifPresent(each -> report.add("edition-undecided", use.firstRow, null, use.areaM2, null,
              "code", use.reading.delivered(), "name", entry.name(), "other", each.name(), "rows", use.rows,
              "scheme", decision.scheme().edition(), "rival", rival.edition()));
    }
  }

  private String named(String code) {
    return classification.find(code).map(LandUseClass::name).map(name -> code + " " + name).orElse(code);
  }
}
