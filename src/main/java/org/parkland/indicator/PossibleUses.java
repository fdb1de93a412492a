package org.parkland.indicator;

import java.util.ArrayList;
import java.util.HashMap;
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

  /** As this, but for delivered codes that were left open: those may be any of the given classes. */
  default PossibleUses orAsDelivered(Map<String, List<String>> open) {
    return parcel -> parcel.delivered() != null && open.containsKey(parcel.delivered())
        ? open.get(parcel.delivered()) : of(parcel);
  }

  /**
   * As this, but land of a main class (two digits) may be any class right below it: what was delivered so coarsely
   * stands to the red line as its subclasses do, which differ.
   */
  default PossibleUses orWithinMainClass(Classification classification) {
    Map<String, List<String>> below = new HashMap<>();
    classification.classes().stream().filter(each -> each.level() == 2)
        .forEach(each -> below.computeIfAbsent(Classification.atLevel(each.code(), 1), unused -> new ArrayList<>())
            .add(each.code()));
    return parcel -> {
      List<String> codes = of(parcel);
      return codes.stream().anyMatch(below::containsKey)
          ? codes.stream().flatMap(each -> below.getOrDefault(each, List.of(each)).stream()).distinct().toList()
          : codes;
    };
  }

  /** Takes every code of the classification at its word; land without code or with another may be anything. */
  static PossibleUses asDelivered(Classification classification) {
    return parcel -> parcel.landUse() != null && classification.find(parcel.landUse()).isPresent()
        ? List.of(parcel.landUse()) : List.of();
  }
}
