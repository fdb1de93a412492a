package org.parkland.idle;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.parkland.land.Feature;
import org.parkland.land.RedLinePolicy;
import org.parkland.land.Unit;

/**
 * Finds out where a site lies: its plan, its constraints, its roads and its units.
 *
 * <p>All layers and the sites must be in one projected system with metres. A layer that was not delivered is
 * null, and what it would have told stays unknown. Safe to share between threads.
 */
public final class SiteSurvey {
  private final STRtree plan;
  private final Map<String, STRtree> constraints = new TreeMap<>();
  private final STRtree roads;
  private final STRtree units;
  private final RedLinePolicy redLine;
  private final double reachM;

  /**
   * @param zoning planned blocks, or null
   * @param constraints rows of the constraint layers with their {@code kind}
   * @param roads lines or areas, or null
   * @param redLine whose numerator tells what would be lost by another use
   * @param reachM how far from a road an edge still counts as frontage, and how far roads are looked for is ten
   *     times that
   */
  public SiteSurvey(List<Feature> zoning, List<Feature> constraints, List<Geometry> roads, List<Unit> units,
      RedLinePolicy redLine, double reachM) {
    this.plan = zoning == null ? null : new STRtree();
    this.roads = roads == null ? null : new STRtree();
    this.units = new STRtree();
    this.redLine = redLine;
    this.reachM = reachM;
    if (zoning != null) {
      zoning.forEach(block -> plan.insert(block.geometry().getEnvelopeInternal(), block));
    }
    if (roads != null) {
      roads.forEach(road -> this.roads.insert(road.getEnvelopeInternal(), road));
    }
    units.forEach(unit -> this.units.insert(unit.geometry().getEnvelopeInternal(), unit));
    constraints.forEach(each -> this.constraints.computeIfAbsent(each.text("kind"), kind -> new STRtree())
        .insert(each.geometry().getEnvelopeInternal(), each.geometry()));
  }

  /** @param areaM2 computed area of the parcel */
  public Setting of(Feature parcel, double areaM2) {
    Geometry site = parcel.geometry();
    Map<String, Double> limited = new HashMap<>();
    constraints.forEach((kind, layer) -> limited.put(kind, shareInside(site, layer)));
    double redLineM2 = redLine.inNumerator(parcel.landUse()) ? areaM2 : 0;
    return new Setting(plan == null ? null : planned(site), limited, roadDistance(site), frontage(site),
        unitsOf(site), redLineM2);
  }

  private Map<String, Double> planned(Geometry site) {
    Map<String, Double> shares = new TreeMap<>();
    for (Object found : plan.query(site.getEnvelopeInternal())) {
      Feature block = (Feature) found;
      double share = share(site, block.geometry());
      if (share > 0 && block.landUse() != null) {
        shares.merge(block.landUse(), share, Double::sum);
      }
    }
    return shares;
  }

  /** Features of one kind must not overlap, or land counts twice; the sum is capped at the whole. */
  private static double shareInside(Geometry site, STRtree layer) {
    double sum = 0;
    for (Object area : layer.query(site.getEnvelopeInternal())) {
      sum += share(site, (Geometry) area);
    }
    return Math.min(1, sum);
  }

  private static double share(Geometry site, Geometry area) {
    if (!site.intersects(area)) {
      return 0;
    }
    return OverlayNGRobust.overlay(site, area, OverlayNG.INTERSECTION).getArea() / site.getArea();
  }

  /** Positive infinity where no road lies within ten times the reach. */
  private Double roadDistance(Geometry site) {
    return roads == null ? null
        : near(site, 10 * reachM).stream().mapToDouble(site::distance).min().orElse(Double.POSITIVE_INFINITY);
  }

  private Double frontage(Geometry site) {
    if (roads == null) {
      return null;
    }
    Geometry strip = null;
    for (Geometry road : near(site, reachM)) {
      Geometry buffer = road.buffer(reachM);
      strip = strip == null ? buffer : strip.union(buffer);
    }
    return strip == null ? 0.0 : OverlayNGRobust.overlay(site.getBoundary(), strip, OverlayNG.INTERSECTION).getLength();
  }

  @SuppressWarnings("unchecked")
  private List<Geometry> near(Geometry site, double distanceM) {
    Envelope window = new Envelope(site.getEnvelopeInternal());
    window.expandBy(distanceM);
    return ((List<Geometry>) roads.query(window)).stream()
        .filter(road -> road.isWithinDistance(site, distanceM)).toList();
  }

  @SuppressWarnings("unchecked")
  private Map<String, String> unitsOf(Geometry site) {
    Map<String, String> holding = new TreeMap<>();
    Map<String, Double> largest = new HashMap<>();
    List<Unit> found = units.query(site.getEnvelopeInternal());
    found.stream().sorted(Comparator.comparing(Unit::id)).forEach(unit -> {
      double share = share(site, unit.geometry());
      if (share > largest.getOrDefault(unit.kind(), 0.0)) {
        largest.put(unit.kind(), share);
        holding.put(unit.kind(), unit.id());
      }
    });
    return holding;
  }
}
