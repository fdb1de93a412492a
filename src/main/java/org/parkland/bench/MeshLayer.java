package org.parkland.bench;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Envelope;
import org.parkland.geometry.Crs;
import org.parkland.land.Feature;
import org.parkland.land.LayerKind;
import org.parkland.land.Parcel;
import org.parkland.land.Snapshot;
import org.parkland.store.SnapshotWriter;
import org.parkland.store.Store;
import org.parkland.tile.TileAddress;

/** A {@link Mesh} as a stored layer, and where it lies. */
final class MeshLayer {
  private static final Pattern NEXT = Pattern.compile("[?&]after=([A-Za-z0-9_-]+)");

  private MeshLayer() {}

  static void store(Mesh mesh, Store store) {
    Snapshot draft = new Snapshot(0, LayerKind.PARCELS, "parcels", LocalDate.of(2025, 12, 31), Mesh.CRS, null, "mesh",
        "0", null, "{}", "{}", 0, Instant.now(), "bench");
    try (SnapshotWriter writer = store.begin(draft)) {
      Iterator<Parcel> parcels = mesh.parcels();
      for (long row = 1; parcels.hasNext(); row++) {
        Parcel parcel = parcels.next();
        writer.add(new Feature(row, parcel.geometry(), Map.of("id", parcel.id(), "land_use", parcel.landUse(),
            "location", "江海区示例路" + row % 1_000 + "号", "registered_area_m2", 144.0), Map.of()));
      }
      writer.commit("{}", List.of());
    }
  }

  /** All tiles from one zoom to another that meet the mesh. */
  static List<TileAddress> addresses(int firstZoom, int lastZoom) {
    Envelope box = Crs.of(Mesh.CRS).to(Crs.of(Crs.WEB_MERCATOR)).apply(Mesh.extent());
    double half = Math.PI * 6_378_137;
    List<TileAddress> all = new ArrayList<>();
    for (int zoom = firstZoom; zoom <= lastZoom; zoom++) {
      double side = 2 * half / (1 << zoom);
      for (int y = (int) ((half - box.getMaxY()) / side); y <= (int) ((half - box.getMinY()) / side); y++) {
        for (int x = (int) ((box.getMinX() + half) / side); x <= (int) ((box.getMaxX() + half) / side); x++) {
          all.add(new TileAddress(zoom, x, y));
        }
      }
    }
    return all;
  }

  /** Where the next page begins. */
  static String nextAfter(byte[] page) {
    Matcher link = NEXT.matcher(new String(page, 0, Math.min(page.length, 2_000), StandardCharsets.UTF_8));
    String after = null;
    while (link.find()) {
      after = link.group(1);
    }
    return after;
  }
}
