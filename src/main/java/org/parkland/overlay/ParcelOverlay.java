package org.parkland.overlay;

import java.util.Arrays;
import org.locationtech.jts.geom.Geometry;
import org.parkland.geometry.Repair;
import org.parkland.geometry.Sweep;
import org.parkland.land.OverlayFinding;
import org.parkland.land.OverlayFinding.Problem;
import org.parkland.land.Parcel;
import org.parkland.land.PieceCollector;
import org.parkland.land.Pieces;

/**
 * Cuts one parcel after the other. Belongs to one thread.
 *
 * <p>Whatever comes in, no exception goes out: what cannot be computed is reported with its area.
 */
public final class ParcelOverlay {
  private final PreparedUnits units;
  private final Regions regions;
  private final CellIndex index;
  private final Outline outline;
  private final Cut cut;
  private final Conservation conservation;
  private final IntBag near = new IntBag();
  private final IntBag holders = new IntBag();
  private final int[] found;
  private final double[] foundM2;
  private int foundCount;
  private long uncertainCuts;

  public ParcelOverlay(PreparedUnits units) {
    Sweep sweep = units.measure().sweep();
    this.units = units;
    this.regions = units.regions();
    this.index = units.index();
    this.outline = new Outline(sweep);
    this.cut = new Cut(units, outline, sweep);
    this.conservation = new Conservation(units);
    this.found = new int[regions.count()];
    this.foundM2 = new double[regions.count()];
  }

  /** Hands the pieces of a parcel, and what is to be said about them, to a collector. */
  public void overlay(Parcel parcel, PieceCollector<?> collector) {
    try {
      Geometry geometry = parcel.geometry();
      if (geometry != null) {
        outline.read(geometry);
      }
      if (geometry == null || !outline.hasArea()) {
        collector.accept(new OverlayFinding(Problem.NO_AREA, parcel.id(), 0, describe(geometry)));
        return;
      }
      if (!outline.isSurelyValid()) {
        geometry = repaired(parcel, collector);
      }
      pieces(parcel, geometry, collector);
    } catch (RuntimeException e) {
      collector.accept(new OverlayFinding(Problem.NOT_COMPUTED, parcel.id(), knownArea(), e.toString()));
    }
  }

  /** How many cuts could not prove themselves and were left to JTS. */
  long uncertainCuts() {
    return uncertainCuts;
  }

  private static String describe(Geometry geometry) {
    if (geometry == null) {
      return "no geometry";
    }
    return geometry.getDimension() < 2 || geometry.isEmpty()
        ? geometry.isEmpty() ? "empty geometry" : geometry.getGeometryType() + " has no area"
        : "coordinates are not numbers";
  }

  private double knownArea() {
    return outline.hasArea() ? outline.areaM2() : 0;
  }

  private Geometry repaired(Parcel parcel, PieceCollector<?> collector) {
    Repair repair = Repair.of(parcel.geometry());
    if (repair.wasNeeded()) {
      outline.read(repair.geometry());
      collector.accept(
          new OverlayFinding(Problem.REPAIRED, parcel.id(), knownArea(), repair.reason()));
    }
    return repair.geometry();
  }

  private void pieces(Parcel parcel, Geometry geometry, PieceCollector<?> collector) {
    if (!outline.hasArea()) {
      collector.accept(new OverlayFinding(Problem.NO_AREA, parcel.id(), 0, "nothing is left after repair"));
      return;
    }
    Cover cover = index.coverOf(outline.minX, outline.minY, outline.maxX, outline.maxY);
    if (cover != null) {
      Pieces whole = Pieces.whole(parcel, outline.areaM2(), cover.units(), cover.kinds());
      if (!conservation.holds(cover)) {
        conservation.report(whole, collector);
      }
      collector.accept(whole);
      return;
    }
    cutByAll(geometry);
    Pieces pieces = collect(parcel);
    if (!conservation.holds(pieces)) {
      conservation.report(pieces, collector);
    }
    collector.accept(pieces);
  }

  /** Finds all regions that have a piece of the outline, with its area. */
  private void cutByAll(Geometry geometry) {
    foundCount = 0;
    index.segmentsMeeting(outline.minX, outline.minY, outline.maxX, outline.maxY, near);
    index.regionsAt(outline.x[0], outline.y[0], holders);
    int from = 0;
    while (from < near.size()) {
      int region = regions.owner(near.get(from));
      int to = from + 1;
      while (to < near.size() && near.get(to) < regions.to(region)) {
        to++;
      }
      holders.remove(region);
      add(region, geometry, cut.by(region, near, from, to));
      from = to;
    }
    for (int i = 0; i < holders.size(); i++) {
      add(holders.get(i), outline.areaM2());
    }
  }

  private void add(int region, Geometry geometry, Cut.Result result) {
    switch (result) {
      case NOTHING -> { }
      case WHOLE -> add(region, outline.areaM2());
      case PART -> add(region, cut.areaM2());
      case INCONSISTENT -> {
        uncertainCuts++;
        add(region, units.measure().areaM2(PieceGeometry.of(units, region, geometry)));
      }
    }
  }

  private void add(int region, double areaM2) {
    if (areaM2 > 0) {
      found[foundCount] = region;
      foundM2[foundCount++] = areaM2;
    }
  }

  private Pieces collect(Parcel parcel) {
    sortFound();
    int split = 0;
    while (split < foundCount && !regions.isOutside(found[split])) {
      split++;
    }
    int[] kinds = new int[foundCount - split];
    for (int i = split; i < foundCount; i++) {
      kinds[i - split] = regions.kindOf(found[i]);
    }
    return Pieces.cut(parcel, outline.areaM2(), Arrays.copyOf(found, split), Arrays.copyOf(foundM2, split),
        kinds, Arrays.copyOfRange(foundM2, split, foundCount));
  }

  private void sortFound() {
    for (int i = 1; i < foundCount; i++) {
      int region = found[i];
      double areaM2 = foundM2[i];
      int at = i;
      while (at > 0 && found[at - 1] > region) {
        found[at] = found[at - 1];
        foundM2[at] = foundM2[at - 1];
        at--;
      }
      found[at] = region;
      foundM2[at] = areaM2;
    }
  }
}
