package org.parkland.tile;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;
import org.locationtech.jts.geom.Envelope;

/**
 * What one pass over a snapshot has found out.
 *
 * @param bounds box of all land, Mercator metres
 * @param merged tiles that have been made from the raster of the whole snapshot
 */
record Pyramid(Envelope bounds, Set<TileAddress> merged) {
  byte[] toBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeDouble(bounds.getMinX());
      out.writeDouble(bounds.getMaxX());
      out.writeDouble(bounds.getMinY());
      out.writeDouble(bounds.getMaxY());
      out.writeInt(merged.size());
      for (TileAddress each : merged) {
        out.writeInt(each.z());
        out.writeInt(each.x());
        out.writeInt(each.y());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static Pyramid from(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      double west = in.readDouble();
      double east = in.readDouble();
      double south = in.readDouble();
      double north = in.readDouble();
      // A box without land was written as it stands: west beyond east.
      Envelope bounds = west > east ? new Envelope() : new Envelope(west, east, south, north);
      Set<TileAddress> merged = new HashSet<>();
      for (int rest = in.readInt(); rest > 0; rest--) {
        merged.add(new TileAddress(in.readInt(), in.readInt(), in.readInt()));
      }
      return new Pyramid(bounds, merged);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
