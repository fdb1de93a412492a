package org.parkland.ogc.features;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.parkland.land.Attribute;
import org.parkland.ogc.crs.NamedCrs;
import org.parkland.ogc.filter.FilterException;
import org.parkland.ogc.filter.FilterLimits;
import org.parkland.ogc.filter.ItemFilter;
import org.parkland.ogc.http.OgcProblem;
import org.parkland.ogc.http.OgcRequest;
import org.parkland.ogc.http.Query;
import org.parkland.ogc.items.FeatureSet;
import org.parkland.ogc.items.TimeRange;
import org.parkland.store.RowOrder;

/**
 * What a request for items asks for, checked.
 *
 * @param crs of the answer
 * @param box null for all places
 * @param filterCrs of the shapes in the filter
 * @param properties names of those wanted; null for all
 * @param after key of the item before the page; null for the first
 */
public record ItemRequest(FeatureSet set, int limit, NamedCrs crs, BoxFilter box, TimeRange time, ItemFilter filter,
    NamedCrs filterCrs, List<RowOrder.Key> sort, Set<String> properties, List<Object> after) {
  public static final int DEFAULT_LIMIT = 100;
  public static final int MOST_LIMIT = 10_000;
  private static final int MOST_KEYS = 4;

  /** The parameters beside the names of properties. */
  public static final List<String> PARAMETERS = List.of("limit", "bbox", "bbox-crs", "datetime", "crs", "filter",
      "filter-lang", "filter-crs", "sortby", "properties", "skipGeometry", "after");

  /** @throws OgcProblem that names the parameter that is wrong */
  static ItemRequest read(OgcRequest request, FeatureSet set, FilterLimits limits) {
    List<String> names = set.attributes().stream().map(Attribute::name).filter(each -> !PARAMETERS.contains(each)).toList();
    Query query = Query.of(request, Stream.concat(PARAMETERS.stream(), names.stream()).toList());
    NamedCrs filterCrs = crs(query, "filter-crs", set);
    List<RowOrder.Key> sort = sort(query, set);
    NamedCrs boxCrs = crs(query, "bbox-crs", set);
    String bbox = query.text("bbox");
    String after = query.text("after");
    return new ItemRequest(set, query.count("limit", DEFAULT_LIMIT, MOST_LIMIT), crs(query, "crs", set),
        bbox == null ? null : BoxFilter.read(bbox, boxCrs), time(query),
        filter(query, set, names, limits), filterCrs, sort, properties(query, set),
        after == null ? null : PageToken.read(after, set, sort));
  }

  static NamedCrs crs(Query query, String parameter, FeatureSet set) {
    String uri = query.text(parameter);
    if (uri == null) {
      return NamedCrs.CRS84;
    }
    List<NamedCrs> offered = NamedCrs.offered(set.storageCrs());
    return offered.stream().filter(each -> each.uri().equals(uri)).findFirst().orElseThrow(() -> OgcProblem.badParameter(
        parameter, "'" + uri + "' is not offered; those are: "
            + String.join(", ", offered.stream().map(NamedCrs::uri).toList())));
  }

  private static TimeRange time(Query query) {
    String text = query.text("datetime");
    try {
      return text == null ? TimeRange.CURRENT : TimeRange.read(text);
    } catch (IllegalArgumentException e) {
      throw OgcProblem.badParameter("datetime", e.getMessage());
    }
  }

  private static ItemFilter filter(Query query, FeatureSet set, List<String> names, FilterLimits limits) {
    String text = query.text("filter");
    String language = query.text("filter-lang");
    if (language != null && !List.of("cql2-text", "cql2-json").contains(language)) {
      throw OgcProblem.badParameter("filter-lang", "'" + language + "' is neither cql2-text nor cql2-json");
    }
    try {
      ItemFilter filter = text == null ? ItemFilter.NONE : ItemFilter.read(
          text, language == null ? "cql2-text" : language, set.attributes(), limits);
      for (Attribute attribute : set.attributes()) {
        String value = names.contains(attribute.name()) ? query.text(attribute.name()) : null;
        filter = value == null ? filter : filter.and(attribute.name(), read(attribute, value));
      }
      return filter;
    } catch (FilterException e) {
      throw OgcProblem.badParameter("filter", e.getMessage());
    }
  }

  private static Object read(Attribute attribute, String value) {
    try {
      return attribute.read(value);
    } catch (IllegalArgumentException e) {
      throw OgcProblem.badParameter(attribute.name(), e.getMessage());
    }
  }

  private static List<RowOrder.Key> sort(Query query, FeatureSet set) {
    List<String> words = query.list("sortby");
    List<RowOrder.Key> keys = new ArrayList<>();
    for (String word : words == null ? List.<String>of() : words) {
      String name = word.replaceFirst("^[-+ ]", "");
      if (!set.sortable().contains(name) || keys.size() == MOST_KEYS) {
        throw OgcProblem.badParameter("sortby", "'" + word + "' cannot be sorted by; name up to " + MOST_KEYS
            + " of these, with - before it for descending: " + String.join(", ", set.sortable()));
      }
      keys.add(new RowOrder.Key(name, word.startsWith("-")));
    }
    return keys;
  }

  /** With skipGeometry the word 'geometry' is left out. */
  private static Set<String> properties(Query query, FeatureSet set) {
    List<String> names = query.list("properties");
    if (names == null) {
      return null;
    }
    List<String> known = set.attributes().stream().map(Attribute::name).toList();
    Set<String> wanted = new LinkedHashSet<>();
    for (String name : names) {
      if (!name.isEmpty() && !known.contains(name) && !name.equals("geometry")) {
        throw OgcProblem.badParameter("properties", "'" + name + "' is no property; those are: "
            + String.join(", ", known));
      }
      wanted.add(name);
    }
    return wanted;
  }
}
