package org.parkland.ingest;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.locationtech.jts.geom.Envelope;
import org.parkland.ingest.SchemeDecision.Pair;
import org.parkland.land.Attribute;
import org.parkland.source.FeatureSource;
import org.parkland.source.SourceFeature;

/** The rows of a source, of which the first are looked at before any is handed on. */
final class FirstRows implements Iterator<SourceFeature> {
  /** Shapes that tell the reference system. */
  private static final int SHAPES = 100;

  private final FeatureSource source;
  private final Deque<SourceFeature> first = new ArrayDeque<>();

  /** @param most how many rows may be looked at */
  FirstRows(FeatureSource source, int most) {
    this.source = source;
    while (first.size() < most && source.hasNext()) {
      first.add(source.next());
    }
  }

  /** The very first row, or null if there is none. */
  SourceFeature peek() {
    return first.peek();
  }

  /** The box around the first shapes; null where no row has one. */
  Envelope box() {
    Envelope box = new Envelope();
    first.stream().limit(SHAPES).filter(each -> each.geometry() != null)
        .forEach(each -> box.expandToInclude(each.geometry().getEnvelopeInternal()));
    return box.isNull() ? null : box;
  }

  /** How often each code stands beside each name; rows without a code are left out. */
  Map<Pair, Long> codes(Attribute code, String codeColumn, Attribute name, String nameColumn) {
    Map<Pair, Long> pairs = new HashMap<>();
    for (SourceFeature row : first) {
      Object delivered = cell(row, code, codeColumn);
      if (delivered != null) {
        pairs.merge(new Pair(delivered.toString(), (String) cell(row, name, nameColumn)), 1L, Long::sum);
      }
    }
    return pairs;
  }

  private static Object cell(SourceFeature row, Attribute attribute, String column) {
    Object cell = column == null ? null : row.values().get(column);
    return cell == null ? null : new CellReader(attribute, column).read(cell);
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
