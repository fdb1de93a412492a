package org.parkland.export;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.parkland.geometry.Crs;
import org.parkland.geometry.Reprojection;
import org.parkland.land.Feature;
import org.parkland.land.Snapshot;
import org.parkland.sink.LayerStyle;
import org.parkland.store.FeatureCursor;
import org.parkland.store.FeatureQuery;
import org.parkland.store.Store;

/**
 * A list about parcels: as a table in its own order, as a layer with the shapes of the parcels, in their order. A row
 * whose parcel is found in none of the snapshots goes out without a shape, at the end.
 *
 * @param parcels where the shapes are looked for, best first; empty where rows have none
 * @param parcelField place of the parcel number
 * @param lines the rows, one value a field
 */
record ListContent(Store store, String title, List<Field> fields, List<Snapshot> parcels, int parcelField,
    List<Object[]> lines) implements Content {
  @Override
  public Crs crs() {
    return parcels.isEmpty() ? null : Crs.of(parcels.get(0).crs());
  }

  @Override
  public boolean isPolygonal() {
    return true;
  }

  @Override
  public long count() {
    return lines.size();
  }

  @Override
  public LayerStyle style() {
    return null;
  }

  @Override
  public Rows rows(boolean shapes) {
    return shapes ? new ShapedRows() : Rows.of(lines.iterator(), each -> new Row(null, each));
  }

  /** Runs through the snapshots and gives each line the first shape that bears its number. */
  private final class ShapedRows implements Rows {
    private final Map<String, List<Object[]>> wanted = new HashMap<>();
    private final Iterator<Snapshot> snapshots = parcels.iterator();
    private FeatureCursor cursor;
    private Reprojection reprojection;
    private Iterator<Object[]> ready = List.<Object[]>of().iterator();
    private Geometry shape;

    ShapedRows() {
      for (Object[] line : lines) {
        wanted.computeIfAbsent(String.valueOf(line[parcelField]), id -> new java.util.ArrayList<>()).add(line);
      }
    }

    @Override
    public boolean hasNext() {
      while (!ready.hasNext() && !wanted.isEmpty()) {
        advance();
      }
      return ready.hasNext();
    }

    private void advance() {
      if (cursor != null && cursor.hasNext()) {
        Feature parcel = cursor.next();
        List<Object[]> found = wanted.remove(parcel.id());
        if (found != null) {
          shape = reprojection.apply(parcel.geometry());
          ready = found.iterator();
        }
      } else if (snapshots.hasNext()) {
        close();
        Snapshot snapshot = snapshots.next();
        reprojection = Crs.of(snapshot.crs()).to(crs());
        cursor = store.features(snapshot, FeatureQuery.all().only("id"));
      } else {
        shape = null;
        ready = wanted.values().stream().flatMap(List::stream).toList().iterator();
        wanted.clear();
      }
    }

    @Override
    public Row next() {
      hasNext();
      return new Row(shape, ready.next());
    }

    @Override
    public void close() {
      if (cursor != null) {
        cursor.close();
      }
    }
  }
}
