package org.parkland.pack;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.parkland.BadInput;
import org.parkland.land.Classification;
import org.parkland.land.LandUseClass;
import org.parkland.land.StructureRow;

/** The rows of the national structure table, {@code gis-data/standards/structure.yaml}. */
public final class StructureRows {
  private StructureRows() {}

  /**
   * Reads the rows and checks them against the classification: every class without subclasses stands in exactly one
   * row, every parent is a row above.
   */
  public static List<StructureRow> read(Path file, Classification classification) {
    JsonNode root = DataFile.yaml(file);
    DataFile.text(file, root, "source");
    YamlLines lines = new YamlLines(file);
    List<StructureRow> rows = new ArrayList<>();
    for (JsonNode node : root.path("rows")) {
      StructureRow row = row(file, node);
      if (row.within() != null && rows.stream().noneMatch(each -> each.id().equals(row.within()))) {
        throw new BadInput(file + " line " + lines.of("id: " + row.id()),
            "row '" + row.id() + "' is within '" + row.within() + "', which is no row above it", "correct 'within'");
      }
      rows.add(row);
    }
    for (LandUseClass each : classification.classes()) {
      requireOneRow(file, rows, classification, each.code());
    }
    return List.copyOf(rows);
  }

  private static StructureRow row(Path file, JsonNode node) {
    List<String> codes = new ArrayList<>();
    node.path("codes").forEach(code -> codes.add(code.asText()));
    return new StructureRow(DataFile.text(file, node, "id"), node.path("within").asText(null),
        DataFile.text(file, node, "name"), DataFile.text(file, node, "nameEn"), List.copyOf(codes));
  }

  private static void requireOneRow(
      Path file, List<StructureRow> rows, Classification classification, String code) {
    boolean isLeaf = classification.classes().stream()
        .noneMatch(each -> each.code().length() > code.length() && each.within(code));
    List<String> holding = rows.stream().filter(row -> row.holds(code)).map(StructureRow::id).toList();
    if (holding.size() > 1) {
      throw new BadInput(file.toString(), "class '" + code + "' stands in rows " + String.join(" and ", holding),
          "leave it in one of them");
    }
    if (isLeaf && holding.isEmpty()) {
      throw new BadInput(file.toString(), "class '" + code + "' stands in no row", "add it to a row's codes");
    }
  }
}
