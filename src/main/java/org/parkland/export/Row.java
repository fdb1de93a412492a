package org.parkland.export;

import org.locationtech.jts.geom.Geometry;

/**
 * One row of a content.
 *
 * @param shape in the CRS of the content; null where there is none
 * @param values one a field: String, Number, Boolean, LocalDate or null
 */
public record Row(Geometry shape, Object[] values) {}
