package org.parkland.tile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.parkland.land.Feature;
import org.parkland.land.LayerKind;
import org.parkland.land.Snapshot;

/** Features and snapshots for tests. */
final class Land {
  private Land() {}

  static Snapshot snapshot(long id, String crs, long count) {
    return new Snapshot(id, LayerKind.PARCELS, "parcels", LocalDate.of(2025, 12, 31), crs, "2023", "test", "00",
        "UTF-8", "{}", "{}", count, Instant.EPOCH, "test");
  }

  static Feature parcel(long row, String code, Geometry geometry) {
    Map<String, Object> attributes = new HashMap<>();
    attributes.put("id", "P" + row);
    attributes.put("land_use", code);
    return new Feature(row, geometry, attributes, Map.of());
  }

  static Feature parcel(long row, String code, String wkt) {
    try {
      return parcel(row, code, new WKTReader().read(wkt));
    } catch (ParseException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
