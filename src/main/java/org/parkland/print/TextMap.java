package org.parkland.print;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.fontbox.cmap.CMap;
import org.apache.fontbox.cmap.CMapParser;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Makes text that is copied from a document what was written. The typeface draws 工 (U+5DE5) and the radical ⼯ (U+2F2F)
 * with one glyph, and PDFBox names a glyph by the lowest of its characters, so a search for 工业 would find nothing.
 */
public final class TextMap {
  /** More than a hundred entries a block are not allowed. */
  private static final int BLOCK = 100;
  private static final String HEAD = "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
      + "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n/CMapName /Adobe-Identity-UCS def\n"
      + "/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
  private static final String TAIL = "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";

  private TextMap() {}

  /** The same document, its glyphs named by the characters in everyday use. */
  public static byte[] mended(byte[] pdf) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      for (COSObjectKey key : document.getDocument().getXrefTable().keySet()) {
        if (document.getDocument().getObjectFromPool(key).getObject() instanceof COSDictionary font
            && font.getDictionaryObject(COSName.TO_UNICODE) instanceof COSStream map) {
          mend(map);
        }
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void mend(COSStream stream) throws IOException {
    CMap map;
    try (var bytes = new RandomAccessReadBuffer(stream.createInputStream())) {
      map = new CMapParser().parse(bytes);
    }
    List<String> entries = new ArrayList<>();
    for (int glyph = 0; glyph <= 0xffff; glyph++) {
      String text = map.toUnicode(glyph, 2);
      if (text != null) {
        entries.add(String.format("<%04X> <%s>%n", glyph,
            HexFormat.of().withUpperCase().formatHex(everyday(text).getBytes(StandardCharsets.UTF_16BE))));
      }
    }
    StringBuilder written = new StringBuilder(HEAD);
    for (int from = 0; from < entries.size(); from += BLOCK) {
      List<String> block = entries.subList(from, Math.min(entries.size(), from + BLOCK));
      written.append(block.size()).append(" beginbfchar\n");
      block.forEach(written::append);
      written.append("endbfchar\n");
    }
    try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
      out.write(written.append(TAIL).toString().getBytes(StandardCharsets.US_ASCII));
    }
  }

  /** The ideograph of a radical; everything else stays as it is. */
  private static String everyday(String text) {
    int first = text.codePointAt(0);
    return first >= 0x2e80 && first <= 0x2fdf ? Normalizer.normalize(text, Normalizer.Form.NFKC) : text;
  }
}
