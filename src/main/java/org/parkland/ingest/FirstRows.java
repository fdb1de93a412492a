package org.parkland.ingest;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import org.locationtech.jts.geom.Envelope;
import org.parkland.source.FeatureSource;
import org.parkland.source.SourceFeature;

/** The rows of a source, of which the first are looked at before any is handed on. */
final class FirstRows implements Iterator<SourceFeature> {
  private static final int LOOKED_AT = 100;

  private final FeatureSource source;
  private final Deque<SourceFeature> first = new ArrayDeque<>();

  FirstRows(FeatureSource source) {
    this.source = source;
    while (first.size() < LOOKED_AT && source.hasNext()) {
      first.add(source.next());
    }
  }

  /** The box around the first shapes; null where no row has one. */
  Envelope box() {
    Envelope box = new Envelope();
    first.stream().filter(each -> each.geometry() != null)
        .forEach(each -> box.expandToInclude(each.geometry().getEnvelopeInternal()));
    return box.isNull() ? null : box;
  }

  @Override
  public boolean hasNext() {
    return !first.isEmpty() || source.hasNext();
  }

  @Override
  public SourceFeature next() {
    return first.isEmpty() ? source.next() : first.remove();
  }
}
