package org.parkland.indicator;

import java.util.List;
import java.util.Map;
import org.parkland.land.Classification;
import org.parkland.land.Parcel;

/** Which classes the land of a parcel may have, as far as the data tell. */
@FunctionalInterface
public interface PossibleUses {
  /** One code: certain. Several: a crosswalk left it open. None: nothing is known. */
  List<String> of(Parcel parcel);

  /** As this, but for codes a crosswalk left open: those may be any of the given classes. */
  default PossibleUses orAmong(Map<String, List<String>> ambiguous) {
    return parcel -> parcel.landUse() != null && ambiguous.containsKey(parcel.landUse())
        ? ambiguous.get(parcel.landUse()) : of(parcel);
  }

  /** Takes every code of the classification at its word; land without code or with another may be anything. */
  static PossibleUses asDelivered(Classification classification) {
    return parcel -> parcel.landUse() != null && classification.find(parcel.landUse()).isPresent()
        ? List.of(parcel.landUse()) : List.of();
  }
}
