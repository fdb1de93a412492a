package org.parkland.check;

import org.locationtech.jts.geom.Geometry;

/**
 * The district's outline.
 *
 * @param name of the district
 * @param shape polygons in the CRS of the layer that is checked
 */
public record Outline(String name, Geometry shape) {}
