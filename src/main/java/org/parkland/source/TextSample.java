package org.parkland.source;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Names and text values of a .dbf that are not plain ASCII, spread over the whole table, to try encodings on. */
final class TextSample {
  private static final int SAMPLED_ROWS = 2_000;
  /** Bytes of an incomplete last character: three of the four that UTF-8 and GB18030 can need. */
  private static final int LONGEST_CUT = 3;
  /** Share of characters that must be Chinese, or of its punctuation, for text to count as Chinese. */
  private static final double CHINESE_SHARE = 0.7;
  private static final int SHORTEST_FULL_NAME = 10;

  private final List<Piece> pieces;
  private final Map<Charset, Outcome> outcomes = new HashMap<>();

  /** Bytes of a name or value, and whether they fill their field, so that a last character may be cut. */
  private record Piece(byte[] bytes, boolean full) {}

  /** What comes out under one encoding: pieces that do not decode, and of the others characters beyond ASCII. */
  private record Outcome(int misfits, int beyondAscii, int chinese) {}

  private TextSample(List<Piece> pieces) {
    this.pieces = pieces;
  }

  /** The first rows are often roads without names, so rows are taken evenly. */
  static TextSample of(DbfReader table) {
    List<Piece> pieces = new ArrayList<>();
    table.layout().forEach(column ->
        add(pieces, new Piece(column.name(), column.name().length >= SHORTEST_FULL_NAME)));
    long step = Math.max(1, table.count() / SAMPLED_ROWS);
    for (long row = 0; row < table.count(); row += step) {
      for (DbfReader.Column column : table.layout()) {
        if (column.type() == 'C') {
          byte[] bytes = table.bytes(row, column);
          add(pieces, new Piece(bytes, bytes.length == column.length()));
        }
      }
    }
    return new TextSample(pieces);
  }

  private static void add(List<Piece> pieces, Piece piece) {
    for (byte each : piece.bytes()) {
      if (each < 0) {
        pieces.add(piece);
        return;
      }
    }
  }

  /** How many pieces do not decode. */
  int misfits(Charset charset) {
    return outcome(charset).misfits();
  }

  /** How many pieces there are. */
  int size() {
    return pieces.size();
  }

  /** Whether all of it decodes and it surely is Chinese. */
  boolean isChinese(Charset charset) {
    Outcome outcome = outcome(charset);
    return outcome.misfits() == 0 && outcome.beyondAscii() > 0 && isPlausible(charset);
  }

  /** Whether what is beyond ASCII is mostly Chinese; true where there is nothing. */
  boolean isPlausible(Charset charset) {
    Outcome outcome = outcome(charset);
    return outcome.chinese() >= CHINESE_SHARE * outcome.beyondAscii();
  }

  private Outcome outcome(Charset charset) {
    return outcomes.computeIfAbsent(charset, this::read);
  }

  private Outcome read(Charset charset) {
    int misfits = 0;
    int beyondAscii = 0;
    int chinese = 0;
    for (Piece piece : pieces) {
      String text = decode(piece, charset);
      if (text == null) {
        misfits++;
      } else {
        beyondAscii += (int) text.codePoints().filter(each -> each > 0x7f).count();
        chinese += (int) text.codePoints().filter(TextSample::isChineseSign).count();
      }
    }
    return new Outcome(misfits, beyondAscii, chinese);
  }

  /** Ideographs, their punctuation, full-width forms, and signs that Chinese tables use: ㎡ ° ± × ² ·. */
  private static boolean isChineseSign(int each) {
    return each >= 0x4e00 && each <= 0x9fff || each >= 0x3000 && each <= 0x303f || each >= 0xff00 && each <= 0xffef
        || each >= 0x2010 && each <= 0x2026 || each >= 0x2160 && each <= 0x217f || each >= 0x2460 && each <= 0x249b
        || each >= 0x3200 && each <= 0x33ff || "°±×÷²³·¥§".indexOf(each) >= 0;
  }

  private static String decode(Piece piece, Charset charset) {
    int mayBeCut = piece.full() ? Math.min(LONGEST_CUT, piece.bytes().length) : 0;
    for (int cut = 0; cut <= mayBeCut; cut++) {
      try {
        return charset.newDecoder().decode(ByteBuffer.wrap(piece.bytes(), 0, piece.bytes().length - cut)).toString();
      } catch (CharacterCodingException e) {
        // The next try leaves out one more byte of a last character that may be cut.
      }
    }
    return null;
  }
}
