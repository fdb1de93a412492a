package org.parkland.ogc.items;

import java.util.Comparator;
import java.util.List;
import org.parkland.ogc.filter.CodePoints;
import org.parkland.store.RowOrder;

/** The order of item keys: sort values with unknown ones last, then what tells equals apart, ascending. */
record KeyOrder(List<RowOrder.Key> sort) implements Comparator<List<Object>> {
  @Override
  public int compare(List<Object> a, List<Object> b) {
    for (int i = 0; i < a.size(); i++) {
      boolean descending = i < sort.size() && sort.get(i).descending();
      int order = compare(a.get(i), b.get(i), descending);
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  @SuppressWarnings("unchecked")
  private static int compare(Object a, Object b, boolean descending) {
    if (a == null || b == null) {
      return Boolean.compare(a == null, b == null);
    }
    int order = a instanceof String text ? CodePoints.compare(text, (String) b) : ((Comparable<Object>) a).compareTo(b);
    return descending ? -order : order;
  }
}
