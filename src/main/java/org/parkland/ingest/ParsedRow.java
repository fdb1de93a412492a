package org.parkland.ingest;

import java.util.List;
import java.util.Map;
import org.parkland.BadInput;
import org.parkland.geometry.Repair;
import org.parkland.land.Attribute;
import org.parkland.source.SourceFeature;

/**
 * A delivered row as far as it can be understood by itself, whatever stands before it in the layer.
 *
 * @param row as delivered
 * @param attributes by name; the land-use code still as delivered
 * @param misfits values that cannot be understood, or are missing though they are required
 * @param repair of the shape; null where the row has no polygon or the layer needs none
 * @param areaM2 ellipsoidal, of the shape as it would be stored; 0 where there is no polygon
 */
record ParsedRow(SourceFeature row, Map<String, Object> attributes, List<Misfit> misfits, Repair repair,
    double areaM2) {

  /** @param missing whether there was no value at all */
  record Misfit(Attribute attribute, String column, boolean missing, BadInput why) {}
}
