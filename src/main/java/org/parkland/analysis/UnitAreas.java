package org.parkland.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.parkland.geometry.Crs;
import org.parkland.geometry.Reprojection;
import org.parkland.land.Feature;
import org.parkland.land.ProtectionBlock;
import org.parkland.land.Snapshot;
import org.parkland.land.Unit;
import org.parkland.store.FeatureCursor;
import org.parkland.store.FeatureQuery;
import org.parkland.store.Store;

/** The units of a snapshot in the CRS of the land they are to be laid over; kept once transformed. */
final class UnitAreas {
  private record Key(long snapshot, String crs) {}

  private final Store store;
  private final Map<Key, List<Unit>> kept = new ConcurrentHashMap<>();

  UnitAreas(Store store) {
    this.store = store;
  }

  List<Unit> in(Snapshot snapshot, Crs crs) {
    return kept.computeIfAbsent(new Key(snapshot.id(), crs.code()), key -> read(snapshot, crs));
  }

  /** The blocks of a protection line, likewise. */
  List<ProtectionBlock> blocks(Snapshot line, Crs crs) {
    Reprojection reprojection = Crs.of(line.crs()).to(crs);
    List<ProtectionBlock> blocks = new ArrayList<>();
    try (FeatureCursor rows = store.features(line, FeatureQuery.all())) {
      while (rows.hasNext()) {
        ProtectionBlock block = ProtectionBlock.of(rows.next());
        blocks.add(new ProtectionBlock(
            block.id(), block.name(), block.level(), reprojection.apply(block.geometry())));
      }
    }
    return List.copyOf(blocks);
  }

  private List<Unit> read(Snapshot snapshot, Crs crs) {
    Reprojection reprojection = Crs.of(snapshot.crs()).to(crs);
    List<Unit> units = new ArrayList<>();
    try (FeatureCursor rows = store.features(snapshot, FeatureQuery.all())) {
      while (rows.hasNext()) {
        Feature row = rows.next();
        Unit unit = Unit.of(row);
        units.add(new Unit(unit.id(), unit.kind(), unit.name(), unit.nameEn(),
            reprojection.apply(row.geometry())));
      }
    }
    return List.copyOf(units);
  }
}
