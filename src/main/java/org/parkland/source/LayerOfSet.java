package org.parkland.source;

import java.util.List;
import org.parkland.BadInput;

/** A layer whose file may have been unpacked or converted: closing it removes what came of that. */
final class LayerOfSet implements FeatureSource {
  private final FeatureSource inner;
  private final Scratch scratch;

  LayerOfSet(FeatureSource inner, Scratch scratch) {
    this.inner = inner;
    this.scratch = scratch;
  }

  @Override
  public SourceLayer layer() {
    return inner.layer();
  }

  @Override
  public List<Notice> notices() {
    return inner.notices();
  }

  @Override
  public boolean hasNext() {
    try {
      return inner.hasNext();
    } catch (BadInput e) {
      throw scratch.renamed(e);
    }
  }

  @Override
  public SourceFeature next() {
    try {
      return inner.next();
    } catch (BadInput e) {
      throw scratch.renamed(e);
    }
  }

  @Override
  public void close() {
    inner.close();
    scratch.close();
  }
}
