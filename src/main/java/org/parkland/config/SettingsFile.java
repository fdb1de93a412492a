package org.parkland.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.parkland.BadInput;

/** Reads {@code parkland.yaml}: one line a setting. {@code docs/parkland.yaml} shows them all. */
final class SettingsFile {
  private final Path file;
  private final Map<String, SettingsReader.Given> values = new LinkedHashMap<>();

  private SettingsFile(Path file) {
    this.file = file;
  }

  /**
   * @return key → value, with its line
   * @throws BadInput if it cannot be read or holds anything but keys with one value each
   */
  static Map<String, SettingsReader.Given> read(Path file) {
    SettingsFile read = new SettingsFile(file);
    try (YAMLParser yaml = new YAMLFactory().createParser(file.toFile())) {
      read.lines(yaml);
    } catch (JsonProcessingException e) {
      throw new BadInput(file + " line " + e.getLocation().getLineNr(), "is no YAML", "see docs/parkland.yaml", e);
    } catch (IOException e) {
      throw new BadInput(file.toString(), "cannot be read", "check the path and its permissions", e);
    }
    return read.values;
  }

  private void lines(YAMLParser yaml) throws IOException {
    JsonToken first = yaml.nextToken();
    if (first == null) {
      return;
    }
    if (first != JsonToken.START_OBJECT) {
      throw bad(yaml, "is no list of settings");
    }
    while (yaml.nextToken() == JsonToken.FIELD_NAME) {
      String key = yaml.currentName();
      String place = file + " line " + yaml.currentLocation().getLineNr();
      JsonToken value = yaml.nextToken();
      if (!value.isScalarValue() || yaml.isCurrentAlias()) {
        throw bad(yaml, "gives '" + key + "' more than one value");
      }
      String text = value == JsonToken.VALUE_NULL ? "" : yaml.getText().strip();
      if (values.put(key, new SettingsReader.Given(text, place)) != null) {
        throw bad(yaml, "gives '" + key + "' twice");
      }
    }
  }

  private BadInput bad(YAMLParser yaml, String problem) {
    return new BadInput(file + " line " + yaml.currentLocation().getLineNr(), problem,
        "write one line a setting, such as 'port: 8080'; see docs/parkland.yaml");
  }
}
