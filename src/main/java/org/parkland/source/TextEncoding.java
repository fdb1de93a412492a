package org.parkland.source;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.parkland.BadInput;

/** The encoding of a text file: its byte order mark, else UTF-8 if every byte fits, else GB18030. */
final class TextEncoding {
  static final Charset GB18030 = Charset.forName("GB18030");
  private static final int CHUNK = 1 << 16;

  private TextEncoding() {}

  /** From the whole file: the first Chinese character may stand near its end. */
  static Charset of(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      Charset marked = marked(in.readNBytes(3));
      if (marked != null) {
        return marked;
      }
    } catch (IOException e) {
      throw unreadable(file, e);
    }
    return isUtf8(file) ? StandardCharsets.UTF_8 : GB18030;
  }

  /** From the first bytes of a file, of which the last character may be cut. */
  static Charset of(byte[] start) {
    Charset marked = marked(start);
    if (marked != null) {
      return marked;
    }
    CharBuffer out = CharBuffer.allocate(start.length + 1);
    boolean utf8 = !StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(start), out, false).isError();
    return utf8 ? StandardCharsets.UTF_8 : GB18030;
  }

  /** Opens a text file, past its byte order mark. */
  static BufferedReader reader(Path file, Charset charset) throws IOException {
    BufferedReader reader = new BufferedReader(new InputStreamReader(Files.newInputStream(file), charset), CHUNK);
    reader.mark(1);
    if (reader.read() != '\uFEFF') {
      reader.reset();
    }
    return reader;
  }

  private static Charset marked(byte[] start) {
    if (start.length >= 3 && start[0] == (byte) 0xef && start[1] == (byte) 0xbb && start[2] == (byte) 0xbf) {
      return StandardCharsets.UTF_8;
    }
    if (start.length >= 2 && start[0] == (byte) 0xff && start[1] == (byte) 0xfe) {
      return StandardCharsets.UTF_16LE;
    }
    return start.length >= 2 && start[0] == (byte) 0xfe && start[1] == (byte) 0xff ? StandardCharsets.UTF_16BE : null;
  }

  private static boolean isUtf8(Path file) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer bytes = ByteBuffer.allocate(CHUNK);
    CharBuffer chars = CharBuffer.allocate(CHUNK);
    try (var channel = Files.newByteChannel(file)) {
      boolean end = false;
      while (!end) {
        end = channel.read(bytes) < 0;
        CoderResult result = decoder.decode(bytes.flip(), chars.clear(), end);
        if (result.isError()) {
          return false;
        }
        bytes.compact();
      }
      return true;
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  static BadInput unreadable(Path file, IOException e) {
    return new BadInput(file.toString(), "cannot be read", "check its permissions", e);
  }
}
