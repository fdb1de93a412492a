package org.parkland.pack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.parkland.BadInput;

/** Opens YAML and CSV files of a pack; whatever is wrong with them is said with file and line. */
final class DataFile {
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final CsvMapper CSV = new CsvMapper();

  private DataFile() {}

  static JsonNode yaml(Path file) {
    requirePresent(file);
    try {
      return YAML.readTree(Files.readAllBytes(file));
    } catch (JsonProcessingException e) {
      throw new BadInput(file + " line " + e.getLocation().getLineNr(), "is not valid YAML",
          "correct the indentation or quote the value", e);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /** Rows by column name. */
  static List<Map<String, String>> csv(Path file) {
    requirePresent(file);
    try (MappingIterator<Map<String, String>> rows = CSV.readerFor(Map.class)
        .with(CsvSchema.emptySchema().withHeader()).readValues(Files.readAllBytes(file))) {
      return rows.readAll();
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  static String text(Path file, JsonNode node, String field) {
    JsonNode value = node.get(field);
    if (value == null || value.isNull() || value.asText().isBlank()) {
      throw new BadInput(file + " field " + field, "is missing", "add '" + field + ":'");
    }
    return value.asText();
  }

  private static void requirePresent(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new BadInput(file.toString(), "there is no such file",
          "check the path, or set PARKLAND_HOME to the folder that holds gis-data");
    }
  }

  private static BadInput unreadable(Path file, IOException e) {
    return new BadInput(file.toString(), "cannot be read", "check its format and permissions", e);
  }
}
