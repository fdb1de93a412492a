package org.parkland.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.parkland.BadInput;
import org.parkland.geometry.Crs;
import org.parkland.geometry.UnknownCrsException;

/** A Shapefile: .shp and .dbf side by side, .prj and .cpg where they are. The .shx is not needed to read on. */
final class ShapefileSource implements FeatureSource {
  private final ShpReader shapes;
  private final DbfReader table;
  private final SourceLayer layer;
  private final String place;
  private long row;

  private ShapefileSource(ShpReader shapes, DbfReader table, SourceLayer layer, String place) {
    this.shapes = shapes;
    this.table = table;
    this.layer = layer;
    this.place = place;
  }

  static FeatureSource open(Path shp, Charset encoding) {
    Path dbf = part(shp, ".dbf").orElseThrow(() -> new BadInput(shp.toString(),
        "its .dbf is missing, so the parcels have no attributes", "deliver .shp, .shx and .dbf together"));
    DbfReader table = DbfReader.open(dbf);
    try {
      ShpReader shapes = ShpReader.open(shp);
      table.decodeAs(encoding != null ? encoding : DbfEncoding.detect(table, part(shp, ".cpg")));
      SourceLayer layer = new SourceLayer("Shapefile", stem(shp), table.columns(),
          part(shp, ".prj").map(ShapefileSource::crs).orElse(null), table.encoding(), table.count());
      return new ShapefileSource(shapes, table, layer, shp.toString());
    } catch (RuntimeException e) {
      table.close();
      throw e;
    }
  }

  @Override
  public SourceLayer layer() {
    return layer;
  }

  @Override
  public boolean hasNext() {
    boolean shape = shapes.hasNext();
    if (shape != row < table.count()) {
      throw new BadInput(place + " row " + (row + 1),
          shape ? "the .dbf ends here, the .shp goes on" : "the .shp ends here, the .dbf has "
              + table.count() + " rows", "one of the files is cut off: deliver it again");
    }
    return shape;
  }

  @Override
  public SourceFeature next() {
    row++;
    return new SourceFeature(row, shapes.next(), table.read(row - 1));
  }

  @Override
  public void close() {
    shapes.close();
    table.close();
  }

  private static Crs crs(Path prj) {
    try {
      return Crs.parse(Files.readString(prj, StandardCharsets.ISO_8859_1));
    } catch (UnknownCrsException e) {
      throw new BadInput(prj.toString(), e.getMessage(),
          "say which system it is with --crs EPSG:n, or ask for the layer in CGCS2000", e);
    } catch (IOException e) {
      throw new BadInput(prj.toString(), "cannot be read", "check its permissions", e);
    }
  }

  /** The file beside the .shp with another ending, whatever its case. */
  private static Optional<Path> part(Path shp, String ending) {
    Path folder = shp.toAbsolutePath().getParent();
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(each -> each.getFileName().toString().equalsIgnoreCase(stem(shp) + ending))
          .findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String stem(Path shp) {
    String name = shp.getFileName().toString();
    return name.substring(0, name.lastIndexOf('.'));
  }
}
