package org.parkland.overlay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
  private final List<OverlayFinding> findings = new ArrayList<>();
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
    findings.clear();
    Pieces pieces = null;
    try {
      pieces = pieces(parcel);
    } catch (RuntimeException e) {
      find(Problem.NOT_COMPUTED, parcel, knownArea(), e.toString());
    }
    // Outside of the net: an error of the collector is none of the parcel's geometry.
    for (OverlayFinding each : findings) {
      collector.accept(each);
    }
    if (pieces != null) {
      collector.accept(pieces);
    }
  }

  /** Null if the parcel has no area. */
  private Pieces pieces(Parcel parcel) {
    Geometry geometry = parcel.geometry();
    outline.read(geometry);
    if (!outline.hasArea()) {
      find(Problem.NO_AREA, parcel, 0, describe(geometry));
      return null;
    }
    if (!outline.isSurelyValid()) {
      geometry = repaired(parcel);
      if (!outline.hasArea()) {
        find(Problem.NO_AREA, parcel, 0, "nothing is left after repair");
        return null;
      }
    }
    return pieces(parcel, geometry);
  }

  private void find(Problem problem, Parcel parcel, double areaM2, String detail) {
    findings.add(new OverlayFinding(problem, parcel.id(), areaM2, detail));
  }

  /** How many cuts could not prove themselves and were left to JTS. */
  long uncertainCuts() {
    return uncertainCuts;
  }

  private static String describe(Geometry geometry) {
    if (geometry == null || geometry.isEmpty()) {
      return geometry == null ? "no geometry" : "empty geometry";
    }
    return geometry.getDimension() < 2 ? geometry.getGeometryType() + " has no area" : "coordinates are not numbers";
  }

  private double knownArea() {
    return outline.hasArea() ? outline.areaM2() : 0;
  }

  private Geometry repaired(Parcel parcel) {
    Repair repair = Repair.of(parcel.geometry());
    if (repair.wasNeeded()) {
      outline.read(repair.geometry());
      find(Problem.REPAIRED, parcel, knownArea(), repair.reason());
    }
    return repair.geometry();
  }

  private Pieces pieces(Parcel parcel, Geometry geometry) {
    Cover cover = index.coverOf(outline.minX, outline.minY, outline.maxX, outline.maxY);
    boolean conserved;
    Pieces pieces;
    if (cover != null) {
      pieces = Pieces.whole(parcel, outline.areaM2(), cover.units(), cover.kinds());
      conserved = conservation.holds(cover);
    } else {
      cutByAll(geometry);
      pieces = collect(parcel);
      conserved = conservation.holds(pieces);
    }
    if (!conserved) {
      conservation.report(pieces, findings);
    }
    return pieces;
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
