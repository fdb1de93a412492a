package org.parkland.sink;

import java.io.IOException;
import org.locationtech.jts.geom.Geometry;

/** Takes the features of one layer in file order; the file is complete only after {@link #close}. */
public interface FeatureWriter extends AutoCloseable {

  /**
   * Appends one feature.
   *
   * @param geometry in the writer's reference system, easting (or longitude) first
   * @param values one per column, in column order: String, Number, LocalDate, Boolean or null
   */
  void write(Geometry geometry, Object... values) throws IOException;

  /** Finishes headers and indexes and releases the file. */
  @Override
  void close() throws IOException;
}
