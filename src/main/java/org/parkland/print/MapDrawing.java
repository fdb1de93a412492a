package org.parkland.print;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.locationtech.jts.geom.Envelope;
import org.parkland.analysis.IdleRegister;
import org.parkland.analysis.LandAnalysis;
import org.parkland.analysis.Workspace;
import org.parkland.geometry.Crs;
import org.parkland.land.Snapshot;
import org.parkland.land.State;

/** Draws the map inside its frame: land, lines, names. */
final class MapDrawing {
  private final Workspace workspace;
  private final LandAnalysis analysis;
  private final MapOrder order;

  MapDrawing(Workspace workspace, LandAnalysis analysis, MapOrder order) {
    this.workspace = workspace;
    this.analysis = analysis;
    this.order = order;
  }

  /** The frame in the projected system of the parcels; those in degrees are shown in the zone they lie in. */
  static MapFrame frame(MapOrder order, Box box) {
    Crs land = Crs.of(order.day().parcels().crs());
    Crs crs = land.isGeographic() ? Crs.metricAt(order.degrees().centre().x) : land;
    Envelope ground = Crs.of(Crs.DEGREES).to(crs).apply(order.degrees());
    return MapFrame.around(ground, order.scale(), box, crs);
  }

  LandStyle style() {
    MapOrder.Look look = order.look();
    return new LandStyle(
        new ClassLook(workspace.standards().classification(), look.only(), look.opacity()), look.patterns());
  }

  /** @param reserved what no name may cover */
  Shown draw(MapFrame frame, Canvas canvas, List<Box> reserved) {
    Shown shown = new Shown();
    LandStyle style = style();
    Snapshot land = order.day().of(order.state());
    canvas.within(frame.box(), () -> {
      List<Plot> plots = new LandDrawing(workspace.store(), frame, style).draw(land, idle(), canvas, shown);
      OverlayDrawing overlays = new OverlayDrawing(workspace, frame, canvas);
      List<OverlayDrawing.Item> items = overlays.read(order.day(), order.layers());
      overlays.draw(items, shown);
      List<Box> taken = new ArrayList<>(reserved);
      if (order.grid()) {
        taken.addAll(Furniture.grid(canvas, frame));
      }
      Labels labels = new Labels(frame, canvas, order.language(), taken);
      labels.names(items);
      labels.parcels(plots, order.look().labels(), style.look());
    });
    return shown;
  }

  private Predicate<String> idle() {
    if (!order.look().idleMarks() || order.state() != State.CURRENT) {
      return parcel -> false;
    }
    IdleRegister register = analysis.idle(order.day(), order.today());
    return parcel -> register.find(parcel).map(IdleRegister.Entry::isSuspected).orElse(false);
  }
}
