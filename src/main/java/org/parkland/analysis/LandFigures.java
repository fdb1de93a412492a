package org.parkland.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.parkland.BadInput;
import org.parkland.analysis.LayerOverlaps.Overlap;
import org.parkland.analysis.LayerOverlaps.Overlaps;
import org.parkland.geometry.AreaMeasure;
import org.parkland.geometry.AreaMethod;
import org.parkland.geometry.Crs;
import org.parkland.indicator.DoubtedTally;
import org.parkland.indicator.LandUseTally;
import org.parkland.indicator.PossibleUses;
import org.parkland.indicator.TallySums;
import org.parkland.ingest.OpenCodes;
import org.parkland.land.Classification;
import org.parkland.land.Doubt;
import org.parkland.land.LayerKind;
import org.parkland.land.OverlayFinding.Problem;
import org.parkland.land.OverlayFinding;
import org.parkland.land.PieceCollector;
import org.parkland.land.Snapshot;
import org.parkland.land.State;
import org.parkland.land.Unit;
import org.parkland.overlay.Overlay;
import org.parkland.overlay.PreparedUnits;
import org.parkland.overlay.UnitsInBlocks;
import org.parkland.store.FeatureCursor;
import org.parkland.store.FeatureQuery;

/** Draws {@link Figures} by running the layer of a state through the units, and keeps them with their snapshots. */
public final class LandFigures {
  /** Overlaps listed as findings; the largest come first. */
  private static final int LISTED_OVERLAPS = 200;

  private static final List<OverlayFinding> NOT_SEARCHED =
      List.of(new OverlayFinding(Problem.NOT_SEARCHED, "parcels", 0, StreamedFigures.NOT_SEARCHED));
  private static final FeatureQuery OF_PIECES =
      FeatureQuery.all().only("id", "land_use", "new_industry", "settlement");

  private record UnitsKey(long units, String crs, AreaMethod method) {}

  /** What is kept: the sums, what each policy has in doubt unit by unit, and what is to be said of overlaps. */
  record Drawn(TallySums landUse, Map<String, List<List<Doubt>>> doubts, List<OverlayFinding> overlaps) {}

  private final Workspace workspace;
  private final UnitAreas unitAreas;
  private final KeptFigures kept;
  private final Passes passes;
  private final Map<UnitsKey, PreparedUnits> prepared = new ConcurrentHashMap<>();

  LandFigures(Workspace workspace, UnitAreas unitAreas, KeptFigures kept, Passes passes) {
    this.workspace = workspace;
    this.unitAreas = unitAreas;
    this.kept = kept;
    this.passes = passes;
  }

  /** @throws BadInput if there is no layer for the state or the method does not fit its CRS */
  public Figures draw(DayLayers day, FigureQuery query) {
    Snapshot land = day.of(query.state());
    PreparedUnits units = units(day.units(), land, query.method());
    int count = units.units().size();
    Drawn drawn = kept.get(landUseKey(land, day.units(), query.method()), Drawn.class, () -> overlay(land, units));
    LandUseTally inBlocks =
        query.policy().inBlocks().isEmpty() ? null : LandUseTally.of(count, inBlocks(day, land, query.method()));
    return new Figures(day.asOf(), query.state(), query.policy(), query.method(), units,
        LandUseTally.of(count, drawn.landUse()), inBlocks, drawn.doubts().get(query.policy().name()),
        drawn.overlaps(), workspace.standards().classification());
  }

  private String landUseKey(Snapshot land, Snapshot units, AreaMethod method) {
    String definitions = KeptFigures.fingerprint(workspace.policies().redLine().policies(),
        workspace.policies().tolerances(), workspace.standards().classification().classes());
    return key("land-use with main classes", land, units, method) + " by " + definitions;
  }

  /**
   * Keeps what was summed elsewhere from the rows of the day's layer, so that it is shown without an overlay of our
   * own. Overlaps between parcels were not searched there, which the figures then say.
   */
  public void keep(DayLayers day, State state, AreaMethod method, StreamedLand summed) {
    Snapshot land = day.of(state);
    ImportNotes notes = ImportNotes.of(land);
    PreparedUnits units = units(day.units(), land, method);
    kept.get(landUseKey(land, day.units(), method), Drawn.class, () -> drawn(units, summed.tally(), List.of(), notes,
        NOT_SEARCHED));
  }

  public boolean hasUnit(String id, DayLayers day) {
    return unitAreas.in(day.units(), Crs.of(day.units().crs())).stream().anyMatch(each -> each.id().equals(id));
  }

  private static String key(String what, Snapshot land, Snapshot units, AreaMethod method) {
    return what + " of " + land.id() + " in units " + units.id() + " " + method.word();
  }

  /** The units of a layer, ready to cut land of another. */
  PreparedUnits units(Snapshot unitLayer, Snapshot land, AreaMethod method) {
    Crs crs = Crs.of(land.crs());
    return prepared.computeIfAbsent(new UnitsKey(unitLayer.id(), crs.code(), method),
        key -> PreparedUnits.of(unitAreas.in(unitLayer, crs), measure(crs, method)));
  }

  /** @throws BadInput if planar areas are asked of degrees */
  static AreaMeasure measure(Crs crs, AreaMethod method) {
    if (method == AreaMethod.PLANAR && crs.isGeographic()) {
      throw new BadInput("area planar", "the layer is in " + crs + ", whose degrees have no planar area",
          "ask for ellipsoidal areas");
    }
    return AreaMeasure.of(method, crs);
  }

  /** Runs all land of a layer through units. */
  <C extends PieceCollector<C>> C collect(Snapshot land, PreparedUnits units, Supplier<C> newCollector) {
    return collect(land, units, null, newCollector);
  }

  /** Runs the land around units through them; what lies far from all of them is not read. */
  <C extends PieceCollector<C>> C collectAround(Snapshot land, PreparedUnits units, Supplier<C> newCollector) {
    return collect(land, units, null, OF_PIECES.within(units.bounds()), newCollector);
  }

  /** @param codeColumn the delivered column that parcels are to carry, or null */
  private <C extends PieceCollector<C>> C collect(
      Snapshot land, PreparedUnits units, String codeColumn, Supplier<C> newCollector) {
    return collect(land, units, codeColumn, codeColumn != null ? FeatureQuery.all() : OF_PIECES, newCollector);
  }

  private <C extends PieceCollector<C>> C collect(Snapshot land, PreparedUnits units, String codeColumn,
      FeatureQuery query, Supplier<C> newCollector) {
    FeatureCursor all = workspace.store().features(land, query);
    try (FeatureCursor rows = passes.over(Passes.Purpose.FIGURES, land, all)) {
      return new Overlay(units).collect(new StoredParcels(rows, codeColumn), Runtime.getRuntime().availableProcessors(),
          newCollector);
    }
  }

  /**
   * Draws and keeps the sums of a layer, unless they are kept, without looking for parcels that overlap each other:
   * of tens of millions that takes longer than all else. The figures say that it was not done.
   */
  public void sumOnly(DayLayers day, State state, AreaMethod method) {
    Snapshot land = day.of(state);
    PreparedUnits units = units(day.units(), land, method);
    kept.get(landUseKey(land, day.units(), method), Drawn.class, () -> drawn(units, summed(land, units), List.of(),
        ImportNotes.of(land), NOT_SEARCHED));
  }

  private DoubtedTally summed(Snapshot land, PreparedUnits units) {
    ImportNotes notes = ImportNotes.of(land);
    PossibleUses uses = uses(notes);
    int count = units.units().size();
    return collect(land, units, notes.codeColumn(),
        () -> new DoubtedTally(count, workspace.policies().redLine().policies(), uses));
  }

  private Drawn overlay(Snapshot land, PreparedUnits units) {
    ImportNotes notes = ImportNotes.of(land);
    DoubtedTally tally = summed(land, units);
    Overlaps overlaps = overlaps(land, units);
    return drawn(units, tally, overlaps.overlaps(), notes, findings(overlaps));
  }

  private static Drawn drawn(PreparedUnits units, DoubtedTally tally, List<Overlap> overlaps, ImportNotes notes,
      List<OverlayFinding> findings) {
    LayerDoubts missing =
        new LayerDoubts(units, tally.landUse(), LayerDoubts.parts(units, overlaps), notes.lostLand());
    Map<String, List<List<Doubt>>> doubts = new LinkedHashMap<>();
    tally.eachPolicy((policy, each) -> {
      missing.tell(each);
      doubts.put(policy, IntStream.range(0, units.units().size()).mapToObj(each::of).toList());
    });
    return new Drawn(tally.landUse().sums(), doubts, findings);
  }

  PossibleUses uses(ImportNotes notes) {
    return uses(workspace.standards().classification(), notes.open());
  }

  static PossibleUses uses(Classification classification, OpenCodes open) {
    return PossibleUses.asDelivered(classification).orAmong(open.byCode()).orAsDelivered(open.byDelivered())
        .orWithinMainClass(classification);
  }

  /** What a crosswalk left open of a layer, for those who read its rows apart. */
  public OpenCodes open(Snapshot land) {
    return ImportNotes.of(land).open();
  }

  /** Land of a layer that its parcels claim twice, where figures are drawn. */
  Overlaps overlaps(Snapshot land, PreparedUnits units) {
    return kept.get("overlaps in " + land.id() + " by "
        + KeptFigures.fingerprint(workspace.policies().tolerances(), units.bounds()), Overlaps.class,
        () -> new LayerOverlaps(workspace.store(), land, AreaMeasure.of(AreaMethod.ELLIPSOIDAL, Crs.of(land.crs())),
            workspace.policies().tolerances()).within(units.bounds(), passes));
  }

  private static List<OverlayFinding> findings(Overlaps overlaps) {
    List<OverlayFinding> findings = new ArrayList<>();
    overlaps.overlaps().stream().limit(LISTED_OVERLAPS).forEach(each -> findings.add(new OverlayFinding(
        Problem.PARCELS_OVERLAP, each.first() + " × " + each.second(), each.areaM2(), "both count this land")));
    if (overlaps.slivers() > 0) {
      findings.add(new OverlayFinding(Problem.SLIVERS, overlaps.slivers() + " overlaps", overlaps.sliversM2(),
          "too small or narrow to be land; both parcels count it"));
    }
    return findings;
  }

  /** Land inside industrial blocks, unit by unit: the blocks of the protection line. */
  private TallySums inBlocks(DayLayers day, Snapshot land, AreaMethod method) {
    Snapshot line = day.find(LayerKind.PROTECTION).orElseThrow(() -> new BadInput("policy",
        "counts land inside industrial blocks, and there is no protection line", "import it with --as protection"));
    return kept.get(key("land-use with main classes", land, day.units(), method) + " in blocks " + line.id(), TallySums.class, () -> {
      Crs crs = Crs.of(land.crs());
      List<Unit> parts = UnitsInBlocks.of(unitAreas.in(day.units(), crs),
          unitAreas.blocks(line, crs).stream().map(each -> each.geometry()).toList());
      PreparedUnits units = PreparedUnits.of(parts, measure(crs, method));
      return collect(land, units, () -> new LandUseTally(parts.size())).sums();
    });
  }
}
