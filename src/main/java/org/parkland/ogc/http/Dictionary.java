package org.parkland.ogc.http;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.parkland.BadInput;
import org.parkland.land.District;
import org.parkland.land.Words;

/** The words of the pages, from the same files as those of the map. Ours begin with {@code ogc.}. */
public final class Dictionary {
  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

  private final Map<String, String> chinese;
  private final Map<String, String> english;

  private final District district;

  private Dictionary(Map<String, String> chinese, Map<String, String> english, District district) {
    this.chinese = chinese;
    this.english = english;
    this.district = district;
  }

  /** @param web the folder of the page, which holds {@code i18n} */
  public static Dictionary read(Path web, District district) {
    return new Dictionary(read(web, "zh-CN"), read(web, "en"), district);
  }

  /** What a sample says of itself; null where the data are real. */
  public String note(boolean inEnglish) {
    return !district.synthetic() ? null : inEnglish ? district.noteEn() : district.note();
  }

  private static Map<String, String> read(Path web, String language) {
    Path file = web.resolve("i18n").resolve(language + ".json");
    try {
      return new ObjectMapper().readValue(file.toFile(), TEXTS);
    } catch (IOException e) {
      throw new BadInput(file.toString(), "cannot be read", "install Parkland again", e);
    }
  }

  /** The key itself where there is no such word, so that a gap is seen. */
  public String word(String key, boolean inEnglish) {
    String full = "ogc." + key;
    return (inEnglish ? english : chinese).getOrDefault(full, full);
  }

  public Words words(String key) {
    return new Words(word(key, false), word(key, true));
  }

  /** For tests: whether both languages have it. */
  public boolean has(String key) {
    return chinese.containsKey("ogc." + key) && english.containsKey("ogc." + key);
  }
}
