package org.parkland.ingest;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.parkland.BadInput;
import org.parkland.geometry.AreaMeasure;
import org.parkland.land.Feature;

/**
 * Units of one kind must not overlap, or land counts twice. Slivers along a common border are reported; a real
 * overlap refuses the layer.
 */
final class UnitOverlaps {
  /** An overlap up to this share of the smaller unit is a sliver of drawing. */
  private static final double SLIVER = 0.001;

  private final String file;
  private final AreaMeasure measure;
  private final ImportReport report;
  private final List<Feature> seen = new ArrayList<>();

  UnitOverlaps(String file, AreaMeasure measure, ImportReport report) {
    this.file = file;
    this.measure = measure;
    this.report = report;
  }

  void add(Feature unit) {
    for (Feature other : seen) {
      if (other.text("kind").equals(unit.text("kind"))
          && other.geometry().getEnvelopeInternal().intersects(unit.geometry().getEnvelopeInternal())) {
        check(other, unit);
      }
    }
    seen.add(unit);
  }

  private void check(Feature a, Feature b) {
    Geometry common = OverlayNGRobust.overlay(a.geometry(), b.geometry(), OverlayNG.INTERSECTION);
    double overlapM2 = measure.areaM2(common);
    if (overlapM2 <= 0) {
      return;
    }
    double smallerM2 = Math.min(measure.areaM2(a.geometry()), measure.areaM2(b.geometry()));
    String what = String.format("%s and %s overlap by %.1f m²", a.text("name"), b.text("name"), overlapM2);
    if (overlapM2 > SLIVER * smallerM2) {
      throw new BadInput(file + " row " + b.row(), what + ", and units of one kind must not, or land counts twice",
          "correct the border, or give one of them another kind");
    }
    report.add("unit-overlap", b.row(), b.id(), overlapM2, common, "first", a.text("name"), "second",
        b.text("name"), "size", String.format("%.1f", overlapM2));
  }
}
