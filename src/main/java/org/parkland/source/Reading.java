package org.parkland.source;

import java.nio.charset.Charset;
import org.parkland.geometry.Crs;

/**
 * How to read a file where it cannot or should not decide itself. Everything may be null.
 *
 * @param layer name of the layer where the file holds several
 * @param encoding of text, instead of the one found out from the bytes
 * @param crs instead of what the file declares; a declared system that Parkland refuses is then passed over
 * @param swapAxes whether the file has northing (or latitude) first
 */
public record Reading(String layer, Charset encoding, Crs crs, boolean swapAxes) {
  /** The file decides everything. */
  public static final Reading AS_DELIVERED = new Reading(null, null, null, false);

  /** The same for another layer of the file. */
  public Reading of(String otherLayer) {
    return new Reading(otherLayer, encoding, crs, swapAxes);
  }
}
