package org.parkland.check;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.index.strtree.STRtree;
import org.parkland.geometry.AreaMeasure;
import org.parkland.geometry.AreaMethod;
import org.parkland.land.CheckLimits;
import org.parkland.land.CommonLand;
import org.parkland.land.ExactSum;
import org.parkland.land.Feature;
import org.parkland.land.LayerKind;
import org.parkland.land.Parcel;
import org.parkland.land.Tolerances;
import org.parkland.overlay.ParcelOverlaps;

/**
 * Checks of a layer as a whole: overlaps, gaps, vertices that neighbours lack, and what lies outside of the district.
 * The layer is seen window by window, so that memory does not grow with it.
 */
public final class LayerChecks {
  /** Layers whose rows divide the land between them, so that they must neither overlap nor leave gaps. */
  private static final Set<LayerKind> COVERAGES = EnumSet.of(LayerKind.PARCELS, LayerKind.ZONING);
  private static final Set<LayerKind> OF_THE_DISTRICT =
      EnumSet.of(LayerKind.PARCELS, LayerKind.ZONING, LayerKind.PROTECTION, LayerKind.APPROVAL);
  private static final double METRES_PER_DEGREE = 111_320;

  /** Is told how many windows are done. */
  @FunctionalInterface
  public interface Progress {
    void windows(long done, long total);
  }

  private final LayerRows layer;
  private final Outline district;
  private final Geometry shiftedOutline;
  private final Tolerances tolerances;
  private final CheckLimits limits;
  private final FindingBook book;
  private final AreaMeasure measure;
  private final double metresPerUnit;
  private final ExactSum landM2 = new ExactSum();
  private final ExactSum outsideM2 = new ExactSum();
  private final ExactSum outsideIfMovedM2 = new ExactSum();
  private final ExactSum sliversM2 = new ExactSum();
  private long slivers;

  /** @param district null where no outline is known; then nothing lies outside */
  public LayerChecks(
      LayerRows layer, Outline district, Tolerances tolerances, CheckLimits limits, FindingBook book) {
    this.layer = layer;
    this.district = OF_THE_DISTRICT.contains(layer.kind()) ? district : null;
    this.tolerances = tolerances;
    this.limits = limits;
    this.book = book;
    this.measure = AreaMeasure.of(AreaMethod.ELLIPSOIDAL, layer.crs());
    this.metresPerUnit = layer.crs().isGeographic() ? METRES_PER_DEGREE : 1;
    this.shiftedOutline = this.district == null ? null : shifted(this.district.shape());
  }

  /** Where the outline would lie if it had been drawn in shifted coordinates, as the layer perhaps was. */
  private Geometry shifted(Geometry outline) {
    double latitude = layer.crs().isGeographic() ? outline.getEnvelopeInternal().centre().y : 0;
    return AffineTransformation.translationInstance(
        limits.shifted().eastM() / metresPerUnit / Math.cos(Math.toRadians(latitude)),
        -limits.shifted().southM() / metresPerUnit).transform(outline);
  }

  /** Looks at the whole layer. */
  public void run(Progress progress) {
    if (layer.count() == 0 || !OF_THE_DISTRICT.contains(layer.kind())) {
      return;
    }
    List<Window> windows = Window.over(layer.extent(), layer.count(), limits.gap().reachM() / metresPerUnit);
    AtomicLong done = new AtomicLong();
    List<FindingBook> found = windows.parallelStream().map(window -> {
      FindingBook own = look(window);
      progress.windows(done.incrementAndGet(), windows.size());
      return own;
    }).toList();
    found.forEach(book::addAll);
    if (sliversM2.m2() >= limits.gap().smallestM2()) {
      book.add("overlap-slivers", 0, null, sliversM2.m2(), null, "count", slivers);
    }
    suspectShift();
  }

  /** In a book of its own, so that the order of findings does not depend on how the work was shared. */
  private FindingBook look(Window window) {
    FindingBook found = book.fresh();
    List<Feature> rows = layer.within(window.seen());
    if (COVERAGES.contains(layer.kind())) {
      coverage(rows, window, found);
    }
    List<Feature> own =
        rows.stream().filter(each -> window.owns(each.geometry().getEnvelopeInternal())).toList();
    double ownM2 = own.stream().mapToDouble(each -> measure.areaM2(each.geometry())).sum();
    synchronized (this) {
      landM2.add(ownM2);
    }
    if (district != null && !own.isEmpty()) {
      outside(own, found);
    }
    return found;
  }

  private void coverage(List<Feature> rows, Window window, FindingBook found) {
    STRtree index = new STRtree();
    for (int i = 0; i < rows.size(); i++) {
      index.insert(rows.get(i).geometry().getEnvelopeInternal(), i);
    }
    FreeEdges edges = new FreeEdges(rows, window.seen());
    new MissingVertices(rows, edges, limits.vertexM(), metresPerUnit, found).tell(window);
    new Gaps(rows, index, measure, limits.gap(), found).tell(edges, window);
    overlaps(rows.stream().filter(each -> each.geometry().getEnvelopeInternal().intersects(window.own())).toList(),
        window, found);
  }

  private void overlaps(List<Feature> rows, Window window, FindingBook found) {
    List<Parcel> parcels = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      parcels.add(new Parcel(Integer.toString(i), null, false, rows.get(i).geometry()));
    }
    ParcelOverlaps overlaps = new ParcelOverlaps(measure, tolerances);
    overlaps.look(parcels, corner -> window.owns(corner.x, corner.y));
    overlaps.found().forEach(each -> overlap(each, rows, found));
    synchronized (this) {
      slivers += overlaps.slivers();
      sliversM2.add(overlaps.sliversM2());
    }
  }

  /** Told of the later row, which came onto land that the earlier one had. */
  private static void overlap(CommonLand land, List<Feature> rows, FindingBook found) {
    Feature a = rows.get(Integer.parseInt(land.first().id()));
    Feature b = rows.get(Integer.parseInt(land.second().id()));
    Feature later = a.row() > b.row() ? a : b;
    Feature earlier = later == a ? b : a;
    found.add("overlap", later.row(), later.id(), land.areaM2(), land.shape(), "other", earlier.id(),
        "otherRow", earlier.row());
  }

  private void outside(List<Feature> own, FindingBook found) {
    Envelope box = new Envelope();
    own.forEach(each -> box.expandToInclude(each.geometry().getEnvelopeInternal()));
    OutsideDistrict now = new OutsideDistrict(district.shape(), box);
    OutsideDistrict ifMoved = new OutsideDistrict(shiftedOutline, box);
    double sumM2 = 0;
    double movedM2 = 0;
    for (Feature row : own) {
      sumM2 += outside(row, now.of(row.geometry()), found);
      Geometry moved = ifMoved.of(row.geometry());
      movedM2 += moved == null ? 0 : measure.areaM2(moved);
    }
    synchronized (this) {
      outsideM2.add(sumM2);
      outsideIfMovedM2.add(movedM2);
    }
  }

  private double outside(Feature row, Geometry part, FindingBook found) {
    double partM2 = part == null ? 0 : measure.areaM2(part);
    if (partM2 > limits.outside().areaM2()) {
      double share = partM2 / measure.areaM2(row.geometry());
      if (share > limits.outside().share()) {
        found.add("outside-district", row.row(), row.id(), partM2, part, "district", district.name(),
            "percent", RowChecks.decimals(1, 100 * share));
      }
    }
    return partM2;
  }

  private void suspectShift() {
    double share = outsideM2.m2() / landM2.m2();
    if (district != null && share > limits.shifted().outsideShare()
        && outsideIfMovedM2.m2() < limits.shifted().restShare() * outsideM2.m2()) {
      book.add("suspected-gcj02", 0, null, 100 * share, null, "district", district.name(),
          "after", RowChecks.decimals(2, 100 * outsideIfMovedM2.m2() / landM2.m2()),
          "east", RowChecks.decimals(0, limits.shifted().eastM()),
          "south", RowChecks.decimals(0, limits.shifted().southM()));
    }
  }
}
