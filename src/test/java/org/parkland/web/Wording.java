package org.parkland.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells words of the interface in the wrong language from names of the data, which stay as they were delivered. What
 * the data have in both languages is no such name.
 */
final class Wording {
  private static final Pattern CHINESE = Pattern.compile("[\\u4e00-\\u9fff]+");
  private static final Pattern ENGLISH = Pattern.compile("[A-Za-z]{3,}");
  /** The same in both languages: formats, systems, standards, units, the program's name. */
  private static final Set<String> COMMON = Set.of("parkland", "english", "geopackage", "shapefile", "geojson",
      "flatgeobuf", "excel", "csv", "pdf", "xlsx", "txt", "zip", "shp", "gpkg", "epsg", "cgcs", "utf", "gbk", "ecql",
      "gis", "qgis", "arcgis", "gdal", "ogc", "api", "features", "tiles", "json", "html", "openapi", "mvt", "wkt", "gml",
      "crs", "sha", "http", "https", "xyz", "wmts", "dwg", "dxf", "kml", "gdb", "mapinfo", "tilejson", "ctrl", "esc", "enter");

  private final StringBuilder names = new StringBuilder();

  /** Takes the names of an answer. */
  void learn(JsonNode answer) {
    answer.fields().forEachRemaining(field -> {
      JsonNode value = field.getValue();
      if (value.isTextual() && !inBothLanguages(answer, field.getKey())) {
        names.append('\n').append(value.asText());
      }
      learn(value);
    });
    if (answer.isArray()) {
      answer.forEach(each -> {
        if (each.isTextual()) {
          names.append('\n').append(each.asText());
        }
        learn(each);
      });
    }
  }

  /** Takes all that stands in a file, the names of its columns too: before the import it is shown as it is. */
  void learnFile(Path file) throws IOException {
    names.append('\n').append(Files.readString(file));
  }

  private static boolean inBothLanguages(JsonNode object, String key) {
    return object.hasNonNull(key + "En") || object.hasNonNull(key + "_en") || key.equals("zh") && object.hasNonNull("en");
  }

  /** Chinese words that are no names of the data. */
  List<String> chineseIn(List<String> texts) {
    return foreign(texts, CHINESE);
  }

  /** English words that are neither names of the data nor common to both languages. */
  List<String> englishIn(List<String> texts) {
    return foreign(texts, ENGLISH);
  }

  private List<String> foreign(List<String> texts, Pattern words) {
    Set<String> found = new TreeSet<>();
    for (String text : texts) {
      Matcher matcher = words.matcher(text);
      while (matcher.find()) {
        if (names.indexOf(matcher.group()) < 0 && !COMMON.contains(matcher.group().toLowerCase(Locale.ROOT))) {
          found.add(matcher.group() + " in: " + text.strip());
        }
      }
    }
    return new ArrayList<>(found);
  }
}
