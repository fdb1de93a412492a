package org.parkland.overlay;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.CoverageUnion;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.parkland.geometry.AreaMeasure;
import org.parkland.geometry.Repair;
import org.parkland.land.OverlayFinding;
import org.parkland.land.OverlayFinding.Problem;
import org.parkland.land.Unit;

/**
 * Units made ready to cut parcels by. Immutable; safe to share between threads and to keep as long as the units
 * stand.
 *
 * <p>Units of one kind must not overlap, or land counts twice; where they do, that is a finding here and every
 * parcel concerned is one in the run. Units of different kinds may overlap as they like.
 */
public final class PreparedUnits {
  /** Units of one kind with more land than this in common overlap; less is rounding of their coordinates. */
  private static final double OVERLAP_M2 = 0.01;

  private final List<Unit> units;
  private final List<String> kinds;
  private final AreaMeasure measure;
  private final List<Geometry> geometries = new ArrayList<>();
  private final List<Geometry> unions = new ArrayList<>();
  private final double[] areasM2;
  private final int[] kindOfUnit;
  private final List<OverlayFinding> findings = new ArrayList<>();
  private final Segments segments = new Segments();
  private final Regions regions;
  private final CellIndex index;

  private PreparedUnits(List<Unit> units, AreaMeasure measure) {
    this.units = List.copyOf(units);
    this.kinds = units.stream().map(Unit::kind).distinct().toList();
    this.measure = measure;
    this.areasM2 = new double[units.size()];
    this.kindOfUnit = units.stream().mapToInt(each -> kinds.indexOf(each.kind())).toArray();
    repair();
    unite();
    this.regions = layOut();
    this.index = new CellIndexBuilder(new Grid(bounds(), segments.count()), segments, regions).build();
  }

  /**
   * @param units with geometries in the CRS of the parcels to come
   * @param measure of the areas of the pieces, for that CRS
   */
  public static PreparedUnits of(List<Unit> units, AreaMeasure measure) {
    return new PreparedUnits(units, measure);
  }

  private void repair() {
    for (int i = 0; i < units.size(); i++) {
      Repair repair = Repair.of(units.get(i).geometry());
      geometries.add(repair.geometry());
      areasM2[i] = measure.areaM2(repair.geometry());
      if (repair.wasNeeded()) {
        findings.add(new OverlayFinding(Problem.REPAIRED, units.get(i).id(), areasM2[i], repair.reason()));
      }
    }
  }

  private void unite() {
    for (int kind = 0; kind < kinds.size(); kind++) {
      List<Geometry> members = new ArrayList<>();
      double sumM2 = 0;
      for (int i = 0; i < units.size(); i++) {
        if (kindOfUnit[i] == kind) {
          members.add(geometries.get(i));
          sumM2 += areasM2[i];
        }
      }
      Geometry union = union(members, sumM2);
      unions.add(union);
      if (sumM2 - measure.areaM2(union) > OVERLAP_M2) {
        findOverlaps(kind);
      }
    }
  }

  /** Units that share their borders vertex by vertex are united in a fraction of the time; the result says if so. */
  private Geometry union(List<Geometry> members, double sumM2) {
    if (members.size() == 1) {
      return members.get(0);
    }
    Geometry all = new GeometryFactory().buildGeometry(members);
    Geometry asCoverage = CoverageUnion.union(all);
    boolean isCoverage = Math.abs(sumM2 - measure.areaM2(asCoverage)) <= OVERLAP_M2 && asCoverage.isValid();
    return isCoverage ? asCoverage : OverlayNGRobust.union(all);
  }

  private void findOverlaps(int kind) {
    STRtree tree = new STRtree();
    for (int i = 0; i < units.size(); i++) {
      if (kindOfUnit[i] == kind) {
        tree.insert(geometries.get(i).getEnvelopeInternal(), i);
      }
    }
    for (int i = 0; i < units.size(); i++) {
      if (kindOfUnit[i] == kind) {
        findOverlaps(i, tree.query(geometries.get(i).getEnvelopeInternal()));
      }
    }
  }

  private void findOverlaps(int unit, List<?> near) {
    near.stream().mapToInt(each -> (Integer) each).filter(other -> other > unit).sorted()
        .forEach(other -> findOverlap(unit, other));
  }

  private void findOverlap(int i, int j) {
    double common = measure.areaM2(
        OverlayNGRobust.overlay(geometries.get(i), geometries.get(j), OverlayNG.INTERSECTION));
    if (common > OVERLAP_M2) {
      findings.add(new OverlayFinding(Problem.UNITS_OVERLAP, units.get(i).id(), common,
          units.get(i).id() + " and " + units.get(j).id() + ", both of kind " + units.get(i).kind()
              + ", share land, which counts in both"));
    }
  }

  private Regions layOut() {
    int[] from = new int[units.size() + kinds.size() + 1];
    int region = 0;
    for (Geometry unit : geometries) {
      segments.add(unit, false);
      from[++region] = segments.count();
    }
    for (Geometry union : unions) {
      segments.add(union, true);
      from[++region] = segments.count();
    }
    return new Regions(units.size(), kinds.size(), from);
  }

  /** The box around all units, in the CRS of the parcels. */
  public Envelope bounds() {
    Envelope bounds = new Envelope();
    geometries.forEach(each -> bounds.expandToInclude(each.getEnvelopeInternal()));
    return bounds.isNull() ? new Envelope(0, 1, 0, 1) : bounds;
  }

  public List<Unit> units() {
    return units;
  }

  /** Each kind once, in the order of the units. */
  public List<String> kinds() {
    return kinds;
  }

  /** Place of a unit's kind in {@link #kinds()}. */
  public int kindOf(int unit) {
    return kindOfUnit[unit];
  }

  /** Square metres of a unit, by the measure. */
  public double areaM2(int unit) {
    return areasM2[unit];
  }

  public AreaMeasure measure() {
    return measure;
  }

  /** What is wrong with the units themselves. */
  public List<OverlayFinding> findings() {
    return List.copyOf(findings);
  }

  /** Polygons of a unit, repaired where that was needed. */
  public Geometry geometry(int unit) {
    return geometries.get(unit);
  }

  /** All land of a kind. */
  Geometry union(int kind) {
    return unions.get(kind);
  }

  Segments segments() {
    return segments;
  }

  Regions regions() {
    return regions;
  }

  CellIndex index() {
    return index;
  }
}
