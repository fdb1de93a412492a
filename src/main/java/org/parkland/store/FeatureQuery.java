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
 */
public record FeatureQuery(Envelope window, String id, String text, int limit, List<String> attributes) {
  /** The attributes that {@link #text} is looked for in, where a layer has them. */
  public static final List<String> SEARCHED = List.of("id", "location", "holder", "name", "name_en");

  public static FeatureQuery all() {
    return new FeatureQuery(null, null, null, 0, null);
  }

  public FeatureQuery within(Envelope box) {
    return new FeatureQuery(box, id, text, limit, attributes);
  }

  public FeatureQuery withId(String wanted) {
    return new FeatureQuery(window, wanted, text, limit, attributes);
  }

  public FeatureQuery only(String... names) {
    return new FeatureQuery(window, id, text, limit, List.of(names));
  }

  public FeatureQuery containing(String wanted, int most) {
    return new FeatureQuery(window, id, wanted, most, attributes);
  }
}
