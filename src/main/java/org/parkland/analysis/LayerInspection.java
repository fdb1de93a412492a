package org.parkland.analysis;

import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.parkland.check.DeliveryChange;
import org.parkland.check.DeliveryChange.Delivery;
import org.parkland.check.FindingBook;
import org.parkland.check.LayerChecks;
import org.parkland.check.Outline;
import org.parkland.geometry.Crs;
import org.parkland.land.FindingChunk;
import org.parkland.land.LayerKind;
import org.parkland.land.Snapshot;
import org.parkland.store.Snapshots;
import org.parkland.store.Store;

/**
 * Checks stored layers as a whole, against each other and against the layers a district already has: its outline, and
 * the last delivery of the same layer.
 */
public final class LayerInspection {
  private final Workspace workspace;

  LayerInspection(Workspace workspace) {
    this.workspace = workspace;
  }

  /** Checks a snapshot of the district's database and keeps what is found with it. */
  public FindingBook run(Snapshot layer, LayerChecks.Progress progress) {
    FindingBook found = look(workspace.store(), layer, progress);
    workspace.store().findings().replace(layer, FindingChunk.LAYER, found.chunks());
    return found;
  }

  /**
   * Checks a snapshot and keeps nothing.
   *
   * @param holding the store it is in, which may be another than the district's
   */
  public FindingBook look(Store holding, Snapshot layer, LayerChecks.Progress progress) {
    FindingBook found = new FindingBook(workspace.standards().findings(), FindingChunk.LAYER);
    StoredLayer rows = new StoredLayer(holding, layer);
    new LayerChecks(rows, outline(layer).orElse(null), workspace.policies().tolerances(),
        workspace.policies().checks(), found).run(progress);
    last(holding, layer).ifPresent(before -> DeliveryChange.tell(delivery(workspace.store(), before),
        delivery(holding, layer), workspace.policies().checks(), found));
    return found;
  }

  private static Delivery delivery(Store store, Snapshot layer) {
    return new Delivery(layer.id(), layer.asOf(), layer.count(), new StoredLayer(store, layer).areaM2());
  }

  /** The delivery of the same layer before this one. */
  private Optional<Snapshot> last(Store holding, Snapshot layer) {
    boolean stored = holding == workspace.store();
    List<Snapshot> others = workspace.store().snapshots().stream()
        .filter(each -> each.kind() == layer.kind() && each.name().equals(layer.name()))
        .filter(each -> !stored || each.id() != layer.id())
        .filter(each -> !each.asOf().isAfter(layer.asOf())).toList();
    return Snapshots.at(others, layer.kind(), layer.asOf());
  }

  /** All units together: the district, or as much of it as its units make up. */
  private Optional<Outline> outline(Snapshot layer) {
    Optional<Snapshot> units =
        Snapshots.at(workspace.store().snapshots(), LayerKind.UNITS, layer.asOf());
    return units.map(each -> {
      List<Geometry> shapes = new UnitAreas(workspace.store()).in(each, Crs.of(layer.crs())).stream()
          .map(unit -> unit.geometry()).toList();
      return new Outline(workspace.district().name(),
          OverlayNGRobust.union(shapes));
    });
  }
}
