package org.parkland.print;

import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.parkland.BadInput;

/**
 * The typeface of everything printed: Noto Sans SC, of which a document embeds the glyphs it uses.
 *
 * <p>Read once and shared. PDFBox moves about in the file while it reads glyphs, so only one document may be made at
 * a time: hold {@link #lock()} from the first word to the saving.
 */
public final class Typeface {
  /** Stands for a character the typeface does not have. */
  private static final String MISSING = "□";
  private static final String FILE = "vendor/noto-sans-sc/NotoSansSC-Regular.ttf";

  /** Points by which the outline of a letter's light edge may stray. */
  private static final double FLATNESS = 0.1;

  private final TrueTypeFont font;
  private final CmapLookup characters;
  private final double unitsPerEm;

  private Typeface(Path file) throws IOException {
    this.font = new TTFParser().parse(new RandomAccessReadBuffer(Files.readAllBytes(file)));
    // A letter pair set as one glyph would be found as one odd character.
    font.disableGsubFeature("liga");
    this.characters = font.getUnicodeCmapLookup();
    this.unitsPerEm = font.getUnitsPerEm();
  }

  /**
   * @param web the folder of the page, which holds the typeface
   * @throws BadInput if it is not there
   */
  public static Typeface read(Path web) {
    Path file = web.resolve(FILE);
    try {
      return new Typeface(file);
    } catch (IOException e) {
      throw new BadInput(file.toString(), "cannot be read, and nothing can be printed without it",
          "restore it from the release", e);
    }
  }

  /** Whoever makes a document holds this. */
  public Object lock() {
    return font;
  }

  /** Makes the typeface a part of a document: the glyphs used are embedded when it is saved. */
  public PDType0Font embed(PDDocument document) {
    try {
      return PDType0Font.load(document, font, true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Width of a text that {@link #printable} has passed, in points. */
  double width(String text, double size) {
    try {
      double units = 0;
      for (int each : text.codePoints().toArray()) {
        units += font.getAdvanceWidth(characters.getGlyphId(each));
      }
      return units / unitsPerEm * size;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds the outlines of a text that {@link #printable} has passed to the path of a page. */
  void trace(String text, double x, double y, double size, PDPageContentStream page) throws IOException {
    double left = x;
    for (int each : text.codePoints().toArray()) {
      int glyph = characters.getGlyphId(each);
      GlyphData outline = font.getGlyph().getGlyph(glyph);
      if (outline != null) {
        AffineTransform place = AffineTransform.getTranslateInstance(left, y);
        place.scale(size / unitsPerEm, size / unitsPerEm);
        trace(outline.getPath().getPathIterator(place, FLATNESS), page);
      }
      left += font.getAdvanceWidth(glyph) / unitsPerEm * size;
    }
  }

  private static void trace(PathIterator path, PDPageContentStream page) throws IOException {
    double[] point = new double[6];
    for (; !path.isDone(); path.next()) {
      switch (path.currentSegment(point)) {
        case PathIterator.SEG_MOVETO -> page.moveTo(hundredth(point[0]), hundredth(point[1]));
        case PathIterator.SEG_LINETO -> page.lineTo(hundredth(point[0]), hundredth(point[1]));
        default -> page.closePath();
      }
    }
  }

  private static float hundredth(double value) {
    return Math.round(value * 100) / 100f;
  }

  /** The text with a box in the place of every character the typeface does not have. */
  public String printable(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints().filter(each -> !Character.isISOControl(each) || each == '\n')
        .forEach(each -> shown.append(has(each) ? Character.toString(each) : MISSING));
    return shown.toString();
  }

  /** How many characters of a text the typeface does not have. */
  public int missing(String text) {
    return (int) text.codePoints().filter(each -> !Character.isISOControl(each) && !has(each)).count();
  }

  private boolean has(int character) {
    return character == '\n' || characters.getGlyphId(character) != 0;
  }
}
