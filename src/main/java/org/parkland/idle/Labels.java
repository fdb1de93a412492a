package org.parkland.idle;

import org.parkland.land.Attribute;
import org.parkland.land.Schema;
import org.parkland.land.Words;

/** The names of parcel attributes as planners read them. */
record Labels(Schema parcels) {
  String zh(String attribute) {
    return parcels.named(attribute).map(Attribute::label).orElse(attribute);
  }

  String en(String attribute) {
    return parcels.named(attribute).map(Attribute::labelEn).orElse(attribute);
  }

  Words of(String attribute) {
    return new Words(zh(attribute), en(attribute));
  }
}
