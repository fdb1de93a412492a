package org.parkland.sink;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.parkland.BadInput;

/**
 * The attribute file (dBASE III) of a shapefile. Language driver 0x4D says code page 936 (GBK),
 * which is what domestic ArcGIS writes when it adds no .cpg file; for any other encoding it is 0 and the .cpg says it.
 */
final class DbfTable implements AutoCloseable {
  private static final int LANGUAGE_DRIVER_GBK = 0x4D;
  private static final int MOST_COLUMNS = 255;
  private static final int LONGEST_TEXT = 254;
  private static final long LIMIT_BYTES = Integer.MAX_VALUE;
  /** Date of last change in the header, fixed so that equal tables have equal bytes. */
  private static final LocalDate CHANGED = LocalDate.of(2025, 12, 31);

  private final Path file;
  private final List<Column> columns;
  private final Charset charset;
  private final CharsetEncoder encoder;
  private final OutputStream out;
  private final byte[] row;
  private int rows;

  DbfTable(Path file, List<Column> columns, Charset charset) throws IOException {
    this.file = file;
    this.columns = columns;
    this.charset = charset;
    this.encoder = charset.newEncoder();
    requireFit(columns);
    this.row = new byte[1 + columns.stream().mapToInt(Column::width).sum()];
    this.out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
    out.write(header());
  }

  private static void requireFit(List<Column> columns) {
    if (columns.size() > MOST_COLUMNS) {
      throw new BadInput("shapefile", columns.size() + " columns are too many, it holds " + MOST_COLUMNS,
          "use a GeoPackage");
    }
    columns.stream().filter(each -> each.width() > LONGEST_TEXT).findFirst().ifPresent(each -> {
      throw new BadInput("shapefile field " + each.name(), "holds text of " + each.width() + " bytes, a shapefile has "
          + LONGEST_TEXT, "use a GeoPackage");
    });
  }

  void write(Object[] values) throws IOException {
    if (32L * (columns.size() + 2) + (rows + 1L) * row.length > LIMIT_BYTES) {
      throw new BadInput(file.getFileName().toString(), "a shapefile's table cannot exceed 2 GB",
          "use a GeoPackage, or export a part");
    }
    Arrays.fill(row, (byte) ' ');
    int at = 1;
    for (int i = 0; i < columns.size(); i++) {
      put(columns.get(i), values[i], at);
      at += columns.get(i).width();
    }
    out.write(row);
    rows++;
  }

  private void put(Column column, Object value, int at) {
    if (value == null) {
      return;
    }
    switch (column.type()) {
      case TEXT -> putText(value.toString(), column.width(), at);
      case DATE -> putDate((LocalDate) value, at);
      case FLAG -> row[at] = (byte) (Boolean.TRUE.equals(value) ? 'T' : 'F');
      default -> putNumber((Number) value, column, at);
    }
  }

  /** Cuts text that is too long before the first character that does not fit as a whole. */
  private void putText(String text, int width, int at) {
    if (!encoder.canEncode(text)) {
      throw new BadInput("row " + (rows + 1), "'" + text + "' cannot be written as " + charset,
          "export with the encoding UTF-8");
    }
    byte[] bytes = text.getBytes(charset);
    String kept = text;
    while (bytes.length > width) {
      kept = kept.substring(0, kept.offsetByCodePoints(kept.length(), -1));
      bytes = kept.getBytes(charset);
    }
    System.arraycopy(bytes, 0, row, at, bytes.length);
  }

  private void putDate(LocalDate date, int at) {
    putDigits(date.getYear() * 10_000L + date.getMonthValue() * 100L + date.getDayOfMonth(), at + 8);
  }

  private void putNumber(Number value, Column column, int at) {
    if (value instanceof Double && column.decimals() == 2 && Math.abs(value.doubleValue()) < 1e10) {
      putHundredths(Math.round(value.doubleValue() * 100), column, at);
      return;
    }
    BigDecimal exact = new BigDecimal(value.toString());
    String text = exact.setScale(column.decimals(), RoundingMode.HALF_UP).toPlainString();
    if (text.length() > column.width()) {
      throw new IllegalArgumentException(
          "column " + column.name() + ": " + text + " needs more than " + column.width() + " places");
    }
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(bytes, 0, row, at + column.width() - bytes.length, bytes.length);
  }

  /** The common case without garbage: digits from the right, the point in its place. */
  private void putHundredths(long scaled, Column column, int at) {
    long rest = Math.abs(scaled);
    int i = at + column.width();
    for (int d = 0; d < column.decimals(); d++, rest /= 10) {
      row[--i] = (byte) ('0' + rest % 10);
    }
    if (column.decimals() > 0) {
      row[--i] = '.';
    }
    i = putDigits(rest, i);
    if (scaled < 0) {
      row[--i] = '-';
    }
    if (i < at) {
      throw new IllegalArgumentException("column " + column.name() + " is too narrow");
    }
  }

  /** Writes digits so that they end before position {@code end}; returns where they begin. */
  private int putDigits(long number, int end) {
    int i = end;
    long rest = number;
    do {
      row[--i] = (byte) ('0' + rest % 10);
      rest /= 10;
    } while (rest > 0);
    return i;
  }

  private byte[] header() {
    int length = 32 + 32 * columns.size() + 1;
    ByteBuffer h = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    h.put((byte) 0x03).put((byte) (CHANGED.getYear() - 1900));
    h.put((byte) CHANGED.getMonthValue()).put((byte) CHANGED.getDayOfMonth());
    h.putInt(rows).putShort((short) length).putShort((short) row.length);
    h.put(29, (byte) (charset.equals(ShapefileWriter.GBK) ? LANGUAGE_DRIVER_GBK : 0)).position(32);
    for (Column column : columns) {
      putDescriptor(h, column);
    }
    h.put((byte) 0x0D);
    return h.array();
  }

  private void putDescriptor(ByteBuffer h, Column column) {
    byte[] name = column.name().getBytes(charset);
    if (name.length > 10) {
      throw new IllegalArgumentException("column name longer than 10 bytes: " + column.name());
    }
    int start = h.position();
    h.put(name).position(start + 11);
    h.put((byte) switch (column.type()) {
      case TEXT -> 'C';
      case DATE -> 'D';
      case FLAG -> 'L';
      default -> 'N';
    });
    h.position(start + 16);
    h.put((byte) column.width()).put((byte) column.decimals()).position(start + 32);
  }

  @Override
  public void close() throws IOException {
    out.write(0x1A);
    out.close();
    try (RandomAccessFile again = new RandomAccessFile(file.toFile(), "rw")) {
      again.write(header());
    }
  }
}
