package org.parkland.export;

/** Is told how far an export has come. */
@FunctionalInterface
public interface Progress {
  Progress NONE = (done, total) -> { };

  /** @param total rows, or -1 where only reading tells */
  void rows(long done, long total);
}
