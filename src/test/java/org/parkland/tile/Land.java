package org.parkland.tile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;
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

  /** A parcel in Web Mercator, given in the units of a tile. */
  static Feature parcel(long row, String code, TileAddress address, String wkt) {
    double unitM = address.sideM() / 4096;
    return parcel(row, code, new AffineTransformation(unitM, 0, address.westM(), 0, -unitM, address.northM())
        .transform(read(wkt)));
  }

  static Geometry read(String wkt) {
    try {
      return new WKTReader().read(wkt);
    } catch (ParseException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
