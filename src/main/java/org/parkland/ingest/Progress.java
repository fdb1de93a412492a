package org.parkland.ingest;

/** Is told how far an import has come. */
@FunctionalInterface
public interface Progress {
  Progress NONE = (done, total) -> { };

  /**
   * May throw {@link java.util.concurrent.CancellationException}: the import then ends and leaves nothing.
   *
   * @param total rows of the layer, or -1 where only reading tells
   */
  void rows(long done, long total);
}
