package org.parkland.print;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;

/** One page that is drawn on, in points from its lower left corner. */
final class Canvas implements AutoCloseable {
  static final Color INK = new Color(0x1b2327);
  static final Color SOFT = new Color(0x56636a);
  static final Color HAIR = new Color(0x9aa5aa);

  /** How far text leans on its line, for what is set in the middle of a height. */
  private static final double MIDDLE = 0.36;

  /** Where a text is held. */
  enum Hold { LEFT, MIDDLE, RIGHT }

  private final PDDocument document = new PDDocument();
  private final PDPage page;
  private final PDPageContentStream stream;
  private final PDType0Font font;
  private final Typeface typeface;
  private int missing;

  Canvas(double widthPt, double heightPt, Typeface typeface) {
    this.typeface = typeface;
    this.page = new PDPage(new PDRectangle((float) widthPt, (float) heightPt));
    document.addPage(page);
    try {
      stream = new PDPageContentStream(document, page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.font = typeface.embed(document);
  }

  /** A step of drawing, whose failure nobody can help. */
  @FunctionalInterface
  interface Step {
    void draw(PDPageContentStream stream) throws IOException;
  }

  void draw(Step step) {
    try {
      step.draw(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  PDDocument document() {
    return document;
  }

  PDPage page() {
    return page;
  }

  /** Draws with a clip of its own. */
  void within(Box clip, Runnable drawing) {
    draw(s -> {
      s.saveGraphicsState();
      rectangle(s, clip);
      s.clip();
    });
    drawing.run();
    draw(PDPageContentStream::restoreGraphicsState);
  }

  private static void rectangle(PDPageContentStream stream, Box box) throws IOException {
    stream.addRect((float) box.x(), (float) box.y(), (float) box.width(), (float) box.height());
  }

  void fill(Box box, Color color) {
    draw(s -> {
      s.setNonStrokingColor(color);
      rectangle(s, box);
      s.fill();
    });
  }

  /** Fills with a pattern. */
  void fill(Box box, PDColor pattern) {
    draw(s -> {
      s.setNonStrokingColor(pattern);
      rectangle(s, box);
      s.fill();
    });
  }

  void frame(Box box, Color color, double width) {
    draw(s -> {
      s.setStrokingColor(color);
      s.setLineWidth((float) width);
      s.setLineDashPattern(new float[0], 0);
      rectangle(s, box);
      s.stroke();
    });
  }

  void line(double x1, double y1, double x2, double y2, Color color, double width, float... dash) {
    draw(s -> {
      s.setStrokingColor(color);
      s.setLineWidth((float) width);
      s.setLineDashPattern(dash, 0);
      s.moveTo((float) x1, (float) y1);
      s.lineTo((float) x2, (float) y2);
      s.stroke();
    });
  }

  void polygon(Color color, double... xy) {
    draw(s -> {
      s.setNonStrokingColor(color);
      s.moveTo((float) xy[0], (float) xy[1]);
      for (int i = 2; i < xy.length; i += 2) {
        s.lineTo((float) xy[i], (float) xy[i + 1]);
      }
      s.closePath();
      s.fill();
    });
  }

  /** Share of what lies below that shows through from now on: 1 paints it over. */
  void opacity(double share) {
    PDExtendedGraphicsState state = new PDExtendedGraphicsState();
    state.setNonStrokingAlphaConstant((float) share);
    state.setStrokingAlphaConstant((float) share);
    draw(s -> s.setGraphicsStateParameters(state));
  }

  void image(java.awt.image.BufferedImage image, Box box) {
    draw(s -> s.drawImage(LosslessFactory.createFromImage(document, image),
        (float) box.x(), (float) box.y(), (float) box.width(), (float) box.height()));
  }

  double width(String text, double size) {
    return typeface.width(typeface.printable(text), size);
  }

  /** A line of text on its base line; characters the typeface lacks become boxes and are counted. */
  void text(String text, double x, double y, double size, Color color, Hold hold) {
    text(text, x, y, size, color, hold, 0);
  }

  /** The same in a heavier hand. */
  void strong(String text, double x, double y, double size, Color color, Hold hold) {
    text(text, x, y, size, color, hold, size / 34);
  }

  private void text(String text, double x, double y, double size, Color color, Hold hold, double weight) {
    missing += typeface.missing(text);
    String shown = typeface.printable(text);
    double left = left(shown, x, size, hold);
    draw(s -> {
      s.beginText();
      s.setFont(font, (float) size);
      s.setNonStrokingColor(color);
      s.setStrokingColor(color);
      s.setLineWidth((float) weight);
      s.setRenderingMode(weight > 0 ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
      s.setTextMatrix(Matrix.getTranslateInstance((float) left, (float) y));
      s.showText(shown);
      s.endText();
      s.setRenderingMode(RenderingMode.FILL);
    });
  }

  private double left(String shown, double x, double size, Hold hold) {
    double width = hold == Hold.LEFT ? 0 : typeface.width(shown, size);
    return hold == Hold.LEFT ? x : hold == Hold.RIGHT ? x - width : x - width / 2;
  }

  /**
   * A name on the map, centred on a point, with a light edge around it. The edge is drawn as outline of the letters
   * in a shape of its own, so that the text is found once, not twice.
   */
  void name(String text, double x, double y, double size, Color color, boolean strong) {
    String shown = typeface.printable(text);
    double left = left(shown, x, size, Hold.MIDDLE);
    double base = y - MIDDLE * size;
    draw(s -> {
      s.setLineJoinStyle(1);
      s.setLineDashPattern(new float[0], 0);
      s.setStrokingColor(Color.WHITE);
      s.setLineWidth((float) (size / 5));
      typeface.trace(shown, left, base, size, s);
      s.stroke();
    });
    text(text, left, base, size, color, Hold.LEFT, strong ? size / 34 : 0);
  }

  /** Characters so far that the typeface did not have. */
  int missing() {
    return missing;
  }

  /** The finished document. */
  byte[] bytes() {
    try {
      stream.close();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      document.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
