package org.parkland.source;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wololo.flatgeobuf.generated.ColumnType;
import org.wololo.flatgeobuf.generated.Header;

/** The columns of a FlatGeobuf, and the values a feature packs as pairs of column number and bytes. */
record FlatGeobufColumns(List<String> names, List<Integer> types) {
  private static final int MOST_COLUMNS = 10_000;

  static FlatGeobufColumns of(Header header) {
    int count = header.columnsLength();
    if (count < 0 || count > MOST_COLUMNS) {
      throw new IllegalArgumentException(count + " columns");
    }
    List<String> names = new ArrayList<>();
    List<Integer> types = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      names.add(String.valueOf(header.columns(i).name()));
      types.add(header.columns(i).type());
    }
    return new FlatGeobufColumns(UniqueNames.of(names), types);
  }

  /** @param packed null where a feature has no values */
  Map<String, Object> values(ByteBuffer packed) {
    Map<String, Object> values = new LinkedHashMap<>();
    if (packed == null) {
      return values;
    }
    ByteBuffer bytes = packed.slice().order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining()) {
      int column = bytes.getShort() & 0xffff;
      Object value = value(bytes, types.get(column));
      if (value != null) {
        values.put(names.get(column), value);
      }
    }
    return values;
  }

  private static Object value(ByteBuffer bytes, int type) {
    return switch (type) {
      case ColumnType.Byte -> bytes.get();
      case ColumnType.UByte -> bytes.get() & 0xff;
      case ColumnType.Bool -> bytes.get() != 0;
      case ColumnType.Short -> bytes.getShort();
      case ColumnType.UShort -> bytes.getShort() & 0xffff;
      case ColumnType.Int -> bytes.getInt();
      case ColumnType.UInt -> bytes.getInt() & 0xffffffffL;
      case ColumnType.Long -> bytes.getLong();
      case ColumnType.ULong -> new java.math.BigInteger(Long.toUnsignedString(bytes.getLong()));
      case ColumnType.Float -> bytes.getFloat();
      case ColumnType.Double -> bytes.getDouble();
      case ColumnType.String, ColumnType.Json -> blankless(text(bytes));
      case ColumnType.DateTime -> date(text(bytes));
      case ColumnType.Binary -> skip(bytes);
      default -> throw new IllegalArgumentException("a column of type " + type);
    };
  }

  private static String text(ByteBuffer bytes) {
    byte[] text = new byte[length(bytes)];
    bytes.get(text);
    return new String(text, StandardCharsets.UTF_8);
  }

  private static Object skip(ByteBuffer bytes) {
    int length = length(bytes);
    bytes.position(bytes.position() + length);
    return null;
  }

  private static int length(ByteBuffer bytes) {
    int length = bytes.getInt();
    if (length < 0 || length > bytes.remaining()) {
      throw new IllegalArgumentException("a value of " + length + " bytes");
    }
    return length;
  }

  private static String blankless(String text) {
    return text.isBlank() ? null : text;
  }

  /** The day of a date with or without time; other text stays as it is. */
  private static Object date(String text) {
    try {
      return LocalDate.parse(text.substring(0, Math.min(10, text.length())).replace('/', '-'));
    } catch (DateTimeException e) {
      return blankless(text);
    }
  }
}
