package org.parkland.land;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A scheme of land-use codes in which layers are delivered, and its crosswalk to the classification that is stored.
 * Codes of a scheme begin with the code of the class above them.
 */
public final class CodeScheme {
  /**
   * One code.
   *
   * @param target code of the classification; null where there is none
   * @param alternatives other codes of the classification that the land may have; some may lie within the target
   */
  public record Entry(String code, String name, String target, List<String> alternatives) {
    /** Whether the crosswalk leaves open more than how finely the target is divided. */
    public boolean isOpen() {
      return target != null && !alternatives.isEmpty()
          && (isMainClass(target) || !alternatives.stream().allMatch(each -> each.startsWith(target)));
    }

    /** Main classes (two digits) hold land of every standing. */
    private static boolean isMainClass(String code) {
      return code.length() == 2;
    }

    /** The classes the land may have. Alternatives that all lie within the target say what the target may be. */
    public List<String> possible() {
      return !alternatives.isEmpty() && alternatives.stream().allMatch(each -> each.startsWith(target))
          ? alternatives : Stream.concat(Stream.of(target), alternatives.stream()).distinct().toList();
    }
  }

  private final String id;
  private final Words name;
  private final String edition;
  private final Set<String> newIndustry;
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Map<String, List<Entry>> byName = new HashMap<>();

  public CodeScheme(String id, Words name, String edition, Set<String> newIndustry, List<Entry> entries) {
    this.id = id;
    this.name = name;
    this.edition = edition;
    this.newIndustry = Set.copyOf(newIndustry);
    for (Entry each : entries) {
      this.entries.put(each.code(), each);
      byName.computeIfAbsent(plain(each.name()), unused -> new ArrayList<>()).add(each);
    }
  }

  /** The word of the command line. */
  public String id() {
    return id;
  }

  public Words name() {
    return name;
  }

  /** What is stored with a snapshot. */
  public String edition() {
    return edition;
  }

  public Optional<Entry> find(String code) {
    return Optional.ofNullable(entries.get(code));
  }

  /** The classes that bear a name. */
  public List<Entry> named(String className) {
    return byName.getOrDefault(plain(className), List.of());
  }

  /** Whether the code says that the land is 新型产业用地 (M0). */
  public boolean isNewIndustry(String code) {
    return newIndustry.contains(code);
  }

  /** Whether a class of this name is the given one, lies above or lies below it. */
  public boolean agrees(Entry entry, String className) {
    return named(className).stream().anyMatch(each -> sameLine(each.code(), entry.code())
        || each.target() != null && entry.target() != null && sameLine(each.target(), entry.target()));
  }

  /** Without blanks, full-width forms made plain. */
  private static String plain(String className) {
    return Normalizer.normalize(className, Normalizer.Form.NFKC).replaceAll("\\s", "");
  }

  private static boolean sameLine(String a, String b) {
    return a.startsWith(b) || b.startsWith(a);
  }
}
