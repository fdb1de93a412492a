package org.parkland.bench.faults;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.parkland.BadInput;
import org.parkland.bench.TemporaryPostgis;
import org.parkland.land.Correction;
import org.parkland.land.Feature;
import org.parkland.land.Snapshot;
import org.parkland.store.FeatureCursor;
import org.parkland.store.FeatureQuery;
import org.parkland.store.SnapshotWriter;
import org.parkland.store.Store;

/** The database server is restarted under people who read, correct and import. */
public final class RestartDrill {
  private static final int BETWEEN_MS = 400;

  private final TemporaryPostgis server;
  private final Store store;
  private final Snapshot draft;
  private final List<Feature> rows;
  private final List<String> wrong = Collections.synchronizedList(new ArrayList<>());
  private final Map<Long, String> corrections = new ConcurrentHashMap<>();
  private final Map<Long, Long> imports = new ConcurrentHashMap<>();
  private final AtomicInteger reads = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();
  private volatile boolean ended;

  /**
   * What came of it.
   *
   * @param refused answers in words while the server was away
   */
  public record Outcome(int restarts, int reads, int corrections, int imports, int refused, List<String> wrong) {}

  public RestartDrill(TemporaryPostgis server, Store store, Snapshot draft, List<Feature> rows) {
    this.server = server;
    this.store = store;
    this.draft = draft;
    this.rows = rows;
  }

  public Outcome run(int restarts) throws InterruptedException {
    store();
    List<Thread> people = new ArrayList<>();
    for (Runnable each : List.<Runnable>of(this::read, this::read, this::correct, this::store)) {
      Thread thread = new Thread(() -> repeat(each), "drill");
      people.add(thread);
      thread.start();
    }
    for (int i = 0; i < restarts; i++) {
      Thread.sleep(BETWEEN_MS);
      server.restart();
    }
    Thread.sleep(BETWEEN_MS);
    ended = true;
    for (Thread each : people) {
      each.join();
    }
    inspect();
    return new Outcome(restarts, reads.get(), corrections.size(), imports.size(), refused.get(), wrong);
  }

  private void repeat(Runnable deed) {
    while (!ended) {
      try {
        deed.run();
      } catch (BadInput e) {
        refused.incrementAndGet();
        if (e.getMessage().contains("the database cannot")) {
          wrong.add("unclear: " + e.getMessage() + " " + e.getCause());
        }
      } catch (RuntimeException e) {
        wrong.add("threw " + e);
      }
    }
  }

  private void read() {
    Snapshot first = store.snapshots().get(0);
    try (FeatureCursor cursor = store.features(first, FeatureQuery.all().only("id"))) {
      long count = 0;
      while (cursor.hasNext()) {
        cursor.next();
        count++;
      }
      if (count != first.count()) {
        wrong.add("read " + count + " of " + first.count());
      }
      reads.incrementAndGet();
    }
  }

  private void correct() {
    Correction entry = store.corrections().append(new Correction(0, "P1", "location", null, "v" + System.nanoTime(),
        false, "drill", null, "drill", Instant.EPOCH));
    corrections.put(entry.number(), String.valueOf(entry.value()));
  }

  private void store() {
    try (SnapshotWriter writer = store.begin(draft)) {
      rows.forEach(writer::add);
      Snapshot stored = writer.commit("{}");
      imports.put(stored.id(), stored.count());
    }
  }

  private void inspect() {
    Map<Long, String> kept = new ConcurrentHashMap<>();
    store.corrections().after(0).forEach(each -> kept.put(each.number(), String.valueOf(each.value())));
    corrections.forEach((number, value) -> {
      if (!value.equals(kept.get(number))) {
        wrong.add("correction " + number + " is lost");
      }
    });
    Map<Long, Long> counted = new ConcurrentHashMap<>();
    store.contents().snapshots().forEach(each -> counted.put(each.snapshot(), each.rows()));
    imports.forEach((id, count) -> {
      if (!count.equals(counted.get(id))) {
        wrong.add("snapshot " + id + " holds " + counted.get(id) + " of " + count + " rows");
      }
    });
    wrong.addAll(Inspection.ofAudit(store));
  }
}
