package org.parkland.demo;

/** Hears how far the generator has come. */
@FunctionalInterface
public interface Progress {
  /** Hears nothing. */
  Progress SILENT = (step, done, total) -> {};

  /**
   * @param step what is being done, for people
   * @param done parcels written so far
   * @param total parcels to be written
   */
  void at(String step, long done, long total);
}
