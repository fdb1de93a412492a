package org.parkland.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.parkland.BadInput;
import org.parkland.geometry.Crs;
import org.parkland.geometry.Reprojection;
import org.parkland.sink.Column;
import org.parkland.sink.CsvWriter;
import org.parkland.sink.FeatureWriter;
import org.parkland.sink.FlatGeobufWriter;
import org.parkland.sink.GeoJsonWriter;
import org.parkland.sink.GeoPackageWriter;
import org.parkland.sink.PlotTextWriter;
import org.parkland.sink.ShapefileWriter;
import org.parkland.sink.SpatialReference;
import org.parkland.sink.XlsxWriter;

/** Writes a content as a file, holding one row at a time. */
public final class Exporter {
  private static final long PROGRESS_ROWS = 1_000;

  private final Content content;
  private final ExportOptions options;
  private final boolean shapes;
  private final SpatialReference reference;
  private final Reprojection reprojection;

  /** @throws BadInput if the format cannot hold the content */
  public Exporter(Content content, ExportOptions options) {
    this.content = content;
    this.options = options;
    this.shapes = options.withShapes(content);
    Crs target = shapes ? options.crsFor(content) : null;
    this.reference = shapes ? SpatialReference.of(target) : null;
    this.reprojection = shapes ? content.crs().to(target) : null;
    requireFit();
  }

  private void requireFit() {
    if (options.format().isSpatial() && content.crs() == null) {
      throw new BadInput("format " + options.format().word(), "needs shapes, and " + content.title() + " has none",
          "use csv or xlsx");
    }
    if (options.format() == FileFormat.TXT && content.plots() == null) {
      throw new BadInput("format txt", "holds plots with number, use and code only", "use gpkg or another format");
    }
    if (options.format() == FileFormat.SHP && !content.isPolygonal()) {
      throw new BadInput("format shp", "a shapefile holds one kind of shape, and this layer may have several",
          "use gpkg or geojson");
    }
  }

  /** {@code title.extension}. */
  public String fileName() {
    return content.title() + "." + options.format().extension();
  }

  /**
   * Writes the file; it appears whole or not at all.
   *
   * @return rows written
   * @throws BadInput if it cannot be written or a row does not fit the format
   */
  public long writeTo(Path file, Progress progress) {
    Path target = file.toAbsolutePath();
    Path unfinished = target.resolveSibling(target.getFileName() + ".writing");
    try {
      long rows = options.format().isStreamed() ? stream(Files.newOutputStream(unfinished), progress)
          : copy(fileWriter(unfinished), progress);
      Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
      return rows;
    } catch (IOException e) {
      throw new BadInput(file.toString(), "cannot be written (" + e.getMessage() + ")",
          "choose another place with --out", e);
    } finally {
      unfinished.toFile().delete();
    }
  }

  /**
   * Writes to a stream and closes it; only for formats that are {@link FileFormat#isStreamed}.
   *
   * @return rows written
   */
  public long stream(OutputStream out, Progress progress) throws IOException {
    return copy(streamWriter(out), progress);
  }

  private FeatureWriter streamWriter(OutputStream out) throws IOException {
    List<Column> columns = content.fields().stream().map(Field::column).toList();
    return switch (options.format()) {
      case GEOJSON -> new GeoJsonWriter(out, content.title(), options.isPlainGeoJson() ? null : reference, columns);
      case CSV -> new CsvWriter(out, columns, shapes ? reference : null);
      case XLSX -> new XlsxWriter(out, content.title(), columns, shapes);
      case TXT -> new PlotTextWriter(out, content.title(), LocalDate.now(), reference);
      default -> throw new IllegalStateException(options.format() + " is not streamed");
    };
  }

  private FeatureWriter fileWriter(Path file) throws IOException {
    return switch (options.format()) {
      case GPKG -> {
        List<Column> columns = ColumnNames.distinct(content.fields(), List.of("fid", "geom"));
        yield new GeoPackageWriter(file, content.title(), reference, columns, content.isPolygonal(), content.style());
      }
      case FGB -> new FlatGeobufWriter(file, content.title(), reference,
          content.fields().stream().map(Field::column).toList(), content.isPolygonal());
      case SHP -> {
        ShapefileFields fields = ShapefileFields.of(content, options.encodingOrUtf8());
        yield new ShapefileWriter(file, content.title(), reference, fields.columns(), options.encodingOrUtf8(),
            fields.list());
      }
      default -> throw new IllegalStateException(options.format() + " is streamed");
    };
  }

  private long copy(FeatureWriter writer, Progress progress) throws IOException {
    long done = 0;
    try (writer; Rows rows = content.rows(shapes)) {
      while (rows.hasNext()) {
        Row row = rows.next();
        Geometry shape = row.shape() == null || !shapes ? null : reprojection.apply(row.shape());
        writer.write(shape, options.format() == FileFormat.TXT ? plot(row, shape) : row.values());
        done++;
        if (done % PROGRESS_ROWS == 0) {
          progress.rows(done, content.count());
        }
      }
    }
    progress.rows(done, done);
    return done;
  }

  /** Area, number, name, map sheet, use, code; the area is what the exchange text has always carried: the plane's. */
  private Object[] plot(Row row, Geometry shape) {
    Content.PlotFields places = content.plots();
    return new Object[] {shape == null ? 0 : shape.getArea(), row.values()[places.id()], value(row, places.name()), null,
        value(row, places.use()), value(row, places.code())};
  }

  private static Object value(Row row, int place) {
    return place < 0 ? null : row.values()[place];
  }
}
