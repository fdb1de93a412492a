package org.parkland.store;

import java.util.List;
import org.locationtech.jts.geom.Envelope;

/**
 * Which rows of a snapshot, and how much of them.
 *
 * @param window only rows whose box meets it, in the CRS of the snapshot; null for all
 * @param id only the row with this id; null for all
 * @param attributes only these attributes; null for all, with the delivered extra columns
 */
public record FeatureQuery(Envelope window, String id, List<String> attributes) {
  public static FeatureQuery all() {
    return new FeatureQuery(null, null, null);
  }

  public FeatureQuery within(Envelope box) {
    return new FeatureQuery(box, id, attributes);
  }

  public FeatureQuery withId(String wanted) {
    return new FeatureQuery(window, wanted, attributes);
  }

  public FeatureQuery only(String... names) {
    return new FeatureQuery(window, id, List.of(names));
  }
}
