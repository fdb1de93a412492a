package org.parkland.source;

import org.parkland.config.Setting;
import org.parkland.config.Values;

/**
 * What a file may ask of the machine that reads it.
 *
 * @param zipBytes that an archive may unpack to
 * @param zipEntries of an archive
 * @param zipRatio how much larger than packed an entry may be
 * @param columns of a layer
 * @param points of one shape
 * @param rings of one shape
 * @param gdal for files that are converted by it
 */
public record SourceLimits(long zipBytes, int zipEntries, int zipRatio, int columns, int points, int rings, Gdal gdal) {
  /** Where nobody set any. */
  public static final SourceLimits STANDARD = of(Values.STANDARD);

  /**
   * @param program ogr2ogr; empty for the one on the PATH
   * @param seconds a conversion may take
   * @param bytes it may write
   * @param memoryBytes of its address space
   */
  public record Gdal(String program, int seconds, long bytes, long memoryBytes) {}

  public static SourceLimits of(Values values) {
    return new SourceLimits(values.mebibytes(Setting.ZIP_MIB), values.whole(Setting.ZIP_ENTRIES),
        values.whole(Setting.ZIP_RATIO), values.whole(Setting.COLUMNS), values.whole(Setting.GEOMETRY_POINTS),
        values.whole(Setting.GEOMETRY_RINGS), new Gdal(values.text(Setting.OGR2OGR), values.whole(Setting.GDAL_SECONDS),
            values.mebibytes(Setting.GDAL_MIB), values.mebibytes(Setting.GDAL_MEMORY_MIB)));
  }
}
