package org.parkland.report;

import java.util.Set;
import org.locationtech.jts.geom.Envelope;
import org.parkland.analysis.LandAnalysis;
import org.parkland.land.State;
import org.parkland.print.MapOrder;
import org.parkland.print.MapPrinter;
import org.parkland.print.Orientation;
import org.parkland.print.Paper;
import org.parkland.print.Picture;

/** The maps of a report. */
final class Maps {
  /** Ground around a unit that is shown with it, as a share of its size. */
  private static final double AROUND = 0.04;
  private static final double WIDTH_MM = 180;
  private static final Set<String> PARK_LAYERS =
      Set.of("units:base", "units:village-park", "units:special-park", "protection:1", "protection:2", "reference:roads");

  private final LandAnalysis analysis;
  private final MapPrinter printer;

  Maps(LandAnalysis analysis, MapPrinter printer) {
    this.analysis = analysis;
    this.printer = printer;
  }

  /** The unit the report is about, across the page, with a legend. */
  Picture whole(Draft draft, State state) {
    return printer.picture(order(draft, draft.answers().unit().id(), state, MapOrder.USUAL_LAYERS), WIDTH_MM, 184, 38);
  }

  /** A park, beside its figures. */
  Picture park(Draft draft, String unit, State state) {
    return printer.picture(order(draft, unit, state, PARK_LAYERS), 88, 84, 0);
  }

  private MapOrder order(Draft draft, String unit, State state, Set<String> layers) {
    Envelope box = analysis.bounds(unit, draft.answers().day());
    box.expandBy(box.getWidth() * AROUND, box.getHeight() * AROUND);
    return new MapOrder(draft.answers().day(), draft.order().today(), state, box, 0, Paper.A4, Orientation.PORTRAIT,
        null, layers, MapOrder.Look.PLAIN, false, draft.order().policy(), draft.language());
  }
}
