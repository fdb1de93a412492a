package org.parkland.sink;

import com.google.flatbuffers.FlatBufferBuilder;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.wololo.flatgeobuf.ColumnMeta;
import org.wololo.flatgeobuf.Constants;
import org.wololo.flatgeobuf.GeometryConversions;
import org.wololo.flatgeobuf.HeaderMeta;
import org.wololo.flatgeobuf.NodeItem;
import org.wololo.flatgeobuf.PackedRTree;
import org.wololo.flatgeobuf.generated.ColumnType;
import org.wololo.flatgeobuf.generated.Feature;
import org.wololo.flatgeobuf.generated.GeometryType;

/**
 * Writes one layer as FlatGeobuf 3 with its packed Hilbert R-tree, so that a program reads a window without the rest.
 * The format wants the features in the order of the tree: they are spooled to a file beside the target, and only
 * their boxes and places are held in memory, about 100 bytes a feature. A layer in which a row has no shape gets no
 * tree and keeps its order.
 */
public final class FlatGeobufWriter implements FeatureWriter {
  private static final short NODE_ITEMS = 16;
  private static final int BUFFER = 1 << 16;

  private final Path file;
  private final Path spool;
  private final List<Column> columns;
  private final HeaderMeta header = new HeaderMeta();
  private final OutputStream features;
  private final List<PackedRTree.FeatureItem> items = new ArrayList<>();
  private final Envelope extent = new Envelope();
  private final boolean polygonal;
  private final FlatBufferBuilder builder = new FlatBufferBuilder(BUFFER);
  private boolean everyRowHasAShape = true;
  private long spooled;

  /** @param polygonal whether all shapes are polygons; they become multipolygons */
  public FlatGeobufWriter(Path file, String layer, SpatialReference reference, List<Column> columns, boolean polygonal)
      throws IOException {
    this.file = file;
    this.columns = columns;
    this.polygonal = polygonal;
    spool = file.resolveSibling(file.getFileName() + ".part");
    features = new BufferedOutputStream(Files.newOutputStream(spool), BUFFER);
    header.name = layer;
    header.srid = reference.epsg();
    header.geometryType = (byte) (polygonal ? GeometryType.MultiPolygon : GeometryType.Unknown);
    header.columns = columns.stream().map(FlatGeobufWriter::meta).toList();
  }

  private static ColumnMeta meta(Column column) {
    ColumnMeta meta = new ColumnMeta();
    meta.name = column.name();
    meta.nullable = true;
    meta.type = (byte) switch (column.type()) {
      case TEXT -> ColumnType.String;
      case INTEGER -> ColumnType.Long;
      case DECIMAL -> ColumnType.Double;
      case DATE -> ColumnType.DateTime;
      case FLAG -> ColumnType.Bool;
    };
    return meta;
  }

  @Override
  public void write(Geometry geometry, Object... values) throws IOException {
    builder.clear();
    int properties = Feature.createPropertiesVector(builder, properties(values));
    int shape = geometry == null || geometry.isEmpty() ? 0 : shape(geometry);
    Feature.startFeature(builder);
    if (shape != 0) {
      Feature.addGeometry(builder, shape);
    }
    Feature.addProperties(builder, properties);
    builder.finishSizePrefixed(Feature.endFeature(builder));
    byte[] bytes = builder.sizedByteArray();
    features.write(bytes);
    remember(geometry, bytes.length);
  }

  private int shape(Geometry geometry) throws IOException {
    Geometry shape = polygonal && geometry instanceof Polygon polygon
        ? new MultiPolygon(new Polygon[] {polygon}, geometry.getFactory()) : geometry;
    return GeometryConversions.serialize(builder, shape, GeometryConversions.toGeometryType(shape.getClass()));
  }

  private void remember(Geometry geometry, int size) {
    PackedRTree.FeatureItem item = new PackedRTree.FeatureItem();
    item.offset = spooled;
    item.size = size;
    Envelope box = geometry == null ? new Envelope() : geometry.getEnvelopeInternal();
    everyRowHasAShape &= !box.isNull();
    extent.expandToInclude(box);
    item.nodeItem = new NodeItem(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY(), 0);
    items.add(item);
    spooled += size;
  }

  private byte[] properties(Object[] values) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < columns.size(); i++) {
      if (values[i] != null) {
        out.writeBytes(ByteBuffer.allocate(2).order(ByteOrder.LITTLE_ENDIAN).putShort((short) i).array());
        out.writeBytes(value(columns.get(i), values[i]));
      }
    }
    return out.toByteArray();
  }

  private static byte[] value(Column column, Object value) {
    return switch (column.type()) {
      case INTEGER -> number(Long.BYTES).putLong(((Number) value).longValue()).array();
      case DECIMAL -> number(Double.BYTES).putDouble(((Number) value).doubleValue()).array();
      case FLAG -> new byte[] {(byte) (Boolean.TRUE.equals(value) ? 1 : 0)};
      case TEXT, DATE -> {
        byte[] text = value.toString().getBytes(StandardCharsets.UTF_8);
        yield number(Integer.BYTES + text.length).putInt(text.length).put(text).array();
      }
    };
  }

  private static ByteBuffer number(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  @Override
  public void close() throws IOException {
    features.close();
    boolean indexed = everyRowHasAShape && !items.isEmpty();
    header.featuresCount = items.size();
    header.indexNodeSize = indexed ? NODE_ITEMS : 0;
    header.envelope = extent.isNull() ? null : extent;
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER)) {
      out.write(Constants.MAGIC_BYTES);
      HeaderMeta.write(header, out, new FlatBufferBuilder(BUFFER));
      if (indexed) {
        writeIndex(out);
      }
      copyFeatures(out);
    } finally {
      Files.deleteIfExists(spool);
    }
  }

  /** Sorts the features along the curve; a leaf of the tree names a feature's place in that order. */
  private void writeIndex(OutputStream out) {
    PackedRTree.hilbertSort(items, PackedRTree.calcExtent(items));
    long offset = 0;
    for (PackedRTree.FeatureItem item : items) {
      NodeItem box = item.nodeItem;
      item.nodeItem = new NodeItem(box.minX, box.minY, box.maxX, box.maxY, offset);
      offset += item.size;
    }
    new PackedRTree(items, NODE_ITEMS).write(out);
  }

  private void copyFeatures(OutputStream out) throws IOException {
    try (FileChannel channel = FileChannel.open(spool)) {
      for (PackedRTree.FeatureItem item : items) {
        ByteBuffer bytes = ByteBuffer.allocate((int) item.size);
        while (bytes.hasRemaining() && channel.read(bytes, item.offset + bytes.position()) > 0) {
          continue;
        }
        out.write(bytes.array());
      }
    }
  }
}
