package org.parkland.land;

import java.io.Serializable;

/**
 * A delivered row that could not be stored, as far as its land is known.
 *
 * @param id number of the parcel, or {@code row n}
 * @param code its class, or null
 * @param areaM2 registered area; where there is none, of the shape as delivered
 * @param box west, south, east, north of the shape in the CRS of the layer; null without a shape
 */
public record LostLand(String id, String code, double areaM2, double[] box) implements Serializable {}
