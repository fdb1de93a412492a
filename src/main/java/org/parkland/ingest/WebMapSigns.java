package org.parkland.ingest;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.parkland.geometry.Crs;
import org.parkland.source.SourceLayer;

/**
 * Signs that a layer comes from a Chinese web map, whose coordinates are shifted on purpose (GCJ-02, and BD-09 once
 * more). Coordinates alone do not show it, so only names do; nothing is ever shifted here.
 */
final class WebMapSigns {
  /** Columns of the boundary files and searches that web maps hand out. */
  private static final Set<String> COLUMNS = Set.of("acroutes", "subfeatureindex", "childrennum", "gcj_lng", "gcj_lat",
      "gcj02_lng", "gcj02_lat", "gcj02", "bd_lng", "bd_lat", "bd09_lng", "bd09_lat", "bd09", "poi_id", "poiid", "amap_id");
  private static final List<String> WORDS = List.of("gcj", "火星", "高德", "amap", "gaode", "腾讯", "bd09", "bd-09", "百度",
      "baidu", "datav");

  private WebMapSigns() {}

  /** The column, or the layer's name, that is such a sign, if and the system is one of web maps. */
  static Optional<String> of(SourceLayer layer, Crs crs) {
    if (!crs.isGeographic() && !crs.code().equals(Crs.WEB_MERCATOR)) {
      return Optional.empty();
    }
    String name = layer.name().toLowerCase(Locale.ROOT);
    return layer.columns().stream().filter(each -> COLUMNS.contains(each.strip().toLowerCase(Locale.ROOT)))
        .findFirst()
        .or(() -> WORDS.stream().filter(name::contains).map(each -> layer.name()).findFirst());
  }
}
