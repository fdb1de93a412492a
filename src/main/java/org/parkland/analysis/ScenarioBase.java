package org.parkland.analysis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.parkland.geometry.AreaMeasure;
import org.parkland.geometry.AreaMethod;
import org.parkland.geometry.Crs;
import org.parkland.geometry.Reprojection;
import org.parkland.indicator.Doubts;
import org.parkland.land.Doubt;
import org.parkland.land.LayerKind;
import org.parkland.land.LevelBalance;
import org.parkland.land.ProtectionBlock;
import org.parkland.land.RedLinePolicy;
import org.parkland.land.Snapshot;
import org.parkland.land.State;
import org.parkland.overlay.LineBalance;
import org.parkland.scenario.Ground;
import org.parkland.scenario.LaidLine;
import org.parkland.scenario.Scenario;

/**
 * The layers scenarios are laid on, and what is drawn of them once for all of these scenarios. Areas are ellipsoidal.
 * Safe to share between threads.
 */
final class ScenarioBase {
  private static final AreaMethod METHOD = AreaMethod.ELLIPSOIDAL;

  private record Key(State state, String policy) {}

  /**
   * What a scenario begins with in one layer.
   *
   * @param doubts that remember every piece
   * @param overlaps cut by the units
   */
  record Layer(Figures figures, Doubts doubts, List<LayerDoubts.Part> overlaps, ImportNotes notes) {}

  private final Workspace workspace;
  private final LandFigures figures;
  private final UnitAreas unitAreas;
  private final DayLayers day;
  private final Map<Key, Layer> layers = new ConcurrentHashMap<>();
  private final Map<String, List<ProtectionBlock>> lines = new ConcurrentHashMap<>();

  /** @param day whose snapshots are the base */
  ScenarioBase(Workspace workspace, LandFigures figures, UnitAreas unitAreas, DayLayers day) {
    this.workspace = workspace;
    this.figures = figures;
    this.unitAreas = unitAreas;
    this.day = day;
  }

  DayLayers day() {
    return day;
  }

  Workspace workspace() {
    return workspace;
  }

  /** The snapshots that count, by kind. */
  Map<LayerKind, Snapshot> snapshots() {
    Map<LayerKind, Snapshot> found = new LinkedHashMap<>();
    for (LayerKind kind : List.of(LayerKind.PARCELS, LayerKind.ZONING, LayerKind.UNITS, LayerKind.PROTECTION)) {
      day.find(kind).ifPresent(each -> found.put(kind, each));
    }
    return found;
  }

  Scenario newScenario() {
    Optional<Snapshot> plan = day.find(LayerKind.ZONING);
    return new Scenario(ground(State.CURRENT, day.parcels()),
        plan.map(each -> ground(State.PLANNED, each)).orElse(null),
        plan.map(each -> Crs.of(day.parcels().crs()).to(Crs.of(each.crs()))).orElse(null), line(Crs.DEGREES));
  }

  private Ground ground(State state, Snapshot layer) {
    Crs crs = Crs.of(layer.crs());
    return new Ground(state, new StoredLand(workspace.store(), layer), AreaMeasure.of(METHOD, crs),
        Crs.of(Crs.DEGREES).to(crs), workspace.policies().tolerances().overlapM2());
  }

  /** The protection line as delivered, in a CRS. */
  private List<ProtectionBlock> line(String crs) {
    return lines.computeIfAbsent(crs, wanted -> day.find(LayerKind.PROTECTION)
        .map(each -> unitAreas.blocks(each, Crs.of(wanted))).orElse(List.of()));
  }

  /** The protection line as delivered, in the CRS of a layer. */
  List<ProtectionBlock> delivered(State state) {
    return line(day.of(state).crs());
  }

  /** Whether a block, in degrees, stands as delivered. */
  boolean isDelivered(ProtectionBlock block) {
    return line(Crs.DEGREES).contains(block);
  }

  /** 占补平衡 of another line against the delivered one, in the CRS of a layer. */
  List<LevelBalance> balance(List<ProtectionBlock> after, State state) {
    return LineBalance.between(delivered(state), after, AreaMeasure.of(METHOD, Crs.of(day.of(state).crs())));
  }

  /**
   * Blocks of a protection line in the CRS of a layer; those that stand as delivered have the coordinates they were
   * delivered with.
   *
   * @param line in degrees
   */
  List<ProtectionBlock> inLayer(List<ProtectionBlock> line, State state) {
    String crs = day.of(state).crs();
    List<ProtectionBlock> delivered = line(Crs.DEGREES);
    Reprojection moved = Crs.of(Crs.DEGREES).to(Crs.of(crs));
    return line.stream().map(each -> {
      int at = delivered.indexOf(each);
      return at >= 0 ? line(crs).get(at)
          : new ProtectionBlock(each.id(), each.name(), each.level(), moved.apply(each.geometry()));
    }).toList();
  }

  Layer layer(State state, RedLinePolicy policy) {
    return layers.computeIfAbsent(new Key(state, policy.name()), key -> draw(state, policy));
  }

  private Layer draw(State state, RedLinePolicy policy) {
    Figures drawn = figures.draw(day, new FigureQuery(state, policy, METHOD));
    Snapshot land = day.of(state);
    ImportNotes notes = ImportNotes.of(land);
    return new Layer(drawn, doubts(drawn, land, notes, policy),
        LayerDoubts.parts(drawn.units(), figures.overlaps(land, drawn.units()).overlaps()), notes);
  }

  /** The land is gone through only where some of it has no clear class. */
  private Doubts doubts(Figures drawn, Snapshot land, ImportNotes notes, RedLinePolicy policy) {
    boolean unclear = drawn.doubts().stream().flatMap(List::stream).map(Doubt::cause).anyMatch(cause ->
        cause == Doubt.Cause.NO_CODE || cause == Doubt.Cause.UNKNOWN_CODE || cause == Doubt.Cause.AMBIGUOUS_CODE);
    return unclear ? figures.collect(land, drawn.units(), () -> Doubts.ofEveryPiece(policy, figures.uses(notes)))
        : Doubts.ofEveryPiece(policy, figures.uses(notes));
  }

  LaidLine laidLine(State state) {
    Snapshot land = day.of(state);
    return new LaidLine(line(land.crs()), new StoredLand(workspace.store(), land),
        AreaMeasure.of(METHOD, Crs.of(land.crs())), workspace.policies().protection());
  }
}
