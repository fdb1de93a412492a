package org.parkland.source;

import java.nio.charset.Charset;
import org.parkland.geometry.Crs;

/**
 * How to read a file where it cannot or should not decide itself. Everything but the limits may be null.
 *
 * @param layer name of the layer where the file holds several
 * @param encoding of text, instead of the one found out from the bytes
 * @param crs instead of what the file declares; a declared system that Parkland refuses is then passed over
 * @param swapAxes whether the file has northing (or latitude) first
 * @param limits what it may ask of the machine
 */
public record Reading(String layer, Charset encoding, Crs crs, boolean swapAxes,
    SourceLimits limits) {
  /** The file decides everything. */
  public static final Reading AS_DELIVERED = new Reading(null, null, null, false);

  /** Within the standard limits. */
  public Reading(String layer, Charset encoding, Crs crs, boolean swapAxes) {
    this(layer, encoding, crs, swapAxes, SourceLimits.STANDARD);
  }

  /** The same for another layer of the file. */
  public Reading of(String otherLayer) {
    return new Reading(otherLayer, encoding, crs, swapAxes, limits);
  }

  /** The same within other limits. */
  public Reading within(SourceLimits others) {
    return new Reading(layer, encoding, crs, swapAxes, others);
  }
}
