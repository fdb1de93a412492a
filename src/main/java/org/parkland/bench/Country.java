package org.parkland.bench;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Envelope;
import org.parkland.geometry.Crs;
import org.parkland.land.Feature;
import org.parkland.land.LayerKind;
import org.parkland.land.Parcel;
import org.parkland.land.Snapshot;
import org.parkland.land.Unit;
import org.parkland.store.SnapshotWriter;
import org.parkland.store.Store;

/**
 * A made-up province, 400 km to a side, for measuring the server on a database: parcels of 16 vertices with the
 * 19-digit numbers of 100 counties, and 1,600 towns, 140 counties and 4 regions as units. At ten million, a parcel has
 * 1.6 ha. Its rows run from west to east through all counties of a latitude, so that counties come mixed.
 */
final class Country {
  static final double WIDTH_M = 400_000;
  private static final int TOWNS = 40;
  /** Counties along each side, as the numbers of parcels tell them. */
  private static final int COUNTIES = 10;
  private static final LocalDate DAY = LocalDate.of(2025, 12, 31);

  private final Mesh mesh;
  private final boolean withCounties;

  /** @param withCounties whether the numbers of parcels tell a county, by which the table is then partitioned */
  Country(long parcels, boolean withCounties) {
    this.mesh = new Mesh(parcels, 1, WIDTH_M);
    this.withCounties = withCounties;
  }

  long size() {
    return mesh.size();
  }

  /** In Mercator metres. */
  static Envelope mercatorBox() {
    return Crs.of(Mesh.CRS).to(Crs.of(Crs.WEB_MERCATOR))
        .apply(new Envelope(Mesh.EAST, Mesh.EAST + WIDTH_M, Mesh.NORTH, Mesh.NORTH + WIDTH_M));
  }

  void store(Store store) {
    try (SnapshotWriter writer = store.begin(draft(LayerKind.PARCELS))) {
      Iterator<Parcel> parcels = mesh.parcels();
      for (long row = 0; parcels.hasNext(); row++) {
        Parcel parcel = parcels.next();
        writer.add(new Feature(row + 1, parcel.geometry(), Map.of("id", number(row), "land_use", parcel.landUse(),
            "location", "示例路" + row % 1_000 + "号", "registered_area_m2", 16_000.0), Map.of()));
      }
      writer.commit("{}", List.of());
    }
    try (SnapshotWriter writer = store.begin(draft(LayerKind.UNITS))) {
      long row = 0;
      for (Unit unit : new NestedUnits(TOWNS, WIDTH_M / TOWNS).units()) {
        Map<String, Object> values = new HashMap<>(Map.of("id", unit.id(), "kind", unit.kind(), "name", unit.name()));
        writer.add(new Feature(++row, unit.geometry(), values, Map.of()));
      }
      writer.commit("{}", List.of());
    }
  }

  private String number(long row) {
    int county = (int) (row / mesh.columns() * COUNTIES / mesh.rows()) * COUNTIES
        + (int) (row % mesh.columns() * COUNTIES / mesh.columns());
    return withCounties ? String.format("44%04d%013d", 101 + county, row) : "P" + row;
  }

  private static Snapshot draft(LayerKind kind) {
    return new Snapshot(0, kind, kind.word(), DAY, Mesh.CRS, null, "mesh", kind.word(), null, "{}", "{}", 0,
        Instant.now(), "bench");
  }
}
