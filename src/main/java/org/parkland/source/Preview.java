package org.parkland.source;

import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.parkland.geometry.CrsGuess;

/**
 * The beginning of a layer: what a user looks at before anything is stored.
 *
 * @param rows the first rows
 * @param problem why reading stopped before the rows asked for, or null
 */
public record Preview(SourceLayer layer, List<SourceFeature> rows, String problem) {
  /** The box around the rows' shapes, in the layer's own system; null where no row has one. */
  public Envelope box() {
    Envelope box = new Envelope();
    rows.stream().filter(each -> each.geometry() != null)
        .forEach(each -> box.expandToInclude(each.geometry().getEnvelopeInternal()));
    return box.isNull() ? null : box;
  }

  /** What system the coordinates look like, for a file that does not say; empty where nothing tells. */
  public Optional<CrsGuess> guess() {
    return Optional.ofNullable(box()).flatMap(CrsGuess::of);
  }
}
