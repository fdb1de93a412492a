package org.parkland.tile;

import java.util.Comparator;
import java.util.Iterator;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.locationtech.jts.index.strtree.STRtree;
import org.parkland.access.Actor;
import org.parkland.land.Feature;
import org.parkland.land.Snapshot;
import org.parkland.land.Withdrawal;
import org.parkland.store.AccountShelf;
import org.parkland.store.AuditLog;
import org.parkland.store.Contents;
import org.parkland.store.CorrectionLog;
import org.parkland.store.FeatureCursor;
import org.parkland.store.FeatureQuery;
import org.parkland.store.SnapshotWriter;
import org.parkland.store.ScenarioShelf;
import org.parkland.store.Store;

/** Features of one snapshot in memory, found by an STR tree; counts how often it is asked. */
final class MemoryStore implements Store {
  private final List<Feature> features;
  private final STRtree tree = new STRtree();
  final AtomicInteger queries = new AtomicInteger();

  MemoryStore(List<Feature> features) {
    this.features = features;
    features.forEach(each -> tree.insert(each.geometry().getEnvelopeInternal(), each));
    tree.build();
  }

  @Override
  @SuppressWarnings("unchecked")
  public FeatureCursor features(Snapshot snapshot, FeatureQuery query) {
    queries.incrementAndGet();
    return over((query.window() == null ? features : (List<Feature>) tree.query(query.window()))
        .stream().sorted(Comparator.comparing(Feature::row)).iterator());
  }

  static FeatureCursor over(Iterator<Feature> features) {
    return new FeatureCursor() {
      @Override
      public boolean hasNext() {
        return features.hasNext();
      }

      @Override
      public Feature next() {
        return features.next();
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public ScenarioShelf scenarios() {
    throw new UnsupportedOperationException("read only");
  }

  @Override
  public List<Snapshot> snapshots() {
    return List.of();
  }

  @Override
  public Snapshot withdraw(long id, Withdrawal withdrawal) {
    throw new UnsupportedOperationException("read only");
  }

  @Override
  public SnapshotWriter begin(Snapshot draft) {
    throw new UnsupportedOperationException("read only");
  }

  @Override
  public Optional<byte[]> result(String key) {
    return Optional.empty();
  }

  @Override
  public void keep(String key, byte[] result) {
    // Nothing is kept.
  }

  @Override
  public AccountShelf accounts() {
    throw new UnsupportedOperationException("tiles ask nobody who they are");
  }

  @Override
  public AuditLog audit() {
    throw new UnsupportedOperationException("tiles write no audit");
  }

  @Override
  public Contents contents() {
    throw new UnsupportedOperationException("tiles are not backed up");
  }

  @Override
  public Contents backup(Path file) {
    throw new UnsupportedOperationException("tiles are not backed up");
  }

  @Override
  public Store by(Actor actor) {
    return this;
  }

  @Override
  public CorrectionLog corrections() {
    throw new UnsupportedOperationException("tiles know no corrections");
  }

  @Override
  public org.parkland.store.FindingShelf findings() {
    throw new UnsupportedOperationException();
  }

  @Override
  public String location() {
    return "memory";
  }

  @Override
  public void close() {}
}
