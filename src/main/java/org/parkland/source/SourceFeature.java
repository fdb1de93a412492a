package org.parkland.source;

import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/**
 * A delivered row.
 *
 * @param row its number in the file, from 1
 * @param geometry in the layer's CRS; null where the row has none
 * @param values by column name: String, Number, Boolean or LocalDate; no entry for an empty cell
 */
public record SourceFeature(long row, Geometry geometry, Map<String, Object> values) {}
