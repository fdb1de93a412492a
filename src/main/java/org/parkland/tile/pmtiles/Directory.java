package org.parkland.tile.pmtiles;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/** A directory as bytes: columns of variable-length integers, compressed (specification, section 4.2). */
final class Directory {
  private Directory() {}

  static byte[] encode(List<Entry> entries) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    varint(out, entries.size());
    long before = 0;
    for (Entry each : entries) {
      varint(out, each.tile() - before);
      before = each.tile();
    }
    column(out, entries, Entry::run);
    column(out, entries, Entry::length);
    long end = -1;
    for (Entry each : entries) {
      // 0 says: right behind the content before.
      varint(out, each.offset() == end ? 0 : each.offset() + 1);
      end = each.offset() + each.length();
    }
    return Gzip.pack(out.toByteArray());
  }

  private static void column(ByteArrayOutputStream out, List<Entry> entries, ToLongFunction<Entry> value) {
    entries.forEach(each -> varint(out, value.applyAsLong(each)));
  }

  static List<Entry> decode(byte[] bytes) throws IOException {
    InputStream in = new ByteArrayInputStream(Gzip.unpack(bytes));
    int count = Math.toIntExact(varint(in));
    long[] tiles = column(in, count);
    long[] runs = column(in, count);
    long[] lengths = column(in, count);
    long[] offsets = column(in, count);
    List<Entry> entries = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      tiles[i] += i > 0 ? tiles[i - 1] : 0;
      offsets[i] = offsets[i] == 0 && i > 0 ? offsets[i - 1] + lengths[i - 1] : offsets[i] - 1;
      entries.add(new Entry(tiles[i], offsets[i], Math.toIntExact(lengths[i]), Math.toIntExact(runs[i])));
    }
    return entries;
  }

  private static long[] column(InputStream in, int count) throws IOException {
    long[] values = new long[count];
    for (int i = 0; i < count; i++) {
      values[i] = varint(in);
    }
    return values;
  }

  /** The last entry that does not lie behind a tile, or null. */
  static Entry find(List<Entry> entries, long tile) {
    int low = 0;
    int high = entries.size();
    while (low < high) {
      int middle = low + high >>> 1;
      if (entries.get(middle).tile() <= tile) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low == 0 ? null : entries.get(low - 1);
  }

  private static void varint(ByteArrayOutputStream out, long value) {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      out.write((int) (rest & 0x7f | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
  }

  private static long varint(InputStream in) throws IOException {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      int next = in.read();
      if (next < 0) {
        throw new EOFException("a directory ends early");
      }
      value |= (next & 0x7fL) << shift;
      if (next < 0x80) {
        return value;
      }
    }
    throw new IOException("a number in a directory is too long");
  }
}
