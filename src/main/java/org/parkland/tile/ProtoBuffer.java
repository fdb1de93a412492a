package org.parkland.tile;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Growing bytes with the four protobuf encodings that vector tiles need. */
final class ProtoBuffer {
  private static final int VARINT = 0;
  private static final int FIXED64 = 1;
  private static final int DELIMITED = 2;

  private byte[] bytes = new byte[64];
  private int size;

  int size() {
    return size;
  }

  void clear() {
    size = 0;
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }

  /** An integer without its field number, as inside packed fields. */
  void varint(long value) {
    reserve(10);
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      bytes[size++] = (byte) (rest & 0x7f | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
  }

  /** A signed integer whose small magnitudes are short. */
  void zigzag(int value) {
    varint((value << 1 ^ value >> 31) & 0xffffffffL);
  }

  void field(int number, long value) {
    varint((long) number << 3 | VARINT);
    varint(value);
  }

  void field(int number, double value) {
    varint((long) number << 3 | FIXED64);
    reserve(8);
    long bits = Double.doubleToLongBits(value);
    for (int shift = 0; shift < 64; shift += 8) {
      bytes[size++] = (byte) (bits >>> shift);
    }
  }

  void field(int number, String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    field(number, utf8, utf8.length);
  }

  /** A message or packed field. */
  void field(int number, ProtoBuffer message) {
    field(number, message.bytes, message.size);
  }

  private void field(int number, byte[] content, int length) {
    varint((long) number << 3 | DELIMITED);
    varint(length);
    append(content, length);
  }

  /** Fields that are already encoded. */
  void append(ProtoBuffer fields) {
    append(fields.bytes, fields.size);
  }

  private void append(byte[] content, int length) {
    reserve(length);
    System.arraycopy(content, 0, bytes, size, length);
    size += length;
  }

  private void reserve(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(size + more, 2 * bytes.length));
    }
  }
}
