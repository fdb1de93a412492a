package org.parkland.scenario;

import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.parkland.land.Parcel;

/** The land of one layer as delivered: where a scenario looks up what it changes. */
public interface BaseLand {
  /** The parcel or planned block with this number; the first where several have it. */
  Optional<Parcel> find(String id);

  /** All whose box meets a box, in the CRS of the layer; a few more do no harm. */
  List<Parcel> near(Envelope box);
}
