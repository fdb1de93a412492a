package org.parkland.overlay;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.parkland.geometry.AreaMeasure;
import org.parkland.geometry.MeanWidth;
import org.parkland.land.CommonLand;
import org.parkland.land.ExactSum;
import org.parkland.land.Parcel;
import org.parkland.land.Tolerances;

/**
 * Finds land that two parcels of one layer claim. Belongs to one thread.
 *
 * <p>Most parcels share their edges with their neighbours vertex by vertex. The coverage validator sees that in one
 * pass; only what it objects to is intersected with its neighbours.
 */
public final class ParcelOverlaps {
  private final AreaMeasure measure;
  private final Tolerances tolerances;
  private final List<CommonLand> found = new ArrayList<>();
  private final ExactSum sliversM2 = new ExactSum();
  private long slivers;

  /** @param measure of the CRS of the parcels to come */
  public ParcelOverlaps(AreaMeasure measure, Tolerances tolerances) {
    this.measure = measure;
    this.tolerances = tolerances;
  }

  /**
   * Looks for overlaps among parcels that lie close together.
   *
   * @param parcels with valid polygons, as the import stores them
   * @param mine whether an overlap with this lower left corner of the two boxes' common part is to be counted here:
   *     windows that share parcels must not count it twice
   */
  public void look(List<Parcel> parcels, Predicate<Coordinate> mine) {
    Geometry[] shapes = parcels.stream().map(Parcel::geometry).toArray(Geometry[]::new);
    boolean[] suspect = suspects(shapes);
    STRtree index = new STRtree();
    for (int i = 0; i < shapes.length; i++) {
      index.insert(shapes[i].getEnvelopeInternal(), i);
    }
    for (int i = 0; i < shapes.length; i++) {
      for (Object each : suspect[i] ? index.query(shapes[i].getEnvelopeInternal()) : List.of()) {
        int j = (Integer) each;
        boolean turn = j != i && (i < j || !suspect[j]);
        if (turn && mine.test(corner(shapes[i], shapes[j]))) {
          intersect(parcels.get(i), shapes[i], parcels.get(j), shapes[j]);
        }
      }
    }
  }

  private static boolean[] suspects(Geometry[] shapes) {
    boolean[] suspect = new boolean[shapes.length];
    try {
      Geometry[] objections = CoverageValidator.validate(shapes);
      for (int i = 0; i < shapes.length; i++) {
        suspect[i] = objections[i] != null;
      }
    } catch (RuntimeException e) {
      // What the validator cannot judge is all intersected.
      java.util.Arrays.fill(suspect, true);
    }
    return suspect;
  }

  private static Coordinate corner(Geometry a, Geometry b) {
    Envelope common = a.getEnvelopeInternal().intersection(b.getEnvelopeInternal());
    return new Coordinate(common.getMinX(), common.getMinY());
  }

  private void intersect(Parcel a, Geometry shapeA, Parcel b, Geometry shapeB) {
    Geometry common =
        PieceGeometry.polygonsOf(OverlayNGRobust.overlay(shapeA, shapeB, OverlayNG.INTERSECTION));
    double areaM2 = measure.areaM2(common);
    if (!(areaM2 > 0)) {
      return;
    }
    if (areaM2 < tolerances.overlapM2() || MeanWidth.of(common, areaM2) < tolerances.overlapWidthM()) {
      slivers++;
      sliversM2.add(areaM2);
      return;
    }
    boolean inOrder = String.valueOf(a.id()).compareTo(String.valueOf(b.id())) <= 0;
    found.add(new CommonLand(withoutShape(inOrder ? a : b), withoutShape(inOrder ? b : a), areaM2, common));
  }

  private static Parcel withoutShape(Parcel parcel) {
    return new Parcel(parcel.id(), parcel.landUse(), parcel.newIndustry(), parcel.settlement(), null);
  }

  public List<CommonLand> found() {
    return found;
  }

  /** How many overlaps were too small to name. */
  public long slivers() {
    return slivers;
  }

  public ExactSum sliversM2() {
    return sliversM2;
  }
}
