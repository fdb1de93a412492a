package org.parkland.print;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.TexturePaint;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPatternContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.color.PDPattern;
import org.apache.pdfbox.pdmodel.graphics.pattern.PDTilingPattern;

/** Patterns as a page or a picture paints with them. */
final class Tiles {
  /** Side of a tile on paper. */
  private static final double SIZE_PT = 4.6;
  private static final double LINE = 0.9;
  private static final double IDLE_LINE = 1.1;

  private record Key(Strokes strokes, Color ink) {}

  private final Canvas canvas;
  private final Map<Key, PDColor> made = new HashMap<>();

  Tiles(Canvas canvas) {
    this.canvas = canvas;
  }

  PDColor of(Strokes strokes, Color ink) {
    return made.computeIfAbsent(new Key(strokes, ink), this::make);
  }

  private PDColor make(Key key) {
    PDTilingPattern pattern = new PDTilingPattern();
    pattern.setPaintType(PDTilingPattern.PAINT_COLORED);
    pattern.setTilingType(PDTilingPattern.TILING_CONSTANT_SPACING);
    pattern.setBBox(new PDRectangle((float) SIZE_PT, (float) SIZE_PT));
    pattern.setXStep((float) SIZE_PT);
    pattern.setYStep((float) SIZE_PT);
    pattern.setResources(new PDResources());
    try (PDPatternContentStream stream = new PDPatternContentStream(pattern)) {
      paint(key, stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    COSName name = resources().add(pattern);
    return new PDColor(name, new PDPattern(resources()));
  }

  private PDResources resources() {
    return canvas.page().getResources();
  }

  private static void paint(Key key, PDPatternContentStream stream) throws IOException {
    float unit = (float) (SIZE_PT / Strokes.SIZE);
    stream.setStrokingColor(key.ink());
    stream.setNonStrokingColor(key.ink());
    stream.setLineWidth((float) (width(key.strokes()) * unit));
    for (double[] each : key.strokes().lines()) {
      stream.moveTo((float) each[0] * unit, (float) (Strokes.SIZE - each[1]) * unit);
      stream.lineTo((float) each[2] * unit, (float) (Strokes.SIZE - each[3]) * unit);
      stream.stroke();
    }
    for (double[] each : key.strokes().dots()) {
      stream.setLineCapStyle(1);
      stream.setLineWidth((float) (2 * each[2] * unit));
      stream.moveTo((float) each[0] * unit, (float) (Strokes.SIZE - each[1]) * unit);
      stream.lineTo((float) each[0] * unit, (float) (Strokes.SIZE - each[1]) * unit);
      stream.stroke();
    }
  }

  private static double width(Strokes strokes) {
    return strokes == Strokes.IDLE ? IDLE_LINE : LINE;
  }

  /** The same for a picture of so many pixels to a point. */
  static TexturePaint paint(Strokes strokes, Color ink, double pixelsPerPoint) {
    int side = Math.max(6, (int) Math.round(SIZE_PT * pixelsPerPoint));
    double unit = side / Strokes.SIZE;
    BufferedImage tile = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = tile.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setColor(ink);
    graphics.setStroke(new BasicStroke((float) (width(strokes) * unit)));
    for (double[] each : strokes.lines()) {
      graphics.draw(new Line2D.Double(each[0] * unit, each[1] * unit, each[2] * unit, each[3] * unit));
    }
    for (double[] each : strokes.dots()) {
      double radius = each[2] * unit;
      graphics.fill(new Ellipse2D.Double(each[0] * unit - radius, each[1] * unit - radius, 2 * radius, 2 * radius));
    }
    graphics.dispose();
    return new TexturePaint(tile, new Rectangle2D.Double(0, 0, side, side));
  }
}
