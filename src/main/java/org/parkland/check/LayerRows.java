package org.parkland.check;

import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.parkland.geometry.Crs;
import org.parkland.land.Feature;
import org.parkland.land.LayerKind;

/** A stored layer as checks see it. Safe to share between threads. */
public interface LayerRows {
  LayerKind kind();

  Crs crs();

  long count();

  /** The box of all rows, in the CRS of the layer. */
  Envelope extent();

  /** The rows whose box meets the window, with id; other attributes may be missing. */
  List<Feature> within(Envelope window);
}
