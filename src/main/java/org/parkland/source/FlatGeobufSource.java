package org.parkland.source;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NoSuchElementException;
import org.locationtech.jts.geom.Geometry;
import org.parkland.BadInput;
import org.wololo.flatgeobuf.GeometryConversions;
import org.wololo.flatgeobuf.PackedRTree;
import org.wololo.flatgeobuf.generated.Feature;
import org.wololo.flatgeobuf.generated.Header;

/**
 * FlatGeobuf 3, feature after feature. No length in the file is trusted: none may claim more than the file still has.
 */
final class FlatGeobufSource implements FeatureSource {
  private static final int MAGIC_BYTES = 8;
  private static final int LARGEST_HEADER = 10 << 20;
  private static final int LARGEST_FEATURE = 256 << 20;

  private final String file;
  private final InputStream in;
  private final FlatGeobufColumns columns;
  private final int geometryType;
  private final SourceLayer layer;
  private long left;
  private long row;

  private FlatGeobufSource(Path path, InputStream in, long left, Header header, Reading how) throws IOException {
    this.file = path.toString();
    this.in = in;
    this.columns = FlatGeobufColumns.of(header);
    this.geometryType = header.geometryType();
    this.left = left - skipIndex(header, left);
    DeclaredCrs declared = crs(header, how);
    long count = header.featuresCount();
    this.layer = new SourceLayer("FlatGeobuf", Format.stem(path), columns.names(), declared.crs(), null,
        count > 0 ? count : -1, declared.notices());
  }

  static FeatureSource open(Path path, Reading how) {
    try {
      InputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
      try {
        return open(path, in, Files.size(path), how);
      } catch (IOException | RuntimeException e) {
        in.close();
        throw e;
      }
    } catch (IOException | IndexOutOfBoundsException | IllegalArgumentException | NegativeArraySizeException e) {
      throw new BadInput(path.toString(), "is a damaged FlatGeobuf: its header cannot be read", "export the layer again", e);
    }
  }

  private static FeatureSource open(Path path, InputStream in, long size, Reading how) throws IOException {
    in.skipNBytes(MAGIC_BYTES);
    int length = length(in, Math.min(LARGEST_HEADER, size - MAGIC_BYTES - 4));
    Header header = Header.getRootAsHeader(ByteBuffer.wrap(in.readNBytes(length)).order(ByteOrder.LITTLE_ENDIAN));
    return new FlatGeobufSource(path, in, size - MAGIC_BYTES - 4 - length, header, how);
  }

  private static int length(InputStream in, long most) throws IOException {
    int length = Integer.reverseBytes(new DataInputStream(in).readInt());
    if (length < 4 || length > most) {
      throw new IllegalArgumentException("a length of " + (length & 0xffffffffL) + " bytes where " + most + " are left");
    }
    return length;
  }

  /** @return how many bytes the index has */
  private long skipIndex(Header header, long most) throws IOException {
    long count = header.featuresCount();
    int nodeSize = header.indexNodeSize();
    if (nodeSize == 0 || count == 0) {
      return 0;
    }
    // Each feature has a node of 40 bytes: a count that cannot be true is told before the library reckons with it.
    if (nodeSize < 2 || count < 0 || count > most / 40) {
      throw new IllegalArgumentException("an index of " + count + " features");
    }
    long bytes = PackedRTree.calcSize((int) count, nodeSize);
    in.skipNBytes(bytes);
    return bytes;
  }

  private static DeclaredCrs crs(Header header, Reading how) {
    var crs = header.crs();
    if (crs == null || crs.code() == 0 && crs.wkt() == null) {
      return DeclaredCrs.NONE;
    }
    boolean epsg = crs.code() != 0 && (crs.org() == null || crs.org().equalsIgnoreCase("EPSG"));
    return epsg ? DeclaredCrs.ofCode("the FlatGeobuf header", "EPSG:" + crs.code(), how)
        : DeclaredCrs.ofWkt("the FlatGeobuf header", String.valueOf(crs.wkt()), how);
  }

  @Override
  public SourceLayer layer() {
    return layer;
  }

  @Override
  public boolean hasNext() {
    if (left == 0 && layer.count() > row) {
      throw new BadInput(file, "is cut off: it declares " + layer.count() + " features and has " + row,
          "copy or send it again");
    }
    return left > 0;
  }

  @Override
  public SourceFeature next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    row++;
    try {
      int length = length(in, Math.min(LARGEST_FEATURE, left - 4));
      left -= 4 + length;
      ByteBuffer bytes = ByteBuffer.wrap(in.readNBytes(length)).order(ByteOrder.LITTLE_ENDIAN);
      Feature feature = Feature.getRootAsFeature(bytes);
      return new SourceFeature(row, geometry(feature, length), columns.values(feature.propertiesAsByteBuffer()));
    } catch (EOFException e) {
      throw new BadInput(file + " row " + row, "the file ends inside the feature", "copy or send it again", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (BadInput e) {
      throw e;
    } catch (RuntimeException e) {
      // The library meets damage with whatever its arrays and buffers throw, and with plain RuntimeException.
      throw new BadInput(file + " row " + row, "the feature is damaged", "export the layer again or delete the row", e);
    }
  }

  private Geometry geometry(Feature feature, int length) {
    var shape = feature.geometry();
    if (shape == null) {
      return null;
    }
    FlatGeobufShape.requireSane(shape, length);
    int type = geometryType == 0 ? shape.type() : geometryType;
    return Coordinates.requireFinite(GeometryConversions.deserialize(shape, type));
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
