package org.parkland.tile;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Fields of a protobuf message as {@link ProtoBuffer} writes them: integers, doubles, texts and messages. */
final class ProtoFields {
  private static final int VARINT = 0;
  private static final int FIXED64 = 1;

  private final byte[] bytes;
  private final int from;
  private final int end;
  private int at;

  ProtoFields(byte[] bytes) {
    this(bytes, 0, bytes.length);
  }

  private ProtoFields(byte[] bytes, int from, int end) {
    this.bytes = bytes;
    this.from = from;
    this.end = end;
  }

  /** The first message with a number; one without fields if there is none. */
  ProtoFields message(int number) {
    List<ProtoFields> found = delimited(number);
    return found.isEmpty() ? new ProtoFields(new byte[0]) : found.get(0);
  }

  List<String> texts(int number) {
    return delimited(number).stream()
        .map(each -> new String(bytes, each.from, each.end - each.from, StandardCharsets.UTF_8)).toList();
  }

  private List<ProtoFields> delimited(int number) {
    List<ProtoFields> found = new ArrayList<>();
    at = from;
    while (at < end) {
      int key = (int) varint();
      if ((key & 7) == VARINT) {
        varint();
      } else if ((key & 7) == FIXED64) {
        at += Long.BYTES;
      } else {
        int length = (int) varint();
        if (key >>> 3 == number) {
          found.add(new ProtoFields(bytes, at, at + length));
        }
        at += length;
      }
    }
    return found;
  }

  private long varint() {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = bytes[at++];
      value |= (next & 0x7fL) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }
}
