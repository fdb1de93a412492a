package org.parkland.analysis;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.locationtech.jts.geom.Envelope;
import org.parkland.BadInput;
import org.parkland.access.Actor;
import org.parkland.access.Sight;
import org.parkland.access.Treatment;
import org.parkland.land.Correction;
import org.parkland.land.Snapshot;
import org.parkland.land.Withdrawal;
import org.parkland.store.AccountShelf;
import org.parkland.store.AuditLog;
import org.parkland.store.Contents;
import org.parkland.store.CorrectionLog;
import org.parkland.store.FeatureCursor;
import org.parkland.store.FeatureQuery;
import org.parkland.store.FindingShelf;
import org.parkland.store.ScenarioShelf;
import org.parkland.store.SnapshotWriter;
import org.parkland.store.Store;

/**
 * A store as a role sees it. Personal fields are masked or left out as the rows are read, and a row is found, filtered
 * and counted by what is left of it: so nothing drawn from this store, and no question asked of it, can tell more.
 */
final class VeiledStore implements Store {
  private final Store store;
  private final Sight sight;
  private final Map<Long, Optional<String>> codeColumns;

  VeiledStore(Store store, Sight sight) {
    this(store, sight, new ConcurrentHashMap<>());
  }

  private VeiledStore(Store store, Sight sight, Map<Long, Optional<String>> codeColumns) {
    this.store = store;
    this.sight = sight;
    this.codeColumns = codeColumns;
  }

  @Override
  public List<Snapshot> snapshots() {
    return store.snapshots();
  }

  @Override
  public FeatureCursor features(Snapshot snapshot, FeatureQuery query) {
    return VeiledRows.open(store, snapshot, query, sight, codeColumn(snapshot));
  }

  /** Figures are drawn from the delivered code where the stored one does not say all. */
  private String codeColumn(Snapshot snapshot) {
    return codeColumns.computeIfAbsent(snapshot.id(),
        id -> Optional.ofNullable(ImportNotes.of(snapshot).codeColumn())).orElse(null);
  }

  @Override
  public Envelope extent(Snapshot snapshot) {
    return store.extent(snapshot);
  }

  @Override
  public CorrectionLog corrections() {
    CorrectionLog log = store.corrections();
    return new CorrectionLog() {
      @Override
      public List<Correction> after(long number) {
        return log.after(number).stream().filter(each -> sight.ofAttribute(each.attribute()) != Treatment.HIDDEN)
            .map(each -> seen(each)).toList();
      }

      @Override
      public Correction append(Correction draft) {
        if (sight.ofAttribute(draft.attribute()) != Treatment.SHOWN) {
          throw new BadInput(draft.attribute(), "is not shown to your role, so it cannot be corrected by it",
              "ask an administrator");
        }
        return log.append(draft);
      }
    };
  }

  private Correction seen(Correction each) {
    return new Correction(each.number(), each.parcel(), each.attribute(), sight.see(each.attribute(), each.before()),
        sight.see(each.attribute(), each.value()), each.takenBack(), each.reason(), each.evidence(), each.by(),
        each.at());
  }

  /** Findings whose texts quote what was delivered, whatever it was, stay with those who see everything. */
  @Override
  public FindingShelf findings() {
    return new VeiledFindings(store.findings());
  }

  /** Figures hold no personal field. */
  @Override
  public Optional<byte[]> result(String key) {
    return store.result(key);
  }

  @Override
  public void keep(String key, byte[] result) {
    store.keep(key, result);
  }

  @Override
  public ScenarioShelf scenarios() {
    return store.scenarios();
  }

  @Override
  public AccountShelf accounts() {
    return store.accounts();
  }

  @Override
  public AuditLog audit() {
    return store.audit();
  }

  @Override
  public Contents contents() {
    return store.contents();
  }

  @Override
  public Contents backup(Path file) {
    throw new UnsupportedOperationException("a backup holds everything or nothing");
  }

  @Override
  public Store by(Actor actor) {
    return new VeiledStore(store.by(actor), sight, codeColumns);
  }

  @Override
  public Snapshot withdraw(long id, Withdrawal withdrawal) {
    return store.withdraw(id, withdrawal);
  }

  @Override
  public SnapshotWriter begin(Snapshot draft) {
    return store.begin(draft);
  }

  @Override
  public String location() {
    return store.location();
  }

  /** Closes nothing: it is another's store. */
  @Override
  public void close() {}
}
