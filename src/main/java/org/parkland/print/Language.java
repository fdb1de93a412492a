package org.parkland.print;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.parkland.BadInput;

/** The words of one language: the same dictionaries as the page's. */
public final class Language {
  /** The languages there are; the first is the usual one. */
  public static final java.util.List<String> TAGS = java.util.List.of("zh-CN", "en");

  private final String tag;
  private final Map<String, String> words;

  private Language(String tag, Map<String, String> words) {
    this.tag = tag;
    this.words = words;
  }

  /**
   * @param web the folder of the page
   * @param tag one of {@link #TAGS}
   * @throws BadInput if the dictionary is not there
   */
  public static Language read(Path web, String tag) {
    Path file = web.resolve("i18n").resolve(tag + ".json");
    try {
      return new Language(tag, new ObjectMapper().readValue(file.toFile(), new TypeReference<>() { }));
    } catch (IOException e) {
      throw new BadInput(file.toString(), "cannot be read", "restore it from the release", e);
    }
  }

  public String tag() {
    return tag;
  }

  public boolean isEnglish() {
    return tag.equals("en");
  }

  /** A word with its places filled: names and values in turn. */
  public String say(String key, Object... places) {
    String text = words.getOrDefault(key, key);
    for (int i = 0; i < places.length; i += 2) {
      text = text.replace("{" + places[i] + "}", String.valueOf(places[i + 1]));
    }
    return text;
  }

  /** A word of the data, such as a kind of unit; as delivered where the dictionary has none. */
  public String dataWord(String group, String word) {
    return words.getOrDefault(group + "." + word, word);
  }

  /** The name in this language; the Chinese one where there is no English. */
  public String name(String name, String nameEn) {
    return isEnglish() && nameEn != null && !nameEn.isBlank() ? nameEn : name;
  }

  public String date(LocalDate day) {
    return isEnglish() ? DateTimeFormatter.ofPattern("d MMM uuuu", Locale.UK).format(day)
        : day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
  }
}
