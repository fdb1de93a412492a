package org.parkland.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parkland.BadInput;

/**
 * The .dbf table (dBase III and later). Bytes become text only once the encoding is known, so that it can be
 * decided from them.
 *
 * <p>A column name cut in the middle of a character keeps the whole characters before the cut.
 */
final class DbfReader implements AutoCloseable {
  private static final int FIELD_BYTES = 32;
  private static final int NAME_BYTES = 11;
  private static final byte HEADER_END = 0x0d;
  private static final byte DELETED = '*';
  private static final int BUFFERED_ROWS = 256;

  /** A column: where its bytes stand in a record. */
  record Column(byte[] name, char type, int offset, int length) {}

  private final String file;
  private final FileChannel channel;
  private final List<Column> layout;
  private final int languageByte;
  private final long count;
  private final int headerLength;
  private final int recordLength;
  private ByteBuffer window = ByteBuffer.allocate(0);
  private long windowStart;
  private long windowRows;
  private Charset charset;
  private List<String> names;
  private DbfCells cells;

  private DbfReader(String file, FileChannel channel, ByteBuffer header, List<Column> layout) {
    this.file = file;
    this.channel = channel;
    this.layout = layout;
    this.languageByte = header.get(29) & 0xff;
    this.count = header.getInt(4) & 0xffffffffL;
    this.headerLength = header.getShort(8) & 0xffff;
    this.recordLength = header.getShort(10) & 0xffff;
  }

  static DbfReader open(Path dbf) {
    try {
      FileChannel channel = FileChannel.open(dbf, StandardOpenOption.READ);
      try {
        return open(dbf.toString(), channel);
      } catch (RuntimeException e) {
        channel.close();
        throw e;
      }
    } catch (IOException e) {
      throw new BadInput(dbf.toString(), "cannot be read", "check its permissions", e);
    }
  }

  private static DbfReader open(String file, FileChannel channel) throws IOException {
    ByteBuffer start = ByteBuffer.allocate(32).order(ByteOrder.LITTLE_ENDIAN);
    channel.read(start, 0);
    int headerLength = start.position() < 32 ? 0 : start.getShort(8) & 0xffff;
    if (headerLength < 33 || headerLength > channel.size()) {
      throw new BadInput(file, "is not a dBase table or is cut off", "export the layer again");
    }
    ByteBuffer header = ByteBuffer.allocate(headerLength).order(ByteOrder.LITTLE_ENDIAN);
    channel.read(header, 0);
    DbfReader reader = new DbfReader(file, channel, header, layout(header));
    reader.requireAllRows();
    return reader;
  }

  private static List<Column> layout(ByteBuffer header) {
    List<Column> columns = new ArrayList<>();
    int offset = 1;
    for (int at = 32; at + FIELD_BYTES <= header.limit() && header.get(at) != HEADER_END; at += FIELD_BYTES) {
      byte[] name = Arrays.copyOfRange(header.array(), at, at + NAME_BYTES);
      int length = header.get(at + 16) & 0xff;
      columns.add(new Column(untilZero(name), (char) header.get(at + 11), offset, length));
      offset += length;
    }
    return columns;
  }

  private void requireAllRows() throws IOException {
    int width = layout.stream().mapToInt(Column::length).sum() + 1;
    if (recordLength < width) {
      throw new BadInput(file, "its columns are wider than its rows", "export the layer again");
    }
    long needed = headerLength + count * recordLength;
    if (channel.size() < needed) {
      throw new BadInput(file, "is cut off: " + count + " rows need " + needed + " bytes, it has "
          + channel.size(), "copy or send it again");
    }
  }

  long count() {
    return count;
  }

  /** The code page mark in the header, 0 where there is none. */
  int languageByte() {
    return languageByte;
  }

  Charset encoding() {
    return charset;
  }

  /** Sets the encoding of names and values. */
  void decodeAs(Charset encoding) {
    charset = encoding;
    names = UniqueNames.of(layout.stream().map(each -> name(each.name())).toList());
    cells = new DbfCells(file, encoding);
  }

  /** Whether the row is marked as deleted: it is still in the file but no longer in the table. */
  boolean isDeleted(long row) {
    return window(row).get((int) (row - windowStart) * recordLength) == DELETED;
  }

  /** What reading the values found out. */
  List<Notice> notices() {
    return cells == null ? List.of() : cells.notices();
  }

  List<String> columns() {
    return names;
  }

  List<Column> layout() {
    return layout;
  }

  /** The bytes of a text value, without padding. */
  byte[] bytes(long row, Column column) {
    ByteBuffer rows = window(row);
    int start = (int) (row - windowStart) * recordLength + column.offset();
    int end = start + column.length();
    byte[] raw = rows.array();
    while (end > start && (raw[end - 1] == ' ' || raw[end - 1] == 0)) {
      end--;
    }
    while (start < end && raw[start] == ' ') {
      start++;
    }
    return Arrays.copyOfRange(raw, start, end);
  }

  /** The values of a row, empty cells left out. */
  Map<String, Object> read(long row) {
    byte[] rows = window(row).array();
    int start = (int) (row - windowStart) * recordLength;
    Map<String, Object> values = new LinkedHashMap<>(2 * layout.size());
    for (int i = 0; i < layout.size(); i++) {
      Object value = cells.read(row, names.get(i), layout.get(i), rows, start + layout.get(i).offset());
      if (value != null) {
        values.put(names.get(i), value);
      }
    }
    return values;
  }

  private ByteBuffer window(long row) {
    if (row < windowStart || row >= windowStart + windowRows) {
      windowStart = row;
      windowRows = Math.min(BUFFERED_ROWS, count - row);
      window = ByteBuffer.allocate((int) windowRows * recordLength);
      try {
        long at = headerLength + row * recordLength;
        while (window.hasRemaining() && channel.read(window, at + window.position()) > 0) {
          continue;
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return window;
  }

  private String name(byte[] bytes) {
    return DbfCells.withoutCut(new String(bytes, charset)).strip();
  }

  private static byte[] untilZero(byte[] name) {
    int end = 0;
    while (end < name.length && name[end] != 0) {
      end++;
    }
    return Arrays.copyOf(name, end);
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
