package org.parkland.print;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** Names on the map: the more important are placed first, and none over another. */
final class Labels {
  /** Kept free around each name. */
  private static final double GAP_PT = 1.5;
  private static final double LINE = 1.15;
  /** The last digits of a number tell neighbours apart; the whole would not fit a parcel. */
  private static final int NUMBER_TAIL = 7;
  /** A name in a strip hardly higher than itself (a road) reads as clutter. */
  private static final double ROOM_ABOVE = 2.4;
  private static final double PARCEL_PT = 5.4;
  /** From this scale on a parcel is too small for a name; looking for room would only take time. */
  private static final int PARCELS_TO = 12_000;
  private static final Color PLACE = new Color(0x2c363b);

  /** Where a name may move to when its own place is taken, in widths and heights of itself. */
  private static final double[][] MOVES =
      {{0, 0}, {0, 1.3}, {0, -1.3}, {0, 2.6}, {0, -2.6}, {0.6, 0}, {-0.6, 0}, {0.6, 1.3}, {-0.6, -1.3}};

  /** What is named how, and on which scales. */
  private enum Kind {
    DISTRICT(11, true, 120_000, 1_000_000), ZONE(10, true, 6_000, 1_000_000), BASE(8, true, 2_000, 130_000),
    STREET(8.5, false, 4_000, 130_000), UNIT(7, false, 500, 40_000), PLACE(7, false, 500, 60_000),
    PARCEL(PARCEL_PT, false, 500, PARCELS_TO);

    private final double size;
    private final boolean strong;
    private final int from;
    private final int to;

    Kind(double size, boolean strong, int from, int to) {
      this.size = size;
      this.strong = strong;
      this.from = from;
      this.to = to;
    }
  }

  private record Label(Kind kind, String text, double x, double y, Color color) {}

  private final MapFrame frame;
  private final Canvas canvas;
  private final Language language;
  private final List<Box> taken;

  /** @param reserved what no name may cover */
  Labels(MapFrame frame, Canvas canvas, Language language, List<Box> reserved) {
    this.frame = frame;
    this.canvas = canvas;
    this.language = language;
    this.taken = new ArrayList<>(reserved);
  }

  void names(List<OverlayDrawing.Item> items) {
    List<Label> labels = new ArrayList<>();
    for (OverlayDrawing.Item item : items) {
      Kind kind = kind(item);
      if (item.name() != null && kind != null && frame.scale() >= kind.from && frame.scale() <= kind.to) {
        Coordinate place = place(item.shape());
        if (place != null) {
          labels.add(new Label(kind, language.name(item.name(), item.nameEn()), frame.x(place.x), frame.y(place.y),
              kind == Kind.PLACE ? PLACE : Canvas.INK));
        }
      }
    }
    labels.sort(Comparator.comparing(Label::kind));
    labels.forEach(each -> put(each, MOVES));
  }

  private static Kind kind(OverlayDrawing.Item item) {
    if (item.kind() == null) {
      return item.shape() instanceof Point ? Kind.PLACE : null;
    }
    return switch (item.kind()) {
      case "district" -> Kind.DISTRICT;
      case "zone" -> Kind.ZONE;
      case "base" -> Kind.BASE;
      case "street" -> Kind.STREET;
      default -> Kind.UNIT;
    };
  }

  /** A point well inside the part of a shape that the map shows. */
  private Coordinate place(Geometry shape) {
    if (shape instanceof Point point) {
      return point.getCoordinate();
    }
    Geometry ground = new GeometryFactory().toGeometry(frame.ground());
    Geometry seen = OverlayNGRobust.overlay(shape, ground, OverlayNG.INTERSECTION);
    if (seen.isEmpty()) {
      return null;
    }
    Point middle = seen.getCentroid();
    return (seen.contains(middle) ? middle : seen.getInteriorPoint()).getCoordinate();
  }

  /** Names parcels that have room for it. */
  void parcels(List<Plot> plots, MapOrder.Labels wanted, ClassLook look) {
    if (wanted == MapOrder.Labels.NONE || frame.scale() > PARCELS_TO) {
      return;
    }
    plots.stream().sorted(Comparator.comparingDouble(each -> -each.shape().getArea()))
        .forEach(each -> parcel(each, text(each, wanted, look), look));
  }

  private String text(Plot plot, MapOrder.Labels wanted, ClassLook look) {
    if (wanted == MapOrder.Labels.NUMBER) {
      return plot.id() == null ? null : plot.id().substring(Math.max(0, plot.id().length() - NUMBER_TAIL));
    }
    var found = look.nearest(plot.code());
    return found == null ? plot.code() : language.name(found.name(), found.nameEn());
  }

  private void parcel(Plot plot, String text, ClassLook look) {
    Envelope box = plot.shape().getEnvelopeInternal();
    if (text == null || box.getWidth() * frame.pointsPerMetre() < canvas.width(text, PARCEL_PT)) {
      return;
    }
    Coordinate place = plot.shape().getInteriorPoint().getCoordinate();
    double halfWidth = canvas.width(text, PARCEL_PT) / 2 / frame.pointsPerMetre();
    double halfHeight = PARCEL_PT * ROOM_ABOVE / 2 / frame.pointsPerMetre();
    Envelope room = new Envelope(place.x - halfWidth, place.x + halfWidth, place.y - halfHeight, place.y + halfHeight);
    if (plot.shape().contains(plot.shape().getFactory().toGeometry(room))) {
      Color ink = plot.idle() ? Color.BLACK : ClassLook.inkOn(look.color(plot.code()));
      put(new Label(Kind.PARCEL, text, frame.x(place.x), frame.y(place.y), ink), new double[][] {{0, 0}});
    }
  }

  private void put(Label label, double[][] moves) {
    double width = canvas.width(label.text(), label.kind().size);
    double height = label.kind().size * LINE;
    for (double[] move : moves) {
      double x = label.x() + move[0] * width;
      double y = label.y() + move[1] * height;
      Box box = new Box(x - width / 2, y - height / 2, width, height).inset(-GAP_PT);
      if (frame.box().holds(box) && taken.stream().noneMatch(box::overlaps)) {
        taken.add(box);
        write(label, x, y);
        return;
      }
    }
  }

  /** Parcels' names stand inside one colour and need no light edge. */
  private void write(Label label, double x, double y) {
    if (label.kind() == Kind.PARCEL) {
      canvas.text(label.text(), x, y - 0.36 * PARCEL_PT, PARCEL_PT, label.color(), Canvas.Hold.MIDDLE);
    } else {
      canvas.name(label.text(), x, y, label.kind().size, label.color(), label.kind().strong);
    }
  }
}
