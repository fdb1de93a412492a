package org.parkland.tile;

import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.MvtReader;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.TagKeyValueMapConverter;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.model.JtsLayer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.parkland.geometry.Crs;

/** A feature of a tile as the library's reader, which is not the writer under test, sees it. */
record Decoded(Geometry geometry, Map<String, Object> tags) {
  static final Geometry TILE = new GeometryFactory().toGeometry(new Envelope(0, 4096, 0, 4096));

  @SuppressWarnings("unchecked")
  static List<Decoded> from(Tile tile) {
    try {
      JtsLayer layer = MvtReader.loadMvt(new ByteArrayInputStream(tile.bytes()), new GeometryFactory(),
          new TagKeyValueMapConverter(), MvtReader.RING_CLASSIFIER_V2_1).getLayer("land");
      List<Decoded> features = new ArrayList<>();
      if (layer != null) {
        layer.getGeometries().forEach(each ->
            features.add(new Decoded(each, (Map<String, Object>) each.getUserData())));
      }
      return features;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Map<String, Decoded> byId(Tile tile) {
    return from(tile).stream().collect(Collectors.toMap(Decoded::id, each -> each));
  }

  String id() {
    return (String) tags.get("id");
  }

  boolean isMerged() {
    return id() == null;
  }

  String code() {
    return (String) tags.get("code");
  }

  /** Short, because a failing assertion lists a tile's features. */
  @Override
  public String toString() {
    return tags + " " + geometry.getNumPoints() + " vertices";
  }

  /** Area inside the tile without its buffer, square units. */
  double areaInTile() {
    double area = 0;
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      Geometry part = geometry.getGeometryN(i);
      boolean inside = TILE.getEnvelopeInternal().contains(part.getEnvelopeInternal());
      area += (inside ? part : part.intersection(TILE)).getArea();
    }
    return area;
  }

  /** Whether the reader saw all as one, or several, valid polygons. */
  boolean isValid() {
    return geometry.isValid();
  }

  /** What the exact geometry is in tile units, by the projection's own formulas. */
  static Geometry exact(Geometry geometry, String crs, TileAddress address) {
    Geometry mercator = Crs.of(crs).to(Crs.of(Crs.WEB_MERCATOR)).apply(geometry);
    double scale = 4096 / address.sideM();
    return new AffineTransformation(scale, 0, -address.westM() * scale, 0, -scale, address.northM() * scale)
        .transform(mercator);
  }
}
