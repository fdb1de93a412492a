package org.parkland.bench;

import java.nio.ByteBuffer;
import java.util.Locale;

/** Finds the end of one answer of HTTP/1.1 after another and keeps nothing of it but its status (RFC 9112, 6 and 7.1). */
final class AnswerReader {
  private enum Part { STATUS, HEADERS, BODY, CHUNK_SIZE, CHUNK, CHUNK_END, TRAILER }

  private final StringBuilder line = new StringBuilder();
  private Part part = Part.STATUS;
  private int status;
  private boolean chunked;
  private long left;

  /** Of the answer that was whole last. */
  int status() {
    return status;
  }

  /** Takes what has come; whether the answer is whole with it. */
  boolean take(ByteBuffer bytes) {
    while (bytes.hasRemaining()) {
      boolean whole = part == Part.BODY || part == Part.CHUNK ? skip(bytes) : character((char) bytes.get()) && line();
      if (whole) {
        part = Part.STATUS;
        return true;
      }
    }
    return false;
  }

  private boolean skip(ByteBuffer bytes) {
    int taken = (int) Math.min(left, bytes.remaining());
    bytes.position(bytes.position() + taken);
    left -= taken;
    boolean whole = left == 0 && part == Part.BODY;
    part = left == 0 ? Part.CHUNK_END : part;
    return whole;
  }

  private boolean character(char next) {
    if (next != '\n' && next != '\r') {
      line.append(next);
    }
    return next == '\n';
  }

  private boolean line() {
    String text = line.toString().toLowerCase(Locale.ROOT);
    line.setLength(0);
    switch (part) {
      case STATUS -> begin(text);
      case HEADERS -> {
        header(text);
        return text.isEmpty() && !chunked && left == 0;
      }
      case CHUNK_SIZE -> {
        left = Long.parseLong(text.replaceFirst(";.*", "").strip(), 16);
        part = left == 0 ? Part.TRAILER : Part.CHUNK;
      }
      case CHUNK_END -> part = Part.CHUNK_SIZE;
      default -> {
        return text.isEmpty();
      }
    }
    return false;
  }

  private void begin(String text) {
    status = Integer.parseInt(text.split(" ")[1]);
    chunked = false;
    left = 0;
    part = Part.HEADERS;
  }

  private void header(String text) {
    if (text.startsWith("content-length:")) {
      left = Long.parseLong(text.substring("content-length:".length()).strip());
    } else if (text.startsWith("transfer-encoding:")) {
      chunked = text.endsWith("chunked");
    } else if (text.isEmpty()) {
      part = chunked ? Part.CHUNK_SIZE : Part.BODY;
    }
  }
}
