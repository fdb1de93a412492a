package org.parkland.land;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A land-use classification: its edition and its classes in the order of the standard.
 *
 * <p>The hierarchy is in the codes: two digits per level.
 */
public final class Classification {
  private final String edition;
  private final Map<String, LandUseClass> byCode = new LinkedHashMap<>();

  public Classification(String edition, List<LandUseClass> classes) {
    this.edition = edition;
    classes.forEach(each -> byCode.put(each.code(), each));
  }

  /** Name of the edition, stored with every snapshot ({@code 用地用海 2023}). */
  public String edition() {
    return edition;
  }

  public Collection<LandUseClass> classes() {
    return Collections.unmodifiableCollection(byCode.values());
  }

  public Optional<LandUseClass> find(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  /** The ancestor of a code at a level (1–3), or the code itself if it is not deeper. */
  public static String atLevel(String code, int level) {
    return code.substring(0, Math.min(code.length(), 2 * level));
  }
}
