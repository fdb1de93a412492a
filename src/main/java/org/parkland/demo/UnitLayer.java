package org.parkland.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.parkland.sink.Column;
import org.parkland.sink.GeoJsonWriter;
import org.parkland.sink.SpatialReference;

/**
 * The analysis units (units.geojson, EPSG:4490): district, zones, streets, bases, centre, new
 * town, corridors, village parks, emergency park. Borders of bases and parks are drawn by hand and
 * cut parcels; zones and streets follow the middle of roads and of a river. Units of one kind do
 * not overlap.
 */
final class UnitLayer {
  private static final List<Column> COLUMNS = List.of(Column.text("id", 8),
      Column.text("name", 60), Column.text("name_en", 60), Column.text("kind", 20),
      Column.flag("upgraded"));
  private static final double CORRIDOR_REACH_M = 250;

  private final Skeleton skeleton;
  private final Divisions divisions;
  private final long seed;
  private final GeometryFactory factory;

  UnitLayer(Skeleton skeleton, Divisions divisions, long seed, GeometryFactory factory) {
    this.skeleton = skeleton;
    this.divisions = divisions;
    this.seed = seed;
    this.factory = factory;
  }

  void write(Path file) throws IOException {
    try (GeoJsonWriter out = new GeoJsonWriter(
        file, "units", SpatialReference.CGCS2000_DEGREES, COLUMNS)) {
      put(out, skeleton.outline, "D1", "江海区", "Jianghai District", "district", null);
      putAll(out, divisions.zones(), "Z", Divisions.ZONES, Divisions.ZONES_EN, "zone");
      putAll(out, divisions.streets(), "T", Divisions.STREETS, Divisions.STREETS_EN, "street");
      for (JianghaiFacts.Area base : JianghaiFacts.BASES) {
        putArea(out, base, "base", null);
      }
      putArea(out, JianghaiFacts.CENTRE, "centre", null);
      putArea(out, JianghaiFacts.NEW_TOWN, "newtown", null);
      put(out, along("金瓯路"), "K1", "金瓯路产业走廊", "Jin'ou Road Corridor", "corridor", null);
      put(out, along("龙溪路"), "K2", "龙溪产业走廊", "Longxi Corridor", "corridor", null);
      for (JianghaiFacts.Area park : JianghaiFacts.VILLAGE_PARKS) {
        putArea(out, park, "village-park",
            JianghaiFacts.UPGRADED_VILLAGE_PARKS.contains(park.id()));
      }
      putSpecialPark(out);
    }
  }

  private static void putAll(GeoJsonWriter out, List<Geometry> shapes, String prefix,
      List<String> names, List<String> english, String kind) throws IOException {
    for (int i = 0; i < shapes.size(); i++) {
      put(out, shapes.get(i), prefix + (i + 1), names.get(i), english.get(i), kind, null);
    }
  }

  private static void put(GeoJsonWriter out, Geometry shape, String id, String name,
      String english, String kind, Boolean upgraded) throws IOException {
    out.write(Degrees.of(shape), id, name, english, kind, upgraded);
  }

  private void putArea(GeoJsonWriter out, JianghaiFacts.Area area, String kind, Boolean upgraded)
      throws IOException {
    Polygon drawn = Blob.of(area, seed ^ area.id().hashCode(), factory);
    put(out, withinDistrict(drawn), area.id(), area.name(), area.nameEn(), kind, upgraded);
  }

  /** Drawn, then scaled about its centre to the known 5,000 亩. */
  private void putSpecialPark(GeoJsonWriter out) throws IOException {
    JianghaiFacts.Area park = JianghaiFacts.SPECIAL_PARK;
    long shapeSeed = seed ^ park.id().hashCode();
    Polygon drawn = Blob.of(park, shapeSeed, factory);
    double areaM2 = drawn.getArea() / GaussKruger.areaScale(drawn.getCentroid().getX());
    double factor =
        Math.sqrt(JianghaiFacts.SPECIAL_PARK_MU * JianghaiFacts.M2_PER_MU / areaM2);
    Coordinate centre = GaussKruger.toPlane(park.lon(), park.lat());
    Polygon scaled = Blob.of(
        centre, park.eastM() * factor, park.northM() * factor, shapeSeed, factory);
    put(out, withinDistrict(scaled), park.id(), park.name(), park.nameEn(), "special-park", null);
  }

  private Geometry along(String road) {
    Corridor corridor = skeleton.corridors.stream()
        .filter(c -> c.name.equals(road)).findFirst().orElseThrow();
    Coordinate[] line = Curve.resample(corridor.centreline, 90);
    Coordinate[] left = Curve.offset(line, CORRIDOR_REACH_M);
    Coordinate[] right = Curve.offset(line, -CORRIDOR_REACH_M);
    Coordinate[] ring = new Coordinate[2 * line.length + 1];
    for (int i = 0; i < line.length; i++) {
      ring[i] = left[i];
      ring[2 * line.length - 1 - i] = right[i];
    }
    ring[2 * line.length] = left[0].copy();
    return withinDistrict(GeometryFixer.fix(factory.createPolygon(ring)));
  }

  private Geometry withinDistrict(Geometry shape) {
    if (skeleton.outline.covers(shape)) {
      return shape;
    }
    Geometry inside = OverlayNG.overlay(
        shape, skeleton.outline, OverlayNG.INTERSECTION, new PrecisionModel(1000));
    return inside.isValid() ? inside
        : OverlayNGRobust.overlay(shape, skeleton.outline, OverlayNG.INTERSECTION);
  }
}
