package org.parkland.analysis;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.locationtech.jts.geom.Envelope;
import org.parkland.BadInput;
import org.parkland.geometry.AreaMethod;
import org.parkland.geometry.Crs;
import org.parkland.geometry.Reprojection;
import org.parkland.job.Job;
import org.parkland.land.LayerKind;
import org.parkland.land.RedLinePolicy;
import org.parkland.land.Snapshot;
import org.parkland.land.State;
import org.parkland.store.FeatureCursor;
import org.parkland.store.FeatureQuery;
import org.parkland.store.Snapshots;

/**
 * Everything that can be asked of a workspace. Answers are kept: snapshots never change, so what was drawn from
 * them stays true. Safe to share between threads.
 */
public final class LandAnalysis {
  /** Sites of more parcels are studied when somebody asks for them, not at the start. */
  private static final long STUDIED_AT_START = 2_000_000;
  /** Days asked for are many, and a register is large. */
  private static final int KEPT_DAYS = 6;
  /** Share of a box added on each side. */
  private static final double ROOM = 0.01;

  /** Plans, units, roads and constraints are snapshots of their own: all that speak for the day are named. */
  private record StudyKey(IdleDesk.Key register, List<Long> layers) {}

  private final Workspace workspace;
  private final LandFigures figures;
  private final ParcelFacts parcels;
  private final ParcelPieces pieces;
  private final LandSearch search;
  private final Reports reports;
  private final CountedLand counted;
  private final CorrectionDesk corrections;
  private final UnitAreas unitAreas;
  private final Passes passes = new Passes();
  private final IdleDesk idle;
  private final ScenarioDesk scenarios;
  private final Kept<StudyKey, SiteStudy> studies = new Kept<>(KEPT_DAYS);
  private final Kept<StudyKey, StockReport> stocks = new Kept<>(KEPT_DAYS);
  private final Map<Long, Envelope> extents = new ConcurrentHashMap<>();

  public LandAnalysis(Workspace workspace) {
    this.workspace = workspace;
    this.unitAreas = new UnitAreas(workspace.store());
    this.corrections = CorrectionDesk.of(workspace);
    KeptFigures kept = new KeptFigures(workspace.store());
    this.figures = new LandFigures(workspace, unitAreas, kept, passes);
    this.parcels = new ParcelFacts(workspace.store(), unitAreas);
    this.idle = new IdleDesk(workspace, parcels, corrections, kept, passes);
    this.pieces = new ParcelPieces(workspace, unitAreas);
    this.reports = new Reports(workspace, figures, unitAreas, kept, day -> idle(day, null));
    this.scenarios = new ScenarioDesk(workspace, figures, unitAreas);
    this.counted = new CountedLand(figures, unitAreas);
    this.search = new LandSearch(workspace.store(), passes);
  }

  /** Draws what the first page asks for, so that it need not wait: meant for a job at the start. */
  public void warmUp(Job.Steps steps) {
    DayLayers day = day(null);
    steps.progress(0, -1);
    figures.draw(day, new FigureQuery(State.CURRENT, districtPolicy(), AreaMethod.ELLIPSOIDAL));
    steps.progress(1, -1);
    search.warmUp(day);
    steps.progress(2, -1);
    if (day.parcels().count() <= STUDIED_AT_START) {
      sites(day, null);
    }
    steps.progress(3, -1);
    if (day.find(LayerKind.ZONING).isPresent()) {
      figures.draw(day, new FigureQuery(State.PLANNED, districtPolicy(), AreaMethod.ELLIPSOIDAL));
    }
  }

  private RedLinePolicy districtPolicy() {
    return workspace.policies().redLine().find(workspace.district().policy());
  }

  /** Whether there are parcels of any day: before the first there is nothing to draw. */
  public boolean hasLand() {
    return !DayLayers.dates(Snapshots.current(workspace.store().snapshots())).isEmpty();
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

  /** Single parcels cut by the units, with shapes. */
  public ParcelPieces pieces() {
    return pieces;
  }

  public Reports reports() {
    return reports;
  }

  /** The parcels behind the figures. */
  public CountedLand counted() {
    return counted;
  }

  public LandSearch search() {
    return search;
  }

  /** @param today the day asked for; null for the day of the data */
  public IdleRegister idle(DayLayers day, LocalDate today) {
    return idle.register(day, today);
  }

  /** What judges single parcels of a day, without the register; the day as for {@link #idle}. */
  public IdleJudge idleJudge(DayLayers day, LocalDate today) {
    return idle.judge(day, today);
  }

  /** The sites of a day, surveyed; the day as for {@link #idle}. */
  public SiteStudy sites(DayLayers day, LocalDate today) {
    return studies.get(studyKey(day, today),
        key -> SiteSurveyor.study(workspace, unitAreas, day, idle(day, today), passes));
  }

  /** What is approved and not supplied, by overlay; the day as for {@link #idle}. */
  public StockReport stock(DayLayers day, LocalDate today) {
    return stocks.get(studyKey(day, today), key -> StockSurveyor.draw(workspace, day, idle(day, today)));
  }

  private StudyKey studyKey(DayLayers day, LocalDate today) {
    return new StudyKey(idle.key(day, today), day.all().stream().map(Snapshot::id).toList());
  }

  /** What is being drawn from whole layers, and how far it has come. */
  public Passes passes() {
    return passes;
  }

  public ScenarioDesk scenarios() {
    return scenarios;
  }

  public CorrectionDesk corrections() {
    return corrections;
  }

  /** The district's box in degrees: of its units, or of its parcels where there are none. */
  public Envelope bounds() {
    DayLayers day = day(null);
    return box(day.find(LayerKind.UNITS).orElse(day.parcels()));
  }

  private Envelope box(Snapshot layer) {
    return extents.computeIfAbsent(layer.id(),
        id -> Optional.ofNullable(workspace.store().extent(layer))
            .map(Crs.of(layer.crs()).to(Crs.of(Crs.DEGREES))::apply).orElseGet(Envelope::new));
  }

  /**
   * A box in degrees that holds the land of all days, current and planned, with room for edges that are bent in degrees;
   * null if there is none.
   */
  public Envelope landBounds() {
    Envelope land = new Envelope();
    Snapshots.current(workspace.store().snapshots()).stream()
        .filter(each -> each.kind() == LayerKind.PARCELS || each.kind() == LayerKind.ZONING)
        .forEach(each -> land.expandToInclude(box(each)));
    land.expandBy(ROOM * land.getWidth(), ROOM * land.getHeight());
    return land.isNull() ? null : land;
  }

  /**
   * A unit's box in degrees.
   *
   * @throws BadInput if there is no such unit on that day
   */
  public Envelope bounds(String unit, DayLayers day) {
    if (!figures.hasUnit(unit, day)) {
      throw new BadInput("unit '" + unit + "'", "there is no such unit", "use an id of the units layer");
    }
    return extent(day.units(), FeatureQuery.all().withId(unit).only());
  }

  private Envelope extent(Snapshot layer, FeatureQuery query) {
    Reprojection toDegrees = Crs.of(layer.crs()).to(Crs.of(Crs.DEGREES));
    Envelope box = new Envelope();
    try (FeatureCursor rows = workspace.store().features(layer, query)) {
      while (rows.hasNext()) {
        box.expandToInclude(rows.next().geometry().getEnvelopeInternal());
      }
    }
    return toDegrees.apply(box);
  }
}
