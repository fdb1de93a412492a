package org.parkland.pack;

import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.parkland.BadInput;
import org.parkland.land.Heading;
import org.parkland.land.Words;

/** What tables for people say: headings of columns ({@code headings.csv}) and other words ({@code words.csv}). */
public final class Headings {
  private final Map<String, Heading> byKey = new LinkedHashMap<>();

  private final Map<String, Words> words = new LinkedHashMap<>();

  private Headings() {}

  /** @throws BadInput if the file is missing or a type in it unknown */
  public static Headings read(Path standards) {
    Path file = standards.resolve("headings.csv");
    Headings headings = new Headings();
    for (Map<String, String> row : DataFile.csv(file)) {
      headings.byKey.put(row.get("key"), new Heading(row.get("key"), new Words(row.get("zh"), row.get("en")),
          type(file, row.get("key"), row.get("type")), row.get("short")));
    }
    for (Map<String, String> row : DataFile.csv(standards.resolve("words.csv"))) {
      headings.words.put(row.get("key"), new Words(row.get("zh"), row.get("en")));
    }
    return headings;
  }

  private static Heading.Type type(Path file, String key, String word) {
    try {
      return Heading.Type.valueOf(word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new BadInput(file + " key " + key, "type '" + word + "' is unknown",
          "use text, integer, number, area, share, date or flag", e);
    }
  }

  public Collection<Heading> all() {
    return byKey.values();
  }

  /** The heading of a key; one that is not listed is headed by itself and shown as text. */
  public Heading of(String key) {
    return byKey.getOrDefault(key, new Heading(key, new Words(key, key), Heading.Type.TEXT, key));
  }

  /** Words by key; what is not listed is its own word, without the part before the point. */
  public Words word(String key) {
    String bare = key.substring(key.indexOf('.') + 1);
    return words.getOrDefault(key, new Words(bare, bare));
  }
}
