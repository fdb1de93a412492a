package org.parkland.sink;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.parkland.BadInput;

/**
 * Writes one polygon layer as a zipped shapefile. A pack's are as domestic offices deliver them: GBK
 * attributes, no .cpg, language driver 0x4D, an ESRI .prj. An export also says its encoding in a .cpg and lists
 * which field holds what, since names have 10 bytes only.
 *
 * <p>H2GIS' shapefile driver is not used here: it stamps today's date into the .dbf, leaves the
 * language driver 0 and has no zip, so its bytes differ from day to day. Parts go to temporary
 * files beside the target first, since headers and zip need lengths that are known at the end.
 *
 * <p>Limit of the format: .shp and .dbf stay below 2 GB; with 500 bytes of attributes that is
 * about 4 million features. Source: ESRI Shapefile Technical Description, July 1998.
 */
public final class ShapefileWriter implements FeatureWriter {
  /** Code page 936, the encoding of domestic shapefiles. */
  public static final Charset GBK = Charset.forName("GBK");

  /** What is added to the layer's name for the list of fields. */
  public static final String FIELD_LIST = "_fields.csv";

  private static final int NO_SHAPE = 0;
  private static final int NO_SHAPE_BYTES = 4;
  private static final int POLYGON = 5;
  private static final int HEADER_BYTES = 100;
  private static final long LIMIT_BYTES = Integer.MAX_VALUE;

  private final Path zipFile;
  private final String layer;
  private final SpatialReference reference;
  private final Map<String, byte[]> companions;
  private final Path shpFile;
  private final Path shxFile;
  private final Path dbfFile;
  private final OutputStream shp;
  private final OutputStream shx;
  private final DbfTable dbf;
  private final Envelope extent = new Envelope();
  private ByteBuffer record = ByteBuffer.allocate(1 << 16);
  private final ByteBuffer index = ByteBuffer.allocate(8);
  private long shpBytes = HEADER_BYTES;
  private int records;

  /**
   * @param zipFile archive to create or replace
   * @param layer name of the files inside, without extension
   */
  public ShapefileWriter(
      Path zipFile, String layer, SpatialReference reference, List<Column> columns)
      throws IOException {
    this(zipFile, layer, reference, columns, GBK, Map.of());
  }

  /**
   * An export.
   *
   * @param charset of names and values; a character it does not hold is refused
   * @param fields content of the list of fields, put beside the layer as {@code <layer>_fields.csv}
   */
  public ShapefileWriter(Path zipFile, String layer, SpatialReference reference, List<Column> columns,
      Charset charset, String fields) throws IOException {
    this(zipFile, layer, reference, columns, charset, Map.of(
        ".cpg", charset.name().getBytes(StandardCharsets.US_ASCII),
        FIELD_LIST, fields.getBytes(StandardCharsets.UTF_8)));
  }

  private ShapefileWriter(Path zipFile, String layer, SpatialReference reference, List<Column> columns,
      Charset charset, Map<String, byte[]> companions) throws IOException {
    this.companions = new TreeMap<>(companions);
    this.zipFile = zipFile;
    this.layer = layer;
    this.reference = reference;
    shpFile = beside(".shp.part");
    shxFile = beside(".shx.part");
    dbfFile = beside(".dbf.part");
    shp = new BufferedOutputStream(Files.newOutputStream(shpFile), 1 << 16);
    shx = new BufferedOutputStream(Files.newOutputStream(shxFile), 1 << 16);
    dbf = new DbfTable(dbfFile, columns, charset);
    shp.write(new byte[HEADER_BYTES]);
    shx.write(new byte[HEADER_BYTES]);
  }

  private Path beside(String suffix) {
    return zipFile.resolveSibling(zipFile.getFileName() + suffix);
  }

  /** Appends a polygon or multipolygon; rings are turned as the format asks (outer clockwise). */
  @Override
  public void write(Geometry geometry, Object... values) throws IOException {
    int contentBytes = fillRecord(geometry);
    if (shpBytes + 8 + contentBytes > LIMIT_BYTES) {
      throw new BadInput(layer, "a shapefile cannot exceed 2 GB", "use a GeoPackage, or export a part");
    }
    index.clear();
    index.putInt((int) (shpBytes / 2)).putInt(contentBytes / 2);
    shx.write(index.array(), 0, 8);
    shp.write(record.array(), 0, 8 + contentBytes);
    shpBytes += 8 + contentBytes;
    if (geometry != null) {
      extent.expandToInclude(geometry.getEnvelopeInternal());
    }
    dbf.write(values);
  }

  private int fillRecord(Geometry geometry) {
    if (geometry == null || geometry.isEmpty()) {
      record.clear();
      record.order(ByteOrder.BIG_ENDIAN).putInt(++records).putInt(NO_SHAPE_BYTES / 2);
      record.order(ByteOrder.LITTLE_ENDIAN).putInt(NO_SHAPE);
      return NO_SHAPE_BYTES;
    }
    if (geometry.getDimension() < 2) {
      throw new BadInput(layer, "holds points or lines, and a shapefile of polygons cannot", "use a GeoPackage");
    }
    int parts = 0;
    for (int g = 0; g < geometry.getNumGeometries(); g++) {
      parts += 1 + ((Polygon) geometry.getGeometryN(g)).getNumInteriorRing();
    }
    int contentBytes = 44 + 4 * parts + 16 * geometry.getNumPoints();
    if (record.capacity() < contentBytes + 8) {
      record = ByteBuffer.allocate(2 * (contentBytes + 8));
    }
    record.clear();
    record.order(ByteOrder.BIG_ENDIAN).putInt(++records).putInt(contentBytes / 2);
    record.order(ByteOrder.LITTLE_ENDIAN).putInt(POLYGON);
    putBox(record, geometry.getEnvelopeInternal());
    record.putInt(parts).putInt(geometry.getNumPoints());
    putRings(geometry, record.position(), parts);
    return contentBytes;
  }

  private void putRings(Geometry geometry, int partsAt, int parts) {
    record.position(partsAt + 4 * parts);
    int part = 0;
    int points = 0;
    for (int g = 0; g < geometry.getNumGeometries(); g++) {
      Polygon polygon = (Polygon) geometry.getGeometryN(g);
      for (int r = -1; r < polygon.getNumInteriorRing(); r++) {
        LinearRing ring = r < 0 ? polygon.getExteriorRing() : polygon.getInteriorRingN(r);
        record.putInt(partsAt + 4 * part++, points);
        points += putRing(ring.getCoordinateSequence(), r < 0);
      }
    }
  }

  private int putRing(CoordinateSequence ring, boolean clockwise) {
    int n = ring.size();
    boolean reverse = Orientation.isCCW(ring) == clockwise;
    for (int i = 0; i < n; i++) {
      int at = reverse ? n - 1 - i : i;
      record.putDouble(ring.getX(at)).putDouble(ring.getY(at));
    }
    return n;
  }

  private static void putBox(ByteBuffer target, Envelope box) {
    target.putDouble(box.getMinX()).putDouble(box.getMinY());
    target.putDouble(box.getMaxX()).putDouble(box.getMaxY());
  }

  @Override
  public void close() throws IOException {
    shp.close();
    shx.close();
    dbf.close();
    finishHeader(shpFile, shpBytes);
    finishHeader(shxFile, HEADER_BYTES + 8L * records);
    try (ReproducibleZip zip = new ReproducibleZip(zipFile)) {
      zip.add(layer + ".shp", shpFile);
      zip.add(layer + ".shx", shxFile);
      zip.add(layer + ".dbf", dbfFile);
      zip.add(layer + ".prj", reference.esriWkt().getBytes(StandardCharsets.US_ASCII));
      for (Map.Entry<String, byte[]> each : companions.entrySet()) {
        zip.add(layer + each.getKey(), each.getValue());
      }
    }
    for (Path part : List.of(shpFile, shxFile, dbfFile)) {
      Files.delete(part);
    }
  }

  private void finishHeader(Path file, long bytes) throws IOException {
    ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES);
    header.putInt(9994).putInt(24, (int) (bytes / 2)).position(28);
    header.order(ByteOrder.LITTLE_ENDIAN).putInt(1000).putInt(POLYGON);
    putBox(header, extent.isNull() ? new Envelope(0, 0, 0, 0) : extent);
    try (RandomAccessFile again = new RandomAccessFile(file.toFile(), "rw")) {
      again.write(header.array());
    }
  }
}
