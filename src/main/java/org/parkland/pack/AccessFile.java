package org.parkland.pack;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.parkland.BadInput;
import org.parkland.access.Role;
import org.parkland.access.Sight;
import org.parkland.access.Treatment;
import org.parkland.land.Attribute;
import org.parkland.land.Schema;

/** Reads {@code gis-data/policies/access.yaml}: which role sees which personal field, and how. */
public final class AccessFile {
  private final Path file;
  private final Schema parcels;
  private final JsonNode root;

  private AccessFile(Path file, Schema parcels) {
    this.file = file;
    this.parcels = parcels;
    this.root = DataFile.yaml(file);
  }

  /**
   * What each role sees; the administrator everything.
   *
   * @throws BadInput if a personal attribute of the parcels is left out: what nobody decided must not be shown
   */
  public static Map<Role, Sight> read(Path file, Schema parcels) {
    AccessFile policy = new AccessFile(file, parcels);
    policy.requireComplete();
    Map<Role, Sight> sights = new EnumMap<>(Role.class);
    sights.put(Role.VIEWER, policy.sight(Role.VIEWER));
    sights.put(Role.PLANNER, policy.sight(Role.PLANNER));
    sights.put(Role.ADMIN, Sight.ALL);
    return sights;
  }

  private void requireComplete() {
    List<String> named = new ArrayList<>();
    root.path("fields").forEach(each -> named.add(each.path("attribute").asText("")));
    parcels.attributes().stream().filter(each -> each.personal() && !named.contains(each.name())).findFirst()
        .ifPresent(each -> {
          throw new BadInput(file.toString(), "does not say who sees the personal attribute '" + each.name() + "'",
              "add it below 'fields:' with a treatment for viewer and planner");
        });
  }

  private Sight sight(Role role) {
    Map<String, Treatment> attributes = new HashMap<>();
    Map<String, Treatment> columns = new HashMap<>();
    for (JsonNode field : root.path("fields")) {
      Treatment treatment = treatment(field, role);
      if (treatment == Treatment.SHOWN) {
        continue;
      }
      field.path("columns").forEach(each -> columns.put(Sight.key(each.asText()), treatment));
      if (field.has("attribute")) {
        Attribute attribute = attribute(field.get("attribute").asText());
        attributes.put(attribute.name(), treatment);
        attribute.aliases().forEach(each -> columns.put(Sight.key(each), treatment));
      }
    }
    return new Sight(attributes, columns, treatment(root.path("otherColumns"), role));
  }

  private Attribute attribute(String name) {
    return parcels.find(name).orElseThrow(() -> new BadInput(file + " attribute " + name,
        "is none of the parcels'", "use a name of gis-data/standards/fields.yaml"));
  }

  private Treatment treatment(JsonNode field, Role role) {
    String word = DataFile.text(file, field, role.word());
    try {
      return Treatment.valueOf(word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new BadInput(file + " field " + role.word(), "'" + word + "' is no treatment",
          "use shown, masked or hidden", e);
    }
  }
}
