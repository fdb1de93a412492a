package org.parkland.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.parkland.BadInput;

/** The characters of a GeoJSON file: UTF-8 as the standard says, or GB18030 as some offices send it. */
final class GeoJsonText {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;
  private final Charset charset;

  /** @param chosen by the user, or null */
  GeoJsonText(Path file, Charset chosen) {
    this.file = file;
    this.charset = chosen != null ? chosen : TextEncoding.of(file);
  }

  Path file() {
    return file;
  }

  /** The encoding where it is not the standard's; null where it is. */
  Charset encoding() {
    return charset.equals(StandardCharsets.UTF_8) ? null : charset;
  }

  /** A parser before the first token; it reads whole features as trees. */
  JsonParser parser() throws IOException {
    return new JsonFactory().setCodec(JSON).createParser(new Separated(TextEncoding.reader(file, charset)));
  }

  /** Moves the parser to the first feature of a collection. */
  void seekFeatures(JsonParser parser) throws IOException {
    parser.nextToken();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      boolean features = parser.currentName().equals("features");
      if (parser.nextToken() == JsonToken.START_ARRAY && features) {
        parser.nextToken();
        return;
      }
      parser.skipChildren();
    }
    throw noFeatures();
  }

  BadInput noFeatures() {
    return new BadInput(file.toString(), "is JSON but has no 'features' list", "deliver a GeoJSON FeatureCollection");
  }

  BadInput broken(IOException e) {
    return broken(file.toString(), e);
  }

  static BadInput broken(String file, IOException e) {
    boolean syntax = e instanceof JsonProcessingException json && json.getLocation() != null;
    String place = syntax ? file + " line " + ((JsonProcessingException) e).getLocation().getLineNr() : file;
    return new BadInput(place, "is not valid JSON or is cut off", "export the layer again", e);
  }

  /** Record separators (RFC 8142) read as blanks. */
  private static final class Separated extends FilterReader {
    private static final char SEPARATOR = 0x1e;

    Separated(Reader in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int c = super.read();
      return c == SEPARATOR ? ' ' : c;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
      int count = super.read(buffer, offset, length);
      for (int i = offset; i < offset + count; i++) {
        if (buffer[i] == SEPARATOR) {
          buffer[i] = ' ';
        }
      }
      return count;
    }
  }
}
