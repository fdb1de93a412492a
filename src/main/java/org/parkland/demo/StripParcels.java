package org.parkland.demo;

import java.io.IOException;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.parkland.sink.FeatureWriter;

/** Writes roads, waters and green verges as parcels, with the vertices their neighbours have. */
final class StripParcels {
  /** A street this near to land built on after 2020 is as young as the buildings. */
  private static final double YOUNG_STREET_M = 130;

  private final Skeleton skeleton;
  private final Divisions divisions;
  private final BorderVertices borders;
  private final ParcelCodes codes;
  private final ParcelStream.Plane plane;
  private final List<Lot> young;
  private final GeometryFactory factory = new GeometryFactory();

  StripParcels(Skeleton skeleton, Lots lots, Divisions divisions, BorderVertices borders,
      ParcelCodes codes, ParcelStream.Plane plane) {
    this.skeleton = skeleton;
    this.divisions = divisions;
    this.borders = borders;
    this.codes = codes;
    this.plane = plane;
    this.young = lots.all.stream()
        .filter(lot -> lot.in2020.farmland() && lot.in2025.built()).toList();
  }

  void write(FeatureWriter past, FeatureWriter current) throws IOException {
    for (Skeleton.Strip strip : skeleton.strips) {
      Coordinate at = strip.polygon().getInteriorPoint().getCoordinate();
      ParcelCodes.Run run = codes.reserve(divisions.streetAt(at.x, at.y), 1);
      Polygon shape = plane.polygon(borders.completed(strip.polygon(), factory));
      double areaM2 = strip.polygon().getArea() / GaussKruger.areaScale(at.x);
      String place = strip.corridor() == null ? "江海区" : "江海区" + strip.corridor().name;
      Object[] now = ParcelRecords.plain(
          run.code(0, false), place, code(strip), label(strip), areaM2);
      current.write(shape, now);
      past.write(shape, isYoung(strip, at)
          ? ParcelRecords.plain(run.code(0, true), "江海区", LandUse.PADDY.code,
              LandUse.PADDY.label, areaM2)
          : now);
    }
  }

  static String code(Skeleton.Strip strip) {
    return strip.corridor() == null ? LandUse.GREEN_BELT.code : strip.corridor().kind.code;
  }

  static String label(Skeleton.Strip strip) {
    return strip.corridor() == null
        ? LandUse.GREEN_BELT.label : strip.corridor().kind.className;
  }

  private boolean isYoung(Skeleton.Strip strip, Coordinate at) {
    return strip.corridor() != null && strip.corridor().kind == JianghaiFacts.Kind.STREET
        && young.stream().anyMatch(lot -> (lot.x - at.x) * (lot.x - at.x)
            + (lot.y - at.y) * (lot.y - at.y) < YOUNG_STREET_M * YOUNG_STREET_M);
  }
}
