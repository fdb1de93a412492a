package org.parkland.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.parkland.sink.Column;
import org.parkland.sink.GeoJsonWriter;
import org.parkland.sink.SpatialReference;

/** Roads (lines), rivers (polygons) and places (points) for orientation, EPSG:4490. */
final class ReferenceLayers {
  private static final List<Column> COLUMNS = List.of(Column.text("id", 8),
      Column.text("name", 60), Column.text("name_en", 60), Column.text("kind", 20));

  private final Skeleton skeleton;
  private final GeometryFactory factory;

  ReferenceLayers(Skeleton skeleton, GeometryFactory factory) {
    this.skeleton = skeleton;
    this.factory = factory;
  }

  void write(Path directory) throws IOException {
    try (GeoJsonWriter out = writer(directory, "roads")) {
      for (JianghaiFacts.Line road : JianghaiFacts.ROADS) {
        Geometry line = OverlayNG.overlay(factory.createLineString(corridor(road.name())
            .centreline), skeleton.outline, OverlayNG.INTERSECTION, new PrecisionModel(1000));
        out.write(Degrees.of(line), road.id(), road.name(), road.nameEn(),
            road.kind().name().toLowerCase(Locale.ROOT));
      }
    }
    try (GeoJsonWriter out = writer(directory, "rivers")) {
      for (JianghaiFacts.BorderRiver river : JianghaiFacts.BORDER_RIVERS) {
        out.write(water(river.name()), river.id(), river.name(), river.nameEn(), "river");
      }
      for (JianghaiFacts.Line river : JianghaiFacts.RIVERS) {
        out.write(water(river.name()), river.id(), river.name(), river.nameEn(), "river");
      }
    }
    try (GeoJsonWriter out = writer(directory, "places")) {
      for (JianghaiFacts.Place place : JianghaiFacts.PLACES) {
        out.write(factory.createPoint(new org.locationtech.jts.geom.Coordinate(
            place.lon(), place.lat())), place.id(), place.name(), place.nameEn(), place.kind());
      }
    }
  }

  private static GeoJsonWriter writer(Path directory, String layer) throws IOException {
    return new GeoJsonWriter(directory.resolve(layer + ".geojson"), layer,
        SpatialReference.CGCS2000_DEGREES, COLUMNS);
  }

  private Corridor corridor(String name) {
    return skeleton.corridors.stream().filter(c -> c.name.equals(name)).findFirst().orElseThrow();
  }

  private Geometry water(String name) {
    List<Geometry> lengths = new ArrayList<>();
    for (Skeleton.Strip strip : skeleton.strips) {
      if (strip.corridor() != null && strip.corridor().name.equals(name)) {
        lengths.add(strip.polygon());
      }
    }
    Geometry joined = CoverageUnion.union(lengths.toArray(new Geometry[0]));
    joined.normalize();
    return Degrees.of(joined);
  }
}
