package org.parkland.ogc.items;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.locationtech.jts.geom.Geometry;
import org.parkland.geometry.Crs;

/** One item of a collection. Its shape is only fetched when it is asked for. Not safe to share between threads. */
public final class Item {
  private final String id;
  private final List<Object> key;
  private final Map<String, Object> properties;
  private final Crs crs;
  private final Supplier<Geometry> fetch;
  private Geometry shape;

  /**
   * @param id unique in its collection
   * @param key its place in the order asked for: values of the sort keys, then what tells equals apart
   * @param crs of the shape
   */
  Item(String id, List<Object> key, Map<String, Object> properties, Crs crs, Supplier<Geometry> fetch) {
    this.id = id;
    this.key = key;
    this.properties = properties;
    this.crs = crs;
    this.fetch = fetch;
  }

  public String id() {
    return id;
  }

  public List<Object> key() {
    return key;
  }

  /** By name; null where a value is not delivered. */
  public Map<String, Object> properties() {
    return properties;
  }

  /** In {@link #crs()}, east before north. */
  public Geometry shape() {
    if (shape == null) {
      shape = fetch.get();
    }
    return shape;
  }

  public Crs crs() {
    return crs;
  }

  /** The shape in another system, east before north. */
  public Geometry shape(Crs target) {
    return target.equals(crs) ? shape() : crs.to(target).apply(shape());
  }
}
