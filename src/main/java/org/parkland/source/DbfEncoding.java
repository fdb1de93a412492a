package org.parkland.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Decides the encoding of a .dbf: what .cpg and the language byte say is tried first and believed only if the
 * bytes agree; then strict UTF-8, then GB18030 (which holds GBK and GB 2312).
 */
final class DbfEncoding {
  private static final Charset GB18030 = Charset.forName("GB18030");
  /** Language byte of code page 936. */
  private static final int GBK_BYTE = 0x4d;
  private static final int SAMPLED_ROWS = 2_000;
  /** Bytes of an incomplete last character: three of the four that UTF-8 and GB18030 can need. */
  private static final int LONGEST_CUT = 3;

  private DbfEncoding() {}

  static Charset detect(DbfReader table, Optional<Path> cpg) {
    List<Charset> candidates = new ArrayList<>();
    cpg.flatMap(DbfEncoding::declared).ifPresent(candidates::add);
    if (table.languageByte() == GBK_BYTE) {
      candidates.add(GB18030);
    }
    candidates.add(StandardCharsets.UTF_8);
    List<Sample> sample = sample(table);
    return candidates.stream()
        .filter(charset -> sample.stream().allMatch(each -> each.decodes(charset)))
        .findFirst().orElse(GB18030);
  }

  private static Optional<Charset> declared(Path cpg) {
    try {
      String word = Files.readString(cpg, StandardCharsets.ISO_8859_1).strip().toUpperCase(Locale.ROOT);
      return switch (word) {
        case "936", "ANSI 936", "GBK", "GB2312", "GB18030", "CP936" -> Optional.of(GB18030);
        case "UTF8", "65001" -> Optional.of(StandardCharsets.UTF_8);
        default -> Optional.of(Charset.forName(word));
      };
    } catch (IOException | IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty();
    }
  }

  /** Text values spread over the whole table: the first rows are often roads without names. */
  private static List<Sample> sample(DbfReader table) {
    List<Sample> sample = new ArrayList<>();
    table.layout().forEach(column -> sample.add(new Sample(column.name(), column.name().length >= 10)));
    long step = Math.max(1, table.count() / SAMPLED_ROWS);
    for (long row = 0; row < table.count(); row += step) {
      for (DbfReader.Column column : table.layout()) {
        if (column.type() == 'C') {
          byte[] bytes = table.bytes(row, column);
          sample.add(new Sample(bytes, bytes.length == column.length()));
        }
      }
    }
    return sample;
  }

  /** Bytes of a name or value, and whether they fill their field, so that a last character may be cut. */
  private record Sample(byte[] bytes, boolean full) {
    boolean decodes(Charset charset) {
      int mayBeCut = full ? LONGEST_CUT : 0;
      for (int cut = 0; cut <= Math.min(mayBeCut, bytes.length); cut++) {
        if (decodes(charset, bytes.length - cut)) {
          return true;
        }
      }
      return false;
    }

    private boolean decodes(Charset charset, int length) {
      try {
        charset.newDecoder().decode(ByteBuffer.wrap(bytes, 0, length));
        return true;
      } catch (CharacterCodingException e) {
        return false;
      }
    }
  }
}
