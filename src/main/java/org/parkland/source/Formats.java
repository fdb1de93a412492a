package org.parkland.source;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.parkland.BadInput;

/** Tells a file's format by what it contains, never by what its name says. */
final class Formats {
  private Formats() {}

  /** @throws BadInput if the file cannot be read, or its name promises a format it is not of */
  static Optional<Format> of(Path file) {
    Beginning start = Beginning.of(file);
    requireHonestName(file, start);
    if (start.isSqlite()) {
      return Optional.of((gpkg, scratch) -> GeoPackageSource.layers(gpkg));
    }
    if (start.isShp()) {
      return Optional.of(Format.single(ShapefileSource::open));
    }
    if (start.isFlatGeobuf()) {
      return Optional.of(Format.single(FlatGeobufSource::open));
    }
    if (start.isJson()) {
      return Optional.of(Format.single(GeoJsonSource::open));
    }
    return ofText(start).or(() -> OtherFormat.of(start).map(each -> (Format) each::layers));
  }

  private static Optional<Format> ofText(Beginning start) {
    if (PlotText.fits(start)) {
      return Optional.of(Format.single(PlotTextSource::open));
    }
    return CsvLayout.fits(start) ? Optional.of(Format.single(CsvSource::open)) : Optional.empty();
  }

  /** A name that promises another format means the file was swapped or cut: reading on would mislead. */
  private static void requireHonestName(Path file, Beginning start) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    requireHonest(file, name.endsWith(".zip"), start.isZip(), "a ZIP archive");
    requireHonest(file, name.endsWith(".gpkg"), start.isSqlite(), "a GeoPackage");
    requireHonest(file, name.endsWith(".shp"), start.isShp(), "a Shapefile");
    requireHonest(file, name.endsWith(".fgb"), start.isFlatGeobuf(), "a FlatGeobuf");
    requireHonest(file, name.endsWith(".geojson") || name.endsWith(".json"), start.isJson(), "GeoJSON");
  }

  private static void requireHonest(Path file, boolean named, boolean is, String format) {
    if (named && !is) {
      throw new BadInput(file.toString(), "is not " + format + " although its name says so",
          "ask for the file again, or give it its right name");
    }
  }
}
