package org.parkland.tile;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.parkland.tile.pmtiles.Gzip;

/** An encoded tile. No bytes at all is the valid form of a tile without land. Safe to share between threads. */
public final class Tile {
  static final Tile EMPTY = new Tile(new byte[0]);

  private final byte[] bytes;
  private final byte[] digest;
  private volatile byte[] packed;

  Tile(byte[] bytes) {
    this.bytes = bytes;
    this.digest = sha256(bytes);
  }

  /** The protobuf message, media type {@code application/vnd.mapbox-vector-tile}, not compressed; not to be changed. */
  public byte[] bytes() {
    return bytes;
  }

  /** The same compressed with gzip: once, because packing takes longer than all else about answering a kept tile. */
  public byte[] packed() {
    if (packed == null) {
      packed = Gzip.pack(bytes);
    }
    return packed;
  }

  public boolean isEmpty() {
    return bytes.length == 0;
  }

  /**
   * Strong entity tag (RFC 9110 §8.8.3), quoted: half the SHA-256 of the bytes.
   *
   * <p>It follows the content alone, so a tile that a new import or another day leaves as it was keeps its tag.
   * A cached tile is not built again to tell it.
   */
  public String etag() {
    return '"' + HexFormat.of().formatHex(digest, 0, digest.length / 2) + '"';
  }

  byte[] digest() {
    return digest;
  }

  boolean hasDigest(byte[] expected) {
    return Arrays.equals(digest, expected);
  }

  static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform must have SHA-256", e);
    }
  }
}
