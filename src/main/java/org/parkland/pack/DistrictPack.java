package org.parkland.pack;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.Locale;
import org.parkland.BadInput;
import org.parkland.land.District;
import org.parkland.land.LayerKind;

/** Reads {@code district.yaml} of a district pack. */
public final class DistrictPack {
  private DistrictPack() {}

  /**
   * @param folder of the pack
   * @throws BadInput if the description is missing or incomplete
   */
  public static District read(Path folder) {
    Path file = folder.resolve("district.yaml");
    JsonNode root = DataFile.yaml(file);
    List<District.Layer> layers = new ArrayList<>();
    root.withArray("layers").forEach(each -> layers.add(layer(file, folder, each)));
    return new District(DataFile.text(file, root, "code"), DataFile.text(file, root, "name"),
        root.path("nameEn").asText(DataFile.text(file, root, "name")), root.path("synthetic").asBoolean(false),
        root.path("note").asText(""), root.path("noteEn").asText(""), DataFile.text(file, root, "policy"),
        quota(file, root.path("newConstructionQuota")), List.copyOf(layers));
  }

  private static District.Quota quota(Path file, JsonNode node) {
    if (node.isMissingNode()) {
      return null;
    }
    Map<Integer, Double> years = new TreeMap<>();
    node.path("yearsM2").fields().forEachRemaining(each -> {
      if (!each.getKey().matches("\\d{4}") || !each.getValue().isNumber() || each.getValue().asDouble() < 0) {
        throw new BadInput(file + " field newConstructionQuota", "'" + each.getKey() + ": "
            + each.getValue().asText() + "' is no year with its area", "write it as 2025: 900000 (m²)");
      }
      years.put(Integer.valueOf(each.getKey()), each.getValue().asDouble());
    });
    return new District.Quota(
        DataFile.text(file, node, "unit"), Map.copyOf(years), DataFile.text(file, node, "source"));
  }

  private static District.Layer layer(Path file, Path folder, JsonNode node) {
    Path source = folder.resolve(DataFile.text(file, node, "file"));
    return new District.Layer(source, kind(file, node), node.path("layer").asText(null),
        node.path("name").asText(null), date(file, node));
  }

  private static LayerKind kind(Path file, JsonNode node) {
    String word = DataFile.text(file, node, "as");
    try {
      return LayerKind.valueOf(word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new BadInput(file + " layer " + node.path("file").asText(), "'as: " + word + "' is unknown",
          "use parcels, zoning, units, protection, constraint, approval or reference", e);
    }
  }

  private static LocalDate date(Path file, JsonNode node) {
    try {
      return LocalDate.parse(DataFile.text(file, node, "date"));
    } catch (DateTimeException e) {
      throw new BadInput(file + " layer " + node.path("file").asText(),
          "'date: " + node.path("date").asText() + "' is no date", "write it as YYYY-MM-DD", e);
    }
  }
}
