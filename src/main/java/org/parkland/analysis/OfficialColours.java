package org.parkland.analysis;

import java.util.Map;
import org.parkland.land.Classification;
import org.parkland.land.LayerKind;
import org.parkland.sink.LayerStyle;

/** The look of stored layers in other programs: land in the official colours of its classes. */
final class OfficialColours {
  private static final String NAME = "用地用海分类";

  private OfficialColours() {}

  static Map<LayerKind, LayerStyle> of(Classification classification) {
    LayerStyle land = new LayerStyle(NAME, "land_use", classification.classes().stream()
        .map(each -> new LayerStyle.Rule(each.code(), each.code() + " " + each.name(), each.color())).toList());
    return Map.of(LayerKind.PARCELS, land, LayerKind.ZONING, land);
  }
}
