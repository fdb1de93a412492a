package org.parkland.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.parkland.BadInput;

/** Reads the list of base maps; {@code docs/basemaps.yaml} shows every kind of entry. */
public final class BaseMapFile {
  private static final int DEEPEST = 18;
  /** Tianditu's servers t0 to t7. */
  private static final List<String> TIANDITU = IntStream.range(0, 8).mapToObj(each -> "t" + each).toList();
  private static final Set<String> FIELDS = Set.of("name", "nameEn", "type", "url", "subdomains", "crs", "layer",
      "labels", "style", "matrixSet", "format", "levelOffset", "maxLevel", "attribution", "key");

  private final Path file;

  private BaseMapFile(Path file) {
    this.file = file;
  }

  /**
   * @return none where there is no such file
   * @throws BadInput if an entry cannot be used
   */
  public static List<BaseMap> read(Path file) {
    return Files.exists(file) ? new BaseMapFile(file).all() : List.of();
  }

  private List<BaseMap> all() {
    JsonNode root;
    try {
      root = new YAMLMapper().readTree(file.toFile());
    } catch (JsonProcessingException e) {
      throw new BadInput(file + " line " + e.getLocation().getLineNr(), "is no YAML: " + e.getOriginalMessage(),
          "see docs/basemaps.yaml", e);
    } catch (IOException e) {
      throw new BadInput(file.toString(), "cannot be read", "check its permissions", e);
    }
    if (!root.path("baseMaps").isArray()) {
      throw new BadInput(file.toString(), "has no list 'baseMaps'", "see docs/basemaps.yaml");
    }
    List<BaseMap> maps = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (JsonNode node : root.path("baseMaps")) {
      BaseMap map = baseMap(node);
      if (!names.add(map.name())) {
        throw bad(node, "name", "stands here twice", "give each base map its own name");
      }
      maps.add(map);
    }
    return List.copyOf(maps);
  }

  private BaseMap baseMap(JsonNode node) {
    for (Iterator<String> fields = node.fieldNames(); fields.hasNext(); ) {
      String field = fields.next();
      if (!FIELDS.contains(field)) {
        throw bad(node, field, "is no setting of a base map", "use some of " + new java.util.TreeSet<>(FIELDS));
      }
    }
    return switch (required(node, "type")) {
      case "xyz" -> map(node, List.of(required(node, "url")), BaseMap.MERCATOR, subdomains(node), 0);
      case "wmts" -> map(node, List.of(wmts(required(node, "url"), required(node, "layer"), text(node, "style", "default"),
          required(node, "matrixSet"), text(node, "format", "image/png"), "")), crs(node), subdomains(node), 0);
      case "tianditu" -> tianditu(node);
      default -> throw bad(node, "type", "is none that is known", "use xyz, wmts or tianditu");
    };
  }

  /** Its matrix set c, degrees, begins with level 1 where there are two tiles, which is level 0 here. */
  private BaseMap tianditu(JsonNode node) {
    String crs = crs(node);
    String set = crs.equals(BaseMap.DEGREES) ? "c" : "w";
    String layer = required(node, "layer");
    List<String> layers = new ArrayList<>(List.of(layer));
    if (node.path("labels").asBoolean(true)) {
      layers.add(switch (layer) {
        case "vec" -> "cva";
        case "img" -> "cia";
        case "ter" -> "cta";
        default -> throw bad(node, "layer", "is none of Tianditu's", "use vec, img or ter");
      });
    }
    String key = "&tk=" + URLEncoder.encode(required(node, "key"), StandardCharsets.UTF_8);
    List<String> urls = layers.stream().map(each -> wmts("https://{s}.tianditu.gov.cn/" + each + "_" + set + "/wmts", each,
        "default", set, "tiles", key)).toList();
    return map(node, urls, crs, TIANDITU, crs.equals(BaseMap.DEGREES) ? 1 : 0);
  }

  private static String wmts(String url, String layer, String style, String matrixSet, String format, String more) {
    return url + (url.contains("?") ? "&" : "?") + "SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=" + encoded(layer)
        + "&STYLE=" + encoded(style) + "&TILEMATRIXSET=" + encoded(matrixSet) + "&FORMAT=" + encoded(format)
        + "&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}" + more;
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private BaseMap map(JsonNode node, List<String> urls, String crs, List<String> subdomains, int levelOffset) {
    String name = required(node, "name");
    BaseMap map = new BaseMap(name, text(node, "nameEn", name), urls, subdomains, crs,
        node.path("levelOffset").asInt(levelOffset), node.path("maxLevel").asInt(DEEPEST),
        text(node, "attribution", ""));
    urls.forEach(url -> check(node, url, map));
    return map;
  }

  private void check(JsonNode node, String url, BaseMap map) {
    if (!url.contains("{z}") || !url.contains("{x}") || !url.contains("{y}")) {
      throw bad(node, "url", "lacks {z}, {x} or {y}", "write https://host/path/{z}/{x}/{y}.png");
    }
    if (url.contains("{s}") && map.subdomains().isEmpty()) {
      throw bad(node, "url", "has {s} and there are no subdomains", "list them: subdomains: [a, b, c]");
    }
    try {
      for (String origin : map.origins()) {
        // What stands here goes into the page's security policy: nothing but scheme, host and port may pass.
        if (!origin.matches("https?://[A-Za-z0-9.-]+(:[0-9]+)?") || URI.create(origin).getHost() == null) {
          throw bad(node, "url", "names no host of http or https", "write https://host/path/{z}/{x}/{y}.png");
        }
      }
    } catch (IllegalArgumentException e) {
      throw bad(node, "url", "is no address", "write https://host/path/{z}/{x}/{y}.png");
    }
  }

  private String crs(JsonNode node) {
    String crs = text(node, "crs", BaseMap.MERCATOR);
    if (!crs.equals(BaseMap.MERCATOR) && !crs.equals(BaseMap.DEGREES)) {
      throw bad(node, "crs", "is none that can be shown", "use " + BaseMap.MERCATOR + " or " + BaseMap.DEGREES);
    }
    return crs;
  }

  private static List<String> subdomains(JsonNode node) {
    List<String> subdomains = new ArrayList<>();
    node.path("subdomains").forEach(each -> subdomains.add(each.asText()));
    return List.copyOf(subdomains);
  }

  private String required(JsonNode node, String field) {
    String value = node.path(field).asText("");
    if (value.isBlank()) {
      throw bad(node, field, "is missing", "see docs/basemaps.yaml");
    }
    return value;
  }

  private static String text(JsonNode node, String field, String otherwise) {
    return node.path(field).asText(otherwise);
  }

  /** Never shows a value: one of them is the office's key. */
  private BadInput bad(JsonNode node, String field, String what, String remedy) {
    return new BadInput(file + ", base map '" + node.path("name").asText("?") + "', " + field, what, remedy);
  }
}
