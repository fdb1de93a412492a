package org.parkland.print;

import java.awt.Color;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.parkland.analysis.DayLayers;
import org.parkland.analysis.FindingMarks;
import org.parkland.analysis.Workspace;
import org.parkland.geometry.Crs;
import org.parkland.geometry.Reprojection;
import org.parkland.land.Feature;
import org.parkland.land.LayerKind;
import org.parkland.land.Snapshot;
import org.parkland.store.FeatureCursor;
import org.parkland.store.FeatureQuery;

/** Boundaries, protection line, constraints, reference lines and findings, over the land and in the order of the screen. */
final class OverlayDrawing {
  private static final List<LayerKind> STACK =
      List.of(LayerKind.REFERENCE, LayerKind.CONSTRAINT, LayerKind.PROTECTION, LayerKind.UNITS);
  private static final String FINDING = "finding:";
  private static final double FINDING_RADIUS_PX = 5;
  private static final String TOPMOST = "units:district";
  private static final double CASING_PX = 2;
  private static final Color ROAD_EDGE = new Color(0x6a7276);
  /** Lines grow thinner on small scales, where they would otherwise cover the land. */
  private static final int THIN_FROM = 30_000;

  /**
   * A feature that shows.
   *
   * @param key its entry in the layer tree
   * @param kind the kind of a unit, else null
   * @param shape in the system of the frame, cut to the ground it shows
   */
  record Item(String key, String kind, String name, String nameEn, Geometry shape) {}

  private final Workspace workspace;
  private final MapFrame frame;
  private final Canvas canvas;

  OverlayDrawing(Workspace workspace, MapFrame frame, Canvas canvas) {
    this.workspace = workspace;
    this.frame = frame;
    this.canvas = canvas;
  }

  /** What of the layers wanted lies in the frame, from the bottom up. */
  List<Item> read(DayLayers day, Set<String> wanted) {
    List<Item> items = new ArrayList<>();
    for (LayerKind kind : STACK) {
      for (Snapshot layer : day.findAll(kind)) {
        read(layer, wanted, items);
      }
    }
    if (wanted.stream().anyMatch(each -> each.startsWith(FINDING))) {
      readFindings(day.parcels(), wanted, items);
    }
    items.sort(Comparator.comparing(each -> each.key().equals(TOPMOST)));
    return items;
  }

  private void read(Snapshot layer, Set<String> wanted, List<Item> items) {
    Crs crs = Crs.of(layer.crs());
    Reprojection toFrame = crs.to(frame.crs());
    Geometry ground = new GeometryFactory().toGeometry(frame.ground());
    FeatureQuery near = FeatureQuery.all().within(frame.crs().to(crs).apply(frame.ground()));
    try (FeatureCursor rows = workspace.store().features(layer, near)) {
      while (rows.hasNext()) {
        Feature row = rows.next();
        String key = key(layer, row);
        if (wanted.contains(key)) {
          Geometry shape = toFrame.apply(row.geometry());
          if (shape.intersects(ground)) {
            items.add(new Item(key, layer.kind() == LayerKind.UNITS ? row.text("kind") : null, text(row, "name"),
                text(row, "name_en"), shape));
          }
        }
      }
    }
  }

  /** Those without extent are shown by a mark, as on the screen. */
  private void readFindings(Snapshot parcels, Set<String> wanted, List<Item> items) {
    Reprojection toFrame = Crs.of(parcels.crs()).to(frame.crs());
    Geometry ground = new GeometryFactory().toGeometry(frame.ground());
    double radiusM = FINDING_RADIUS_PX * LineStyle.PIXEL_PT / frame.pointsPerMetre();
    for (FindingMarks.Mark each : FindingMarks.of(workspace, parcels)) {
      if (wanted.contains(FINDING + each.severity())) {
        Geometry place = toFrame.apply(each.shape());
        Geometry shape = place.getDimension() == 0 ? place.buffer(radiusM) : place;
        if (shape.intersects(ground)) {
          items.add(new Item(FINDING + each.severity(), null, null, null, shape));
        }
      }
    }
  }

  private static String text(Feature row, String name) {
    Object value = row.attributes().get(name);
    return value == null ? null : value.toString();
  }

  /** The entry of the layer tree that a feature belongs to. */
  private static String key(Snapshot layer, Feature row) {
    String group = layer.kind().word();
    if (layer.kind() == LayerKind.PROTECTION) {
      String level = text(row, "level");
      return group + ":" + (level != null && level.strip().matches("(一|1).*|I") ? 1 : 2);
    }
    String kind = layer.kind() == LayerKind.REFERENCE ? layer.name() : text(row, "kind");
    return group + ":" + (kind == null ? "" : kind);
  }

  void draw(List<Item> items, Shown shown) {
    Map<String, List<Item>> byKey = new LinkedHashMap<>();
    items.forEach(each -> byKey.computeIfAbsent(each.key(), key -> new ArrayList<>()).add(each));
    byKey.forEach((key, group) -> {
      List<Item> lines = group.stream().filter(each -> !(each.shape() instanceof Point)).toList();
      if (!lines.isEmpty()) {
        shown.line(key);
        draw(LineStyle.of(key), key.equals("reference:roads"), lines);
      }
    });
  }

  private void draw(LineStyle style, boolean road, List<Item> lines) {
    double factor = frame.scale() > THIN_FROM ? 0.6 : 1;
    double weight = style.weightPt() * factor;
    if (style.fill() > 0) {
      canvas.opacity(style.fill());
      canvas.draw(s -> {
        s.setNonStrokingColor(style.color());
        for (Item each : lines) {
          path(s, each.shape(), true);
          s.fillEvenOdd();
        }
      });
    }
    canvas.opacity(road ? 0.8 : 0.75);
    stroke(lines, road ? ROAD_EDGE : Color.WHITE, weight + (road ? 0.7 : 1) * CASING_PX * LineStyle.PIXEL_PT * factor,
        new float[0]);
    canvas.opacity(1);
    stroke(lines, style.color(), weight, style.dashPt());
  }

  private void stroke(List<Item> lines, Color color, double width, float[] dash) {
    canvas.draw(s -> {
      s.setStrokingColor(color);
      s.setLineWidth((float) width);
      s.setLineJoinStyle(1);
      s.setLineDashPattern(dash, 0);
      for (Item each : lines) {
        path(s, each.shape(), false);
        s.stroke();
      }
    });
  }

  private void path(PDPageContentStream stream, Geometry shape, boolean onlyAreas) throws IOException {
    for (int i = 0; i < shape.getNumGeometries(); i++) {
      Geometry part = shape.getGeometryN(i);
      if (part instanceof Polygon polygon && !polygon.isEmpty()) {
        line(stream, polygon.getExteriorRing(), true);
        for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
          line(stream, polygon.getInteriorRingN(hole), true);
        }
      } else if (part instanceof LineString line && !line.isEmpty() && !onlyAreas) {
        line(stream, line, false);
      }
    }
  }

  private void line(PDPageContentStream stream, LineString line, boolean closed) throws IOException {
    CoordinateSequence points = line.getCoordinateSequence();
    int last = closed ? points.size() - 1 : points.size();
    for (int i = 0; i < last; i++) {
      float x = LandShapes.hundredth(frame.x(points.getX(i)));
      float y = LandShapes.hundredth(frame.y(points.getY(i)));
      if (i == 0) {
        stream.moveTo(x, y);
      } else {
        stream.lineTo(x, y);
      }
    }
    if (closed) {
      stream.closePath();
    }
  }
}
