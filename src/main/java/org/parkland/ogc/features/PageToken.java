package org.parkland.ogc.features;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.parkland.land.Attribute;
import org.parkland.ogc.http.OgcJson;
import org.parkland.ogc.http.OgcProblem;
import org.parkland.ogc.items.FeatureSet;
import org.parkland.store.RowOrder;

/** The parameter {@code after}: the key of the item before a page. It says where, not how many, so pages stay put. */
final class PageToken {
  private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

  private PageToken() {}

  static String write(List<Object> key) {
    List<String> parts = key.stream().map(each -> each == null ? null : each.toString()).toList();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(OgcJson.bytes(parts));
  }

  /** @throws OgcProblem if no page of this collection and order ends in such a key */
  static List<Object> read(String token, FeatureSet set, List<RowOrder.Key> sort) {
    try {
      List<String> parts = OgcJson.MAPPER.readValue(
          new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8), TEXTS);
      List<Class<?>> ties = set.keyTypes();
      if (parts != null && parts.size() == sort.size() + ties.size()) {
        return read(parts, set, sort, ties);
      }
    } catch (IOException | IllegalArgumentException | DateTimeException e) {
      // told below, as a key of another collection is
    }
    throw OgcProblem.badParameter("after", "'" + token + "' is no place in this order; follow the links 'next'");
  }

  private static List<Object> read(
      List<String> parts, FeatureSet set, List<RowOrder.Key> sort, List<Class<?>> ties) {
    List<Object> key = new ArrayList<>();
    for (int i = 0; i < sort.size(); i++) {
      String part = parts.get(i);
      key.add(part == null ? null : typed(part, attribute(set, sort.get(i).attribute())));
    }
    for (int i = 0; i < ties.size(); i++) {
      String part = parts.get(sort.size() + i);
      key.add(ties.get(i) == Long.class ? (Object) Long.valueOf(part) : java.util.Objects.requireNonNullElse(part, ""));
    }
    return key;
  }

  private static Attribute attribute(FeatureSet set, String name) {
    return set.attributes().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
  }

  private static Object typed(String part, Attribute attribute) {
    return attribute.type() == Attribute.Type.DATE ? LocalDate.parse(part) : attribute.read(part);
  }
}
