package org.parkland.geometry;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

/**
 * Geometry blobs of a GeoPackage (OGC 12-128r18, clause 2.1.3): magic, flags, SRS id, envelope, WKB.
 *
 * <p>Written little-endian with an XY envelope. Not safe to share between threads.
 */
public final class GeoPackageGeometry {
  private static final int HEADER_BYTES = 8;
  private static final int[] ENVELOPE_BYTES = {0, 32, 48, 48, 64};
  private static final int ENVELOPE_XY = 1;
  private static final int EMPTY = 1 << 4;

  private final WKBReader reader = new WKBReader();

  /**
   * @throws ParseException if the bytes are no GeoPackage geometry; the message says why
   */
  public Geometry decode(byte[] blob) throws ParseException {
    if (blob.length < HEADER_BYTES || blob[0] != 'G' || blob[1] != 'P') {
      throw new ParseException("the blob does not begin with 'GP'");
    }
    int envelope = blob[3] >> 1 & 7;
    if (envelope >= ENVELOPE_BYTES.length) {
      throw new ParseException("unknown envelope kind " + envelope);
    }
    int start = HEADER_BYTES + ENVELOPE_BYTES[envelope];
    if (start >= blob.length) {
      throw new ParseException("the blob is cut off");
    }
    byte[] wkb = new byte[blob.length - start];
    System.arraycopy(blob, start, wkb, 0, wkb.length);
    return reader.read(wkb);
  }

  public byte[] encode(Geometry geometry, int srsId) {
    boolean empty = geometry.isEmpty();
    int size = HEADER_BYTES + (empty ? 0 : ENVELOPE_BYTES[ENVELOPE_XY]) + Wkb.bytes(geometry);
    ByteBuffer blob = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    blob.put((byte) 'G').put((byte) 'P').put((byte) 0);
    blob.put((byte) (1 | (empty ? EMPTY : ENVELOPE_XY << 1))).putInt(srsId);
    if (!empty) {
      Envelope box = geometry.getEnvelopeInternal();
      blob.putDouble(box.getMinX()).putDouble(box.getMaxX()).putDouble(box.getMinY()).putDouble(box.getMaxY());
    }
    Wkb.put(blob, geometry);
    return blob.array();
  }
}
