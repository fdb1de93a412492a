package org.parkland.print;

import java.util.List;

/** A map inside a report: scale and north stand in its corner, the legend below. */
final class MapPicture {
  private static final double CORNER_WIDTH = 118;
  private static final double CORNER_HEIGHT = 34;

  private final Canvas canvas;
  private final Box map;
  private final Box legend;

  /** @param legendPt height left for the legend below the map, 0 for none */
  MapPicture(Canvas canvas, double width, double height, double legendPt) {
    this.canvas = canvas;
    this.map = new Box(0.5, legendPt + (legendPt > 0 ? 8 : 0.5), width - 1, height - legendPt - (legendPt > 0 ? 8.5 : 1));
    this.legend = new Box(0, 0, width, legendPt);
  }

  void draw(MapOrder order, MapDrawing drawing, String landTitle) {
    MapFrame frame = MapDrawing.frame(order, map);
    Box corner = new Box(map.right() - CORNER_WIDTH, map.y(), CORNER_WIDTH, CORNER_HEIGHT);
    Shown shown = drawing.draw(frame, canvas, List.of(corner));
    canvas.fill(corner, java.awt.Color.WHITE);
    canvas.line(corner.x(), corner.y(), corner.x(), corner.top(), Canvas.HAIR, 0.5);
    canvas.line(corner.x(), corner.top(), corner.right(), corner.top(), Canvas.HAIR, 0.5);
    canvas.strong(Furniture.ratio(frame.scale()), corner.x() + 6, corner.top() - 11, 8, Canvas.INK, Canvas.Hold.LEFT);
    Furniture.scaleBar(canvas, corner.x() + 8, corner.y() + 5, 66, frame.scale());
    Furniture.north(canvas, corner.right() - 12, corner.y() + 5, 15);
    canvas.frame(map, Canvas.INK, 0.7);
    if (legend.height() > 0) {
      new Legend(canvas, drawing.style(), order.language()).of(shown, landTitle).draw(legend, 5);
    }
  }
}
