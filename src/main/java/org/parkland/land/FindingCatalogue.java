package org.parkland.land;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All kinds of findings, in the order of the catalogue: the same texts on the page, the command line and in files. */
public final class FindingCatalogue {
  private final Map<String, FindingKind> kinds = new LinkedHashMap<>();
  private final Map<FindingKind.Who, Words> offices;

  /** @param offices what those who mend things are called */
  public FindingCatalogue(List<FindingKind> kinds, Map<FindingKind.Who, Words> offices) {
    kinds.forEach(each -> this.kinds.put(each.code(), each));
    this.offices = Map.copyOf(offices);
  }

  /** @throws IllegalStateException if the catalogue does not have the code, which a test rules out */
  public FindingKind kind(String code) {
    FindingKind kind = kinds.get(code);
    if (kind == null) {
      throw new IllegalStateException("gis-data/standards/findings.yaml has no code '" + code + "'");
    }
    return kind;
  }

  /** Empty for a code that an older or newer program stored. */
  public Optional<FindingKind> find(String code) {
    return Optional.ofNullable(kinds.get(code));
  }

  public Collection<FindingKind> kinds() {
    return kinds.values();
  }

  public Words office(FindingKind.Who who) {
    return offices.get(who);
  }

  /** What was found; for a code that is not known here, the stored message. */
  public Words textOf(Finding finding) {
    return find(finding.code()).map(each -> each.textOf(finding))
        .orElse(new Words(finding.message(), finding.message()));
  }
}
