package org.parkland.store;

import java.util.List;
import org.locationtech.jts.geom.Envelope;

/**
 * Which rows of a snapshot, and how much of them.
 *
 * @param window only rows whose box meets it, in the CRS of the snapshot; null for all
 * @param id only the row with this id; null for all
 * @param text only rows one of whose names (id, location, holder, name) contains it, ignoring case; null for all
 * @param limit at most this many rows; 0 for all
 * @param attributes only these attributes; null for all, with the delivered extra columns
 * @param where only rows that satisfy it; null for all
 * @param order in which rows come, and where to begin
 */
public record FeatureQuery(Envelope window, String id, String text, int limit, List<String> attributes,
    Condition where, RowOrder order) {
  /** The attributes that {@link #text} is looked for in, where a layer has them. */
  public static final List<String> SEARCHED = List.of("id", "location", "holder", "name", "name_en");

  public static FeatureQuery all() {
    return new FeatureQuery(null, null, null, 0, null, null, RowOrder.DELIVERED);
  }

  public FeatureQuery within(Envelope box) {
    return new FeatureQuery(box, id, text, limit, attributes, where, order);
  }

  public FeatureQuery withId(String wanted) {
    return new FeatureQuery(window, wanted, text, limit, attributes, where, order);
  }

  public FeatureQuery only(String... names) {
    return new FeatureQuery(window, id, text, limit, List.of(names), where, order);
  }

  public FeatureQuery containing(String wanted, int most) {
    return new FeatureQuery(window, id, wanted, most, attributes, where, order);
  }

  public FeatureQuery where(Condition wanted) {
    return new FeatureQuery(window, id, text, limit, attributes, wanted, order);
  }

  public FeatureQuery ordered(RowOrder wanted) {
    return new FeatureQuery(window, id, text, limit, attributes, where, wanted);
  }

  public FeatureQuery atMost(int rows) {
    return new FeatureQuery(window, id, text, rows, attributes, where, order);
  }
}
