package org.parkland.source;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import org.parkland.BadInput;

/** Lines of a text file with their numbers, ended by CRLF, LF or CR; blank ones are passed over. */
final class TextLines implements AutoCloseable {
  private static final int LONGEST = 1 << 16;

  private final Path file;
  private final BufferedReader in;
  private int number;
  private boolean carriageReturn;

  TextLines(Path file, Charset charset) {
    this.file = file;
    try {
      this.in = TextEncoding.reader(file, charset);
    } catch (IOException e) {
      throw TextEncoding.unreadable(file, e);
    }
  }

  /**
   * The next line that is not blank, without blanks around it; null at the end.
   *
   * @throws BadInput if a line is so long that the file cannot be a text of this kind
   */
  String next() {
    try {
      String line = read();
      while (line != null && line.isBlank()) {
        line = read();
      }
      return line == null ? null : line.strip();
    } catch (IOException e) {
      throw TextEncoding.unreadable(file, e);
    }
  }

  /** Number of the line last returned, from 1. */
  int number() {
    return number;
  }

  private String read() throws IOException {
    StringBuilder line = new StringBuilder();
    int c = in.read();
    if (carriageReturn && c == '\n') {
      c = in.read();
    }
    if (c < 0) {
      return null;
    }
    number++;
    while (c >= 0 && c != '\n' && c != '\r') {
      line.append((char) c);
      if (line.length() > LONGEST) {
        throw new BadInput(file + " line " + number, "is longer than " + LONGEST + " characters",
            "check that this is the right file");
      }
      c = in.read();
    }
    carriageReturn = c == '\r';
    return line.toString();
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw TextEncoding.unreadable(file, e);
    }
  }
}
