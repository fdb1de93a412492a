package org.parkland.export;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.filter.Filter;
import org.geotools.feature.simple.SimpleFeatureBuilder;
import org.geotools.feature.simple.SimpleFeatureTypeBuilder;
import org.geotools.filter.FilterAttributeExtractor;
import org.geotools.filter.text.cql2.CQLException;
import org.geotools.filter.text.ecql.ECQL;
import org.parkland.BadInput;
import org.parkland.land.Attribute;
import org.parkland.land.Feature;
import org.parkland.land.Schema;

/**
 * A condition on attributes in ECQL, such as {@code land_use LIKE '10%' AND registered_area_m2 > 5000}. Names are
 * those of the attributes or of delivered columns; days are text, {@code started_on < '2024-01-01'}.
 */
final class RowFilter {
  private final Filter filter;
  private final SimpleFeatureType type;
  private final SimpleFeatureBuilder builder;

  private RowFilter(Filter filter, SimpleFeatureType type) {
    this.filter = filter;
    this.type = type;
    this.builder = new SimpleFeatureBuilder(type);
  }

  /**
   * @param extra delivered columns that no attribute claims
   * @throws BadInput if the text is no condition, or names what is not there
   */
  static RowFilter parse(String text, Schema schema, Collection<String> extra) {
    PlainFilter.requireShallow(text);
    try {
      Filter filter = ECQL.toFilter(text);
      PlainFilter.requirePlain(filter, text);
      SimpleFeatureType type = type(schema, extra);
      Set<String> unknown = new LinkedHashSet<>();
      FilterAttributeExtractor names = new FilterAttributeExtractor();
      filter.accept(names, null);
      unknown.addAll(names.getAttributeNameSet());
      unknown.removeIf(name -> type.getDescriptor(name) != null);
      if (!unknown.isEmpty()) {
        throw new BadInput("filter '" + text + "'", "there is no attribute " + String.join(", ", unknown), "use one of "
            + String.join(", ", type.getAttributeDescriptors().stream().map(each -> each.getLocalName()).toList()));
      }
      return new RowFilter(filter, type);
    } catch (CQLException e) {
      throw new BadInput("filter '" + text + "'", "is no condition (" + e.getMessage().lines().findFirst().orElse("")
          + ")", "write one such as land_use LIKE '10%' AND registered_area_m2 > 5000", e);
    }
  }

  private static SimpleFeatureType type(Schema schema, Collection<String> extra) {
    SimpleFeatureTypeBuilder type = new SimpleFeatureTypeBuilder();
    type.setName("row");
    for (Attribute each : schema.attributes()) {
      type.add(each.name(), switch (each.type()) {
        case NUMBER, AREA -> Double.class;
        case FLAG -> Boolean.class;
        case TEXT, CLASS, DATE -> String.class;
      });
    }
    extra.stream().filter(each -> schema.find(each).isEmpty()).forEach(each -> type.add(each, String.class));
    return type.buildFeatureType();
  }

  boolean accepts(Feature row) {
    type.getAttributeDescriptors().forEach(each -> {
      Object value = row.attributes().get(each.getLocalName());
      Object known = value != null ? value : row.extra().get(each.getLocalName());
      builder.add(known instanceof LocalDate day ? day.toString() : known);
    });
    SimpleFeature feature = builder.buildFeature("row");
    return filter.evaluate(feature);
  }
}
