package org.parkland.tile.pmtiles;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The first 127 bytes of an archive (specification, section 3).
 *
 * @param root where the root directory lies, like the other sections
 * @param addressed tiles that have content
 * @param entries of all directories for tiles
 * @param contents that differ
 * @param box west, south, east, north of the tiles, degrees
 */
record Header(Section root, Section metadata, Section leaves, Section tiles, long addressed, long entries,
    long contents, int minZoom, int maxZoom, double[] box) {
  static final int BYTES = 127;
  /** Header and root directory lie within these. */
  static final int FIRST_BYTES = 16_384;

  private static final byte[] MAGIC = "PMTiles".getBytes(StandardCharsets.US_ASCII);
  private static final byte VERSION = 3;
  private static final byte CLUSTERED = 1;
  private static final byte GZIP = 2;
  private static final byte VECTOR_TILES = 1;
  private static final int COMPRESSIONS_AT = 97;
  private static final int BOX_AT = 102;
  private static final double PER_DEGREE = 1e7;

  /** Bytes from the start of the file. */
  record Section(long offset, long length) {}

  byte[] encode() {
    ByteBuffer out = ByteBuffer.allocate(BYTES).order(ByteOrder.LITTLE_ENDIAN).put(MAGIC).put(VERSION);
    for (Section each : new Section[] {root, metadata, leaves, tiles}) {
      out.putLong(each.offset()).putLong(each.length());
    }
    out.putLong(addressed).putLong(entries).putLong(contents);
    out.put(CLUSTERED).put(GZIP).put(GZIP).put(VECTOR_TILES).put((byte) minZoom).put((byte) maxZoom);
    for (double each : box) {
      out.putInt(e7(each));
    }
    out.put((byte) minZoom).putInt(e7((box[0] + box[2]) / 2)).putInt(e7((box[1] + box[3]) / 2));
    return out.array();
  }

  private static int e7(double degrees) {
    return (int) Math.round(degrees * PER_DEGREE);
  }

  /** @throws IOException if it is no archive of this version, or of other tiles or compression than ours */
  static Header decode(byte[] bytes) throws IOException {
    ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    for (byte each : MAGIC) {
      if (in.get() != each) {
        throw new IOException("is no PMTiles archive");
      }
    }
    if (in.get() != VERSION) {
      throw new IOException("is no PMTiles archive of version " + VERSION);
    }
    Section[] sections = new Section[4];
    for (int i = 0; i < sections.length; i++) {
      sections[i] = new Section(in.getLong(), in.getLong());
    }
    long addressed = in.getLong();
    long entries = in.getLong();
    long contents = in.getLong();
    in.position(COMPRESSIONS_AT);
    if (in.get() != GZIP || in.get() != GZIP || in.get() != VECTOR_TILES) {
      throw new IOException("holds other than vector tiles compressed with gzip");
    }
    int minZoom = in.get();
    int maxZoom = in.get();
    in.position(BOX_AT);
    double[] box = new double[4];
    for (int i = 0; i < box.length; i++) {
      box[i] = in.getInt() / PER_DEGREE;
    }
    return new Header(sections[0], sections[1], sections[2], sections[3], addressed, entries, contents, minZoom,
        maxZoom, box);
  }
}
