package org.parkland.source;

import org.parkland.BadInput;

/** A layer out of a ZIP archive: closing it removes the unpacked files. */
final class ZippedSource implements FeatureSource {
  private final FeatureSource inner;
  private final ZipFolder folder;

  ZippedSource(FeatureSource inner, ZipFolder folder) {
    this.inner = inner;
    this.folder = folder;
  }

  @Override
  public SourceLayer layer() {
    return inner.layer();
  }

  @Override
  public boolean hasNext() {
    return inner.hasNext();
  }

  @Override
  public SourceFeature next() {
    try {
      return inner.next();
    } catch (BadInput e) {
      throw folder.renamed(e);
    }
  }

  @Override
  public void close() {
    inner.close();
    folder.close();
  }
}
