package org.parkland.analysis;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.parkland.BadInput;
import org.parkland.land.Classification;
import org.parkland.land.ProtectionBlock;
import org.parkland.land.ProtectionPolicy;
import org.parkland.land.State;
import org.parkland.scenario.Change;
import org.parkland.source.GeoJsonGeometry;

/** Changes as JSON, as planners' screens send them and as they are kept; geometries are GeoJSON in degrees. */
record ScenarioChanges(Classification classification, ProtectionPolicy protection) {
  private static final int MOST_PARCELS = 2_000;
  private static final int MOST_POINTS = 20_000;
  private static final Set<String> FIELDS =
      Set.of("kind", "state", "parcels", "parcel", "code", "area", "line", "blocks", "removed");

  /** @throws BadInput if it is no change; the message names the field */
  Change read(JsonNode json) {
    json.fieldNames().forEachRemaining(name -> {
      if (!FIELDS.contains(name)) {
        throw bad(name, "is no part of a change", "leave it out");
      }
    });
    String kind = json.path("kind").asText();
    return switch (kind) {
      case "class" -> new Change.Reclass(state(json), parcels(json, true), code(json, true));
      case "plan" -> new Change.Replan(parcels(json, false), shape(json, "area", 2), code(json, true));
      case "split" -> new Change.Split(state(json), text(json, "parcel"), required(shape(json, "line", 1), "line"));
      case "merge" -> new Change.Merge(state(json), parcels(json, true), code(json, false));
      case "line" -> new Change.Redraw(blocks(json), texts(json.path("removed"), "removed"));
      default -> throw bad("kind", "'" + kind + "' is no kind of change", "use class, plan, split, merge or line");
    };
  }

  private static State state(JsonNode json) {
    String word = json.path("state").asText(State.CURRENT.word());
    return Arrays.stream(State.values()).filter(each -> each.word().equals(word)).findFirst()
        .orElseThrow(() -> bad("state", "'" + word + "' is neither current nor planned", "use one of them"));
  }

  private static List<String> parcels(JsonNode json, boolean required) {
    List<String> parcels = texts(json.path("parcels"), "parcels");
    if (required && parcels.isEmpty()) {
      throw bad("parcels", "none is given", "choose at least one");
    }
    if (parcels.size() > MOST_PARCELS) {
      throw bad("parcels", parcels.size() + " are more than one change takes", "choose up to " + MOST_PARCELS);
    }
    return parcels;
  }

  private static List<String> texts(JsonNode array, String field) {
    if (!array.isArray() && !array.isMissingNode() && !array.isNull()) {
      throw bad(field, "is no list", "write it as a JSON array of texts");
    }
    List<String> texts = new ArrayList<>();
    array.forEach(each -> texts.add(each.asText()));
    return texts;
  }

  private String code(JsonNode json, boolean required) {
    String code = json.path("code").asText(null);
    if (code == null && !required) {
      return null;
    }
    if (code == null || classification.find(code).isEmpty()) {
      throw bad("code", "'" + code + "' is in no classification", "choose a class of " + classification.edition());
    }
    return code;
  }

  private static String text(JsonNode json, String field) {
    String text = json.path(field).asText("");
    if (text.isBlank()) {
      throw bad(field, "is missing", "name the parcel");
    }
    return text;
  }

  private List<ProtectionBlock> blocks(JsonNode json) {
    List<ProtectionBlock> blocks = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (JsonNode each : json.path("blocks")) {
      String id = text(each, "id");
      String level = each.path("level").asText("");
      if (!ids.add(id)) {
        throw bad("blocks", "'" + id + "' is named twice", "give each block an id of its own");
      }
      if (protection.level(level).isEmpty()) {
        throw bad("level", "no rule speaks of '" + level + "'", "use a level of the policy of the protection line");
      }
      blocks.add(new ProtectionBlock(id, each.path("name").asText(id), level,
          required(shape(each, "geometry", 2), "geometry")));
    }
    return blocks;
  }

  private static Geometry required(Geometry shape, String field) {
    if (shape == null) {
      throw bad(field, "is missing", "draw it on the map");
    }
    return shape;
  }

  /** Null where the field is; in degrees. */
  static Geometry shape(JsonNode json, String field, int dimension) {
    Geometry shape;
    try {
      shape = GeoJsonGeometry.of(json.get(field));
    } catch (RuntimeException e) {
      throw bad(field, "is no GeoJSON geometry: " + e.getMessage(), "draw it again");
    }
    if (shape == null) {
      return null;
    }
    Envelope box = shape.getEnvelopeInternal();
    boolean real = !box.isNull() && Math.abs(box.getMinX()) <= 180 && Math.abs(box.getMaxX()) <= 180
        && Math.abs(box.getMinY()) <= 90 && Math.abs(box.getMaxY()) <= 90;
    if (!real || shape.getNumPoints() > MOST_POINTS || dimension >= 0 && shape.getDimension() != dimension) {
      throw bad(field, "is not a " + (dimension == 1 ? "line" : "polygon") + " in degrees", "draw it again");
    }
    return shape;
  }

  private static BadInput bad(String field, String problem, String remedy) {
    return new BadInput(field, problem, remedy);
  }
}
