package org.parkland.print;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.TexturePaint;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.HashMap;
import java.util.Map;
import org.locationtech.jts.geom.Envelope;

/** Land as a picture: what very many parcels become. */
final class LandPicture {
  static final int DPI = 200;
  private static final double PIXELS = DPI / 72.0;
  /** A smaller parcel is painted as its box: no eye tells the difference. */
  private static final double DOT_PIXELS = 2;
  /** A smaller parcel has no outline; it would be nothing but outline. */
  private static final double OUTLINED_PIXELS = 14;

  private final MapFrame frame;
  private final LandStyle style;
  private final BufferedImage image;
  private final Graphics2D graphics;
  private final TexturePaint hatch = Tiles.paint(Strokes.IDLE, LandStyle.HATCH, PIXELS);
  private final Map<String, TexturePaint> patterns = new HashMap<>();

  LandPicture(MapFrame frame, LandStyle style) {
    this.frame = frame;
    this.style = style;
    this.image = new BufferedImage((int) Math.ceil(frame.box().width() * PIXELS),
        (int) Math.ceil(frame.box().height() * PIXELS), BufferedImage.TYPE_INT_RGB);
    this.graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
  }

  void paint(Plot plot) {
    Envelope box = plot.shape().getEnvelopeInternal();
    double size = Math.max(box.getWidth(), box.getHeight()) * frame.pointsPerMetre() * PIXELS;
    graphics.setColor(style.look().color(plot.code()));
    if (size < DOT_PIXELS) {
      graphics.fillRect((int) x(box.getMinX()), (int) y(box.getMaxY()), (int) Math.ceil(size), (int) Math.ceil(size));
      return;
    }
    Path2D path = path(plot);
    graphics.fill(path);
    if (style.patterns() && style.look().isShown(plot.code()) && Strokes.of(plot.code()) != null) {
      graphics.setPaint(patterns.computeIfAbsent(plot.code(), this::pattern));
      graphics.fill(path);
    }
    if (plot.idle()) {
      graphics.setPaint(hatch);
      graphics.fill(path);
    }
    if (plot.idle() || size >= OUTLINED_PIXELS && LandStyle.outlinePt(frame.scale()) > 0) {
      graphics.setColor(plot.idle() ? LandStyle.IDLE_INK : LandStyle.OUTLINE);
      graphics.setStroke(new BasicStroke(plot.idle() ? 1.5f : 0.5f));
      graphics.draw(path);
    }
  }

  private TexturePaint pattern(String code) {
    return Tiles.paint(Strokes.of(code), LandShapes.faint(style.look().color(code)), PIXELS);
  }

  private Path2D path(Plot plot) {
    Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
    plot.rings(ring -> {
      path.moveTo(x(ring.getX(0)), y(ring.getY(0)));
      for (int i = 1; i < ring.size() - 1; i++) {
        path.lineTo(x(ring.getX(i)), y(ring.getY(i)));
      }
      path.closePath();
    });
    return path;
  }

  private double x(double easting) {
    return (frame.x(easting) - frame.box().x()) * image.getWidth() / frame.box().width();
  }

  private double y(double northing) {
    return (frame.box().top() - frame.y(northing)) * image.getHeight() / frame.box().height();
  }

  BufferedImage finished() {
    graphics.dispose();
    return image;
  }
}
