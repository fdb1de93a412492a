package org.parkland.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/**
 * The two partitions of the district: three zones, divided by the centre lines of 五邑路 and
 * 会港大道, and three streets (街道), divided by the middle of 礼乐河 and of 东海路.
 */
final class Divisions {
  static final List<String> ZONES = List.of("城市品质提升示范区", "产城人融合发展区", "都市农业生态发展区");
  static final List<String> ZONES_EN = List.of("City Quality Demonstration Zone",
      "Industry-City Integration Zone", "Urban Agriculture and Ecology Zone");
  static final List<String> STREETS = List.of("外海街道", "礼乐街道", "江南街道");
  static final List<String> STREETS_EN =
      List.of("Waihai Street", "Lile Street", "Jiangnan Street");

  private final Coordinate[] wuyi;
  private final Coordinate[] huigang;
  private final Coordinate[] lileRiver;
  private final Coordinate[] donghai;
  private final Skeleton skeleton;
  private final GeometryFactory factory;

  Divisions(Skeleton skeleton, GeometryFactory factory) {
    this.skeleton = skeleton;
    this.factory = factory;
    wuyi = centreline("五邑路");
    huigang = centreline("会港大道");
    lileRiver = centreline("礼乐河");
    donghai = centreline("东海路");
  }

  private Coordinate[] centreline(String name) {
    return skeleton.corridors.stream().filter(c -> c.name.equals(name)).findFirst()
        .orElseThrow().centreline;
  }

  /** Zones in the order of {@link #ZONES}. */
  List<Geometry> zones() {
    return divide(List.of(wuyi, huigang), at -> at.y > level(wuyi, at.x) ? 0
        : at.y > level(huigang, at.x) ? 1 : 2);
  }

  /** Streets in the order of {@link #STREETS}. */
  List<Geometry> streets() {
    return divide(List.of(lileRiver, donghai), at -> streetAt(at.x, at.y));
  }

  /** 0 外海, 1 礼乐, 2 江南. */
  int streetAt(double x, double y) {
    if (y < level(lileRiver, x)) {
      return 1;
    }
    return x < meridian(donghai, y) ? 2 : 0;
  }

  private List<Geometry> divide(List<Coordinate[]> lines, ToIntFunction<Coordinate> part) {
    List<Coordinate[]> all = new ArrayList<>(lines);
    all.add(skeleton.outline.getExteriorRing().getCoordinates());
    TreeMap<Integer, List<Geometry>> parts = new TreeMap<>();
    for (Polygon face : Arrangement.faces(all, factory)) {
      parts.computeIfAbsent(part.applyAsInt(face.getInteriorPoint().getCoordinate()),
          k -> new ArrayList<>()).add(face);
    }
    return parts.values().stream()
        .map(faces -> CoverageUnion.union(faces.toArray(new Geometry[0]))).toList();
  }

  /** Northing of a line that runs from west to east. */
  private static double level(Coordinate[] line, double x) {
    for (int i = 1; i < line.length; i++) {
      if (x <= line[i].x) {
        return along(line[i - 1].x, line[i - 1].y, line[i].x, line[i].y, x);
      }
    }
    return line[line.length - 1].y;
  }

  /** Easting of a line that runs from north to south. */
  private static double meridian(Coordinate[] line, double y) {
    for (int i = 1; i < line.length; i++) {
      if (y >= line[i].y) {
        return along(line[i - 1].y, line[i - 1].x, line[i].y, line[i].x, y);
      }
    }
    return line[line.length - 1].x;
  }

  private static double along(double u0, double v0, double u1, double v1, double u) {
    return v0 + (v1 - v0) * (u - u0) / (u1 - u0);
  }
}
