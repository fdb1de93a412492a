package org.parkland.analysis;

import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.locationtech.jts.geom.Envelope;
import org.parkland.geometry.AreaMethod;
import org.parkland.geometry.Crs;
import org.parkland.geometry.Reprojection;
import org.parkland.land.LayerKind;
import org.parkland.land.RedLinePolicy;
import org.parkland.land.Snapshot;
import org.parkland.land.State;
import org.parkland.store.FeatureCursor;
import org.parkland.store.FeatureQuery;

/**
 * Everything that can be asked of a workspace. Answers are kept: snapshots never change, so what was drawn from
 * them stays true. Safe to share between threads.
 */
public final class LandAnalysis {
  private record RegisterKey(long snapshot, LocalDate today) {}

  private final Workspace workspace;
  private final LandFigures figures;
  private final ParcelFacts parcels;
  private final LandSearch search;
  private final Reports reports;
  private final Map<RegisterKey, IdleRegister> registers = new ConcurrentHashMap<>();
  private final Map<Long, Envelope> extents = new ConcurrentHashMap<>();

  public LandAnalysis(Workspace workspace) {
    this.workspace = workspace;
    UnitAreas unitAreas = new UnitAreas(workspace.store());
    KeptFigures kept = new KeptFigures(workspace.store());
    this.figures = new LandFigures(workspace, unitAreas, kept);
    this.parcels = new ParcelFacts(workspace.store(), unitAreas);
    this.reports = new Reports(workspace, figures, unitAreas, kept, day -> idle(day, null));
    this.search = new LandSearch(workspace.store());
  }

  /** Draws what the first page asks for, so that it need not wait: meant for a thread of its own at start. */
  public void warmUp() {
    DayLayers day = day(null);
    figures.draw(day, new FigureQuery(State.CURRENT, districtPolicy(), AreaMethod.ELLIPSOIDAL));
    idle(day, null);
    if (day.find(LayerKind.ZONING).isPresent()) {
      figures.draw(day, new FigureQuery(State.PLANNED, districtPolicy(), AreaMethod.ELLIPSOIDAL));
    }
  }

  private RedLinePolicy districtPolicy() {
    return workspace.policies().redLine().find(workspace.district().policy());
  }

  /** The layers that speak for a day; the newest parcels' day if null. */
  public DayLayers day(LocalDate asOf) {
    return DayLayers.at(workspace.store(), asOf);
  }

  public LandFigures figures() {
    return figures;
  }

  public ParcelFacts parcels() {
    return parcels;
  }

  public Reports reports() {
    return reports;
  }

  public LandSearch search() {
    return search;
  }

  /** @param today the day asked for; null for the day of the data */
  public IdleRegister idle(DayLayers day, LocalDate today) {
    LocalDate asked = today != null ? today : day.asOf();
    return registers.computeIfAbsent(new RegisterKey(day.parcels().id(), asked),
        key -> IdleRegister.of(workspace, parcels, day, asked));
  }

  /** The district's box in degrees: of its units, or of its parcels where there are none. */
  public Envelope bounds() {
    DayLayers day = day(null);
    return extents.computeIfAbsent(day.find(LayerKind.UNITS).orElse(day.parcels()).id(),
        id -> extent(day.find(LayerKind.UNITS).orElse(day.parcels())));
  }

  private Envelope extent(Snapshot layer) {
    Reprojection toDegrees = Crs.of(layer.crs()).to(Crs.of(Crs.DEGREES));
    Envelope box = new Envelope();
    try (FeatureCursor rows = workspace.store().features(layer, FeatureQuery.all().only())) {
      while (rows.hasNext()) {
        box.expandToInclude(rows.next().geometry().getEnvelopeInternal());
      }
    }
    return toDegrees.apply(box);
  }
}
