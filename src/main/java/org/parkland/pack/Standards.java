package org.parkland.pack;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.parkland.BadInput;
import org.parkland.access.Sight;
import org.parkland.access.Treatment;
import org.parkland.land.Attribute;
import org.parkland.land.Classification;
import org.parkland.land.CodeSchemes;
import org.parkland.land.FindingCatalogue;
import org.parkland.land.LandUseClass;
import org.parkland.land.LayerKind;
import org.parkland.land.Schema;
import org.parkland.land.StructureRow;

/**
 * The national standards: the land-use classification with its colours, and the attributes of each layer.
 *
 * @param classification 用地用海分类, edition 2023
 * @param schemas the attributes of each kind of layer
 * @param structure rows of the national structure table
 * @param schemes the schemes of codes in which layers are delivered
 * @param findings the catalogue of what imports and checks can find
 */
public record Standards(Classification classification, Map<LayerKind, Schema> schemas, List<StructureRow> structure,
    CodeSchemes schemes, FindingCatalogue findings) {
  private static final String EDITION = "用地用海 2023";
  private static final String NO_COLOR = "#cccccc";

  /** Reads the folder {@code gis-data/standards}. */
  public static Standards read(Path folder) {
    Classification classification = classification(folder);
    return new Standards(classification, schemas(folder.resolve("fields.yaml")),
        StructureRows.read(folder.resolve("structure.yaml"), classification),
        CodeSchemeFile.read(folder.resolve("schemes.yaml"), classification),
        FindingTexts.read(folder.resolve("findings.yaml")));
  }

  public Schema schema(LayerKind kind) {
    return schemas.get(kind);
  }

  /** The same for those who see less: a parcel then has no attribute that is hidden from them. */
  public Standards seenBy(Sight sight) {
    Map<LayerKind, Schema> seen = new EnumMap<>(schemas);
    seen.computeIfPresent(LayerKind.PARCELS, (kind, schema) -> {
      Map<Boolean, List<Attribute>> split = schema.attributes().stream()
          .collect(Collectors.partitioningBy(each -> sight.ofAttribute(each.name()) == Treatment.HIDDEN));
      return new Schema(kind, split.get(false), split.get(true));
    });
    return new Standards(classification, seen, structure, schemes, findings);
  }

  private static Classification classification(Path folder) {
    Map<String, String> colors = new HashMap<>();
    for (Map<String, String> row : DataFile.csv(folder.resolve("colors.csv"))) {
      colors.put(row.get("code"), String.format("#%02x%02x%02x", Integer.parseInt(row.get("r")),
          Integer.parseInt(row.get("g")), Integer.parseInt(row.get("b"))));
    }
    List<LandUseClass> classes = new ArrayList<>();
    for (Map<String, String> row : DataFile.csv(folder.resolve("land_sea_classes.csv"))) {
      String code = row.get("code");
      classes.add(new LandUseClass(code, Integer.parseInt(row.get("level")), row.get("name_zh"),
          row.get("name_en"), colors.getOrDefault(code, NO_COLOR)));
    }
    return new Classification(EDITION, classes);
  }

  private static Map<LayerKind, Schema> schemas(Path file) {
    JsonNode root = DataFile.yaml(file);
    Map<LayerKind, Schema> schemas = new EnumMap<>(LayerKind.class);
    for (LayerKind kind : LayerKind.values()) {
      JsonNode layer = root.get(kind.word());
      if (layer == null) {
        throw new BadInput(file + " field " + kind.word(), "is missing", "list its attributes");
      }
      List<Attribute> attributes = new ArrayList<>();
      layer.forEach(each -> attributes.add(attribute(file, each)));
      schemas.put(kind, new Schema(kind, List.copyOf(attributes)));
    }
    return schemas;
  }

  private static Attribute attribute(Path file, JsonNode node) {
    String name = DataFile.text(file, node, "name");
    List<String> aliases = new ArrayList<>();
    node.withArray("aliases").forEach(alias -> aliases.add(alias.asText()));
    return new Attribute(name, type(file, node), node.path("required").asBoolean(false),
        node.path("personal").asBoolean(false), node.path("unit").asText(null),
        DataFile.text(file, node, "label"), DataFile.text(file, node, "labelEn"), List.copyOf(aliases));
  }

  private static Attribute.Type type(Path file, JsonNode node) {
    String word = DataFile.text(file, node, "type");
    try {
      return Attribute.Type.valueOf(word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new BadInput(file + " attribute " + node.path("name").asText(),
          "type '" + word + "' is unknown", "use text, number, area, date, flag or class", e);
    }
  }
}
