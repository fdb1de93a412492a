package org.parkland.source;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.parkland.BadInput;

/**
 * The .shp file, record after record (ESRI Shapefile Technical Description, July 1998).
 *
 * <p>Lengths in the file are never trusted: a record may not claim more than the file still has. Z and M are
 * passed over.
 */
final class ShpReader implements AutoCloseable {
  private static final int HEADER_BYTES = 100;
  private static final int NULL_SHAPE = 0;
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final String file;
  private final DataInputStream in;
  private final long end;
  private long position = HEADER_BYTES;
  private long row;

  private ShpReader(String file, DataInputStream in, long end) {
    this.file = file;
    this.in = in;
    this.end = end;
  }

  static ShpReader open(Path shp) {
    try {
      long size = Files.size(shp);
      DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(shp), 1 << 16));
      byte[] header = in.readNBytes(HEADER_BYTES);
      long declared = header.length < HEADER_BYTES ? 0 : 2L * ByteBuffer.wrap(header).getInt(24);
      if (declared > size || declared < HEADER_BYTES) {
        in.close();
        throw new BadInput(shp.toString(), "is cut off: it declares " + declared + " bytes and has " + size,
            "copy or send it again");
      }
      return new ShpReader(shp.toString(), in, declared);
    } catch (IOException e) {
      throw new BadInput(shp.toString(), "cannot be read", "check its permissions", e);
    }
  }

  boolean hasNext() {
    return position < end;
  }

  /** The next shape; null for a null shape. */
  Geometry next() {
    row++;
    try {
      int number = in.readInt();
      long length = 2L * in.readInt();
      if (length < 4 || length > end - position - 8) {
        throw damaged("record " + number + " claims " + length + " bytes");
      }
      position += 8 + length;
      return shape(ByteBuffer.wrap(in.readNBytes((int) length)).order(ByteOrder.LITTLE_ENDIAN));
    } catch (EOFException e) {
      throw damaged("the file ends inside the record");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Geometry shape(ByteBuffer record) {
    int type = record.getInt();
    return switch (type) {
      case NULL_SHAPE -> null;
      case 1, 11, 21 -> FACTORY.createPoint(coordinate(needed(record, 16)));
      case 3, 13, 23 -> Rings.lines(FACTORY, parts(record));
      case 5, 15, 25 -> Rings.polygons(FACTORY, parts(record));
      default -> throw damaged("shape type " + type + " is not a point, line or polygon");
    };
  }

  private Coordinate[][] parts(ByteBuffer record) {
    needed(record, 40).position(4 + 32);
    int partCount = record.getInt();
    int pointCount = record.getInt();
    if (partCount < 0 || pointCount < 0 || 4L * partCount + 16L * pointCount > record.remaining()) {
      throw damaged("it claims " + partCount + " parts and " + pointCount + " points");
    }
    int[] starts = new int[partCount + 1];
    for (int i = 0; i < partCount; i++) {
      starts[i] = record.getInt();
    }
    starts[partCount] = pointCount;
    Coordinate[][] parts = new Coordinate[partCount][];
    for (int i = 0; i < partCount; i++) {
      parts[i] = part(record, starts[i + 1] - starts[i], starts[i], starts[i + 1]);
    }
    return parts;
  }

  private Coordinate[] part(ByteBuffer record, int size, int from, int to) {
    if (size < 0 || from < 0 || 16L * size > record.remaining()) {
      throw damaged("a part goes from point " + from + " to " + to);
    }
    Coordinate[] points = new Coordinate[size];
    for (int i = 0; i < size; i++) {
      points[i] = coordinate(record);
    }
    return points;
  }

  private Coordinate coordinate(ByteBuffer record) {
    double x = record.getDouble();
    double y = record.getDouble();
    if (!Double.isFinite(x) || !Double.isFinite(y)) {
      throw damaged("a coordinate is not a number");
    }
    return new Coordinate(x, y);
  }

  private ByteBuffer needed(ByteBuffer record, int bytes) {
    if (record.remaining() < bytes) {
      throw damaged("the record is too short");
    }
    return record;
  }

  private BadInput damaged(String how) {
    return new BadInput(file + " row " + row, "the shape is damaged: " + how,
        "export the layer again or delete the row");
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
