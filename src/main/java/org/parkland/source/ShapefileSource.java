package org.parkland.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;
import org.parkland.BadInput;

/** A Shapefile: .shp and .dbf side by side, .prj, .cpg and a list of long names where they are. The .shx is not needed to read on. */
final class ShapefileSource implements FeatureSource {
  private final ShpReader shapes;
  private final DbfReader table;
  private final LongNames names;
  private final SourceLayer layer;
  private final String place;
  private long row;
  private long deleted;

  private ShapefileSource(ShpReader shapes, DbfReader table, LongNames names, SourceLayer layer, String place) {
    this.shapes = shapes;
    this.table = table;
    this.names = names;
    this.layer = layer;
    this.place = place;
  }

  static FeatureSource open(Path shp, Reading how) {
    Path dbf = part(shp, ".dbf").orElseThrow(() -> new BadInput(shp.toString(),
        "its .dbf is missing, so the parcels have no attributes", "deliver .shp, .shx and .dbf together"));
    DbfReader table = DbfReader.open(dbf);
    try {
      ShpReader shapes = ShpReader.open(shp);
      DbfEncoding.Verdict encoding = DbfEncoding.decide(table, part(shp, ".cpg"), how.encoding());
      table.decodeAs(encoding.charset());
      DeclaredCrs declared = part(shp, ".prj").map(prj -> crs(prj, how)).orElse(DeclaredCrs.NONE);
      LongNames names = LongNames.of(shp, table.columns());
      SourceLayer layer = new SourceLayer("Shapefile", Format.stem(shp), names.of(table.columns()), declared.crs(),
          table.encoding(), table.count(), Stream.concat(encoding.notices().stream(), declared.notices().stream()).toList());
      return new ShapefileSource(shapes, table, names, layer, shp.toString());
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
  public List<Notice> notices() {
    List<Notice> notices = new ArrayList<>(table.notices());
    if (deleted > 0) {
      notices.add(Notice.of("deleted-rows", "count", deleted));
    }
    return notices;
  }

  @Override
  public boolean hasNext() {
    while (hasRow() && table.isDeleted(row)) {
      shapes.next();
      row++;
      deleted++;
    }
    return hasRow();
  }

  private boolean hasRow() {
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
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    row++;
    return new SourceFeature(row, shapes.next(), names.of(table.read(row - 1)));
  }

  @Override
  public void close() {
    shapes.close();
    table.close();
  }

  private static DeclaredCrs crs(Path prj, Reading how) {
    try {
      return DeclaredCrs.ofWkt(prj.toString(), Files.readString(prj, StandardCharsets.ISO_8859_1), how);
    } catch (IOException e) {
      throw new BadInput(prj.toString(), "cannot be read", "check its permissions", e);
    }
  }

  /** The file beside the .shp with another ending, whatever its case. */
  private static Optional<Path> part(Path shp, String ending) {
    Path folder = shp.toAbsolutePath().getParent();
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(each -> each.getFileName().toString().equalsIgnoreCase(Format.stem(shp) + ending))
          .findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
