package org.parkland.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.parkland.BadInput;

/** The first bytes of a file, from which its format is told. */
final class Beginning {
  private static final int BYTES = 1 << 16;
  private static final byte[] SQLITE = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final byte[] EMPTY_ZIP = {'P', 'K', 5, 6};
  private static final byte[] SHP = {0, 0, 0x27, 0x0a};
  private static final byte[] FLATGEOBUF = {'f', 'g', 'b', 3, 'f', 'g', 'b'};
  /** RFC 8142 puts a record separator before each text. */
  private static final char RECORD_SEPARATOR = 0x1e;

  private final byte[] bytes;
  private String text;

  private Beginning(byte[] bytes) {
    this.bytes = bytes;
  }

  static Beginning of(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return new Beginning(in.readNBytes(BYTES));
    } catch (IOException e) {
      throw new BadInput(file.toString(), "cannot be read", "check its permissions", e);
    }
  }

  boolean isZip() {
    return startsWith(ZIP) || startsWith(EMPTY_ZIP);
  }

  boolean isSqlite() {
    return startsWith(SQLITE);
  }

  boolean isShp() {
    return startsWith(SHP);
  }

  boolean isFlatGeobuf() {
    return startsWith(FLATGEOBUF);
  }

  boolean isJson() {
    String start = text().stripLeading();
    return start.startsWith("{") || !start.isEmpty() && start.charAt(0) == RECORD_SEPARATOR;
  }

  /** Decoded by the encoding the bytes suggest; a last character that is cut off is left out. Never null. */
  String text() {
    if (text == null) {
      text = new String(bytes, TextEncoding.of(bytes)).replace("\uFEFF", "");
    }
    return text;
  }

  /** Whether there is no zero byte, which text has only in UTF-16. */
  boolean isText() {
    return text().indexOf('\0') < 0 && !text().isBlank();
  }

  /** The first bytes, one character each, for formats that begin with ASCII words. */
  String latin(int length) {
    return new String(bytes, 0, Math.min(length, bytes.length), StandardCharsets.ISO_8859_1)
        .replaceFirst("^\u00ef\u00bb\u00bf", "");
  }

  private boolean startsWith(byte[] magic) {
    return bytes.length >= magic.length && Arrays.equals(bytes, 0, magic.length, magic, 0, magic.length);
  }
}
