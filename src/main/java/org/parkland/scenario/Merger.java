package org.parkland.scenario;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.noding.snap.SnappingNoder;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.parkland.BadInput;
import org.parkland.geometry.Repair;
import org.parkland.land.Parcel;

/** Makes one parcel of neighbours. Each must share an edge, not only a corner, with another of them. */
record Merger(Ground ground, LaidLand land) {
  /** Neighbours whose edges are this near count as touching, in units of the outline's longest side. */
  private static final double NEAR = 1e-6;
  /** The whole may differ from its parts by this share: their edges were a little apart, or overlapped. */
  private static final double RELATIVE = 1e-4;

  Step merge(Change.Merge change) {
    if (new HashSet<>(change.parcels()).size() < 2) {
      throw new BadInput("merge", "needs at least two parcels", "choose neighbours that share an edge");
    }
    List<Parcel> parcels = change.parcels().stream().distinct().map(land::require).toList();
    Geometry whole = union(parcels);
    double beforeM2 = parcels.stream().mapToDouble(each -> ground.measure().areaM2(each.geometry())).sum();
    double afterM2 = ground.measure().areaM2(whole);
    if (Math.abs(afterM2 - beforeM2) > Math.max(ground.smallestM2(), RELATIVE * beforeM2)) {
      throw new BadInput("parcel " + parcels.get(0).id(), "and its neighbours have " + beforeM2
          + " m² apart and " + afterM2 + " m² together: they overlap", "correct the layer, or choose others");
    }
    String code = change.code() != null ? change.code() : mostLand(parcels);
    boolean sameClass = parcels.stream().allMatch(each -> code != null && code.equals(each.landUse()));
    Parcel merged = new Parcel(name(parcels), code, sameClass && parcels.stream().allMatch(Parcel::newIndustry),
        parcels.get(0).settlement(), whole);
    return Step.of(change, new Edit(ground.state(), parcels, List.of(merged)), beforeM2, afterM2, code);
  }

  private String name(List<Parcel> parcels) {
    String others = parcels.size() == 2 ? parcels.get(1).id() : String.valueOf(parcels.size() - 1);
    return land.unused(parcels.get(0).id() + "+" + others, Set.of());
  }

  private String mostLand(List<Parcel> parcels) {
    Map<String, Double> byCode = new TreeMap<>();
    parcels.stream().filter(each -> each.landUse() != null)
        .forEach(each -> byCode.merge(each.landUse(), ground.measure().areaM2(each.geometry()), Double::sum));
    return byCode.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse(null);
  }

  /** Grows the first by whatever shares an edge with what is there, until all are in. */
  private static Geometry union(List<Parcel> parcels) {
    Geometry whole = valid(parcels.get(0));
    List<Parcel> left = new ArrayList<>(parcels.subList(1, parcels.size()));
    while (!left.isEmpty()) {
      Geometry grown = null;
      for (int i = 0; i < left.size() && grown == null; i++) {
        grown = joined(whole, valid(left.get(i)));
        if (grown != null) {
          left.remove(i);
        }
      }
      if (grown == null) {
        throw new BadInput("parcel " + left.get(0).id(), "shares no edge with the others",
            "choose neighbours that touch along an edge, not only at a corner");
      }
      whole = grown;
    }
    return whole;
  }

  private static Geometry valid(Parcel parcel) {
    return Repair.of(parcel.geometry()).geometry();
  }

  /** Null if the two share no edge: then their union has as many parts as both. */
  private static Geometry joined(Geometry a, Geometry b) {
    double near = NEAR * Math.max(b.getEnvelopeInternal().getWidth(), b.getEnvelopeInternal().getHeight());
    if (!a.isWithinDistance(b, near)) {
      return null;
    }
    int apart = a.getNumGeometries() + b.getNumGeometries();
    Geometry union = polygons(OverlayNGRobust.overlay(a, b, OverlayNG.UNION));
    if (union.getNumGeometries() < apart) {
      return union;
    }
    Geometry snapped = polygons(OverlayNG.overlay(a, b, OverlayNG.UNION, null, new SnappingNoder(near)));
    return snapped.getNumGeometries() < apart ? snapped : null;
  }

  private static Geometry polygons(Geometry geometry) {
    return geometry.getFactory().buildGeometry(PolygonExtracter.getPolygons(geometry));
  }
}
