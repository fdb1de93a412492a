package org.parkland.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.parkland.BadInput;
import org.parkland.check.RowChecks;
import org.parkland.geometry.AreaMeasure;
import org.parkland.geometry.AreaMethod;
import org.parkland.geometry.Crs;
import org.parkland.land.Feature;
import org.parkland.land.LayerKind;
import org.parkland.land.Snapshot;
import org.parkland.source.FeatureSource;
import org.parkland.source.SourceLayer;
import org.parkland.store.SnapshotWriter;
import org.parkland.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Imports one layer of one file as one snapshot, whole or not at all. Memory does not grow with the file. */
public final class Importer {
  private static final Logger LOG = LoggerFactory.getLogger(Importer.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int PROGRESS_ROWS = 1_000;

  private final Store store;
  private final ImportRules rules;

  public Importer(Store store, ImportRules rules) {
    this.store = store;
    this.rules = rules;
  }

  /**
   * @return what was read, stored and left out; importing the same file again changes nothing
   * @throws BadInput if the file cannot be understood; the store is then as it was
   * @throws java.util.concurrent.CancellationException if the progress says so; likewise
   */
  public ImportReport run(ImportRequest request, Progress progress) {
    return run(request, false, progress);
  }

  /**
   * As {@link #run}, for a store that nobody draws figures from: a row that cannot be understood becomes a finding
   * instead of ending the import, and codes of no classification are taken as delivered.
   */
  public ImportReport survey(ImportRequest request, Progress progress) {
    return run(request.keepingUnknownCodes(), true, progress);
  }

  private ImportReport run(ImportRequest request, boolean surveying, Progress progress) {
    // Opening takes its time too, the first reference system above all.
    CompletableFuture<String> sha256 = CompletableFuture.supplyAsync(() -> Checksum.of(request, rules.sources()));
    try (FeatureSource source = request.origin().open(request.reading(rules.sources()))) {
      return run(request, source, surveying, sha256, progress);
    }
  }

  private ImportReport run(ImportRequest request, FeatureSource source, boolean surveying,
      CompletableFuture<String> sha256, Progress progress) {
    String file = request.origin().label();
    if (!source.hasNext()) {
      throw new BadInput(file, "the layer is empty", "export it again");
    }
    FieldMapping mapping =
        FieldMapping.of(file, rules.schemas().get(request.kind()), source.layer(), request.columns());
    OpenedLayer layer = OpenedLayer.of(request, source, mapping, rules);
    ImportReport report = layer.report();
    Crs crs = layer.decideCrs();
    Snapshot draft = draft(layer, crs, found(sha256));
    progress.rows(0, source.layer().count());
    Optional<Snapshot> same = same(draft);
    if (same.isPresent()) {
      report.alreadyStored(same.get());
      return report;
    }
    store(layer, crs, draft, surveying, progress);
    return report;
  }

  private void store(OpenedLayer layer, Crs crs, Snapshot draft, boolean surveying, Progress progress) {
    ImportRequest request = layer.request();
    ImportReport report = layer.report();
    long count = layer.source().layer().count();
    RowChecks checks =
        new RowChecks(rules.schemas().get(request.kind()), rules.limits(), request.asOf(), report.book());
    RowReader reader = new RowReader(layer, crs, surveying, rules.limits().repairShare(), checks);
    try (SnapshotWriter writer = new WriteBehind(store.begin(draft))) {
      Sink sink = sink(request.kind(), layer.file(), crs, report, writer);
      try (ReadAhead rows = new ReadAhead(layer.rows(), reader.parser())) {
        for (long done = 1; rows.hasNext(); done++) {
          sink.accept(reader.read(rows.next()));
          if (done % PROGRESS_ROWS == 0) {
            progress.rows(done, count);
          }
        }
      }
      layer.finish();
      if (!surveying) {
        requireSomething(layer.file(), report);
      }
      progress.rows(report.read(), count);
      report.stored(writer.commit(json(report.content()), report.book().chunks()));
      tellEnd(report, progress);
    }
  }

  /** What is stored cannot be cancelled any more: whoever asks for it now must not be told that nothing is left. */
  private static void tellEnd(ImportReport report, Progress progress) {
    try {
      progress.rows(report.read(), report.read());
    } catch (CancellationException e) {
      LOG.debug("cancelled when snapshot {} was stored already", report.snapshot().id());
    }
  }

  /** Where accepted rows go; rejected ones arrive as null. */
  private interface Sink {
    void accept(Feature feature);
  }

  private static Sink sink(
      LayerKind kind, String file, Crs crs, ImportReport report, SnapshotWriter writer) {
    UnitOverlaps overlaps =
        new UnitOverlaps(file, AreaMeasure.of(AreaMethod.ELLIPSOIDAL, crs), report);
    return feature -> {
      if (feature != null && kind == LayerKind.UNITS) {
        overlaps.add(feature);
      }
      if (feature != null) {
        writer.add(feature);
      }
    };
  }

  private static String found(CompletableFuture<String> sha256) {
    try {
      return sha256.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private static Snapshot draft(OpenedLayer opened, Crs crs, String sha256) {
    ImportRequest request = opened.request();
    SourceLayer layer = opened.source().layer();
    String name = request.kind().isSingle() ? request.kind().word()
        : request.name() != null ? request.name() : layer.name();
    return new Snapshot(0, request.kind(), name, request.asOf(), crs.code(),
        opened.codes() == null ? null : opened.codes().edition(), request.origin().name() + " · " + layer.name(),
        sha256, layer.encoding() == null ? null : layer.encoding().name(), understanding(request, opened.mapping()),
        "{}", 0, Instant.now(), request.user());
  }

  /** How the file was read beyond what it says itself: part of what makes two imports the same. */
  private static String understanding(ImportRequest request, FieldMapping mapping) {
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("columns", mapping.byName());
    parts.put("codes", new TreeMap<>(request.codes()));
    if (request.swapAxes()) {
      parts.put("swapAxes", true);
    }
    if (request.keepUnknownCodes()) {
      parts.put("keepUnknownCodes", true);
    }
    if (request.scheme() != null) {
      parts.put("scheme", request.scheme());
    }
    return json(parts);
  }

  /** The snapshot that already holds this file, understood in the same way; a withdrawn one may come again. */
  private Optional<Snapshot> same(Snapshot draft) {
    return store.snapshots().stream()
        .filter(each -> !each.isWithdrawn() && each.kind() == draft.kind() && each.name().equals(draft.name())
            && each.asOf().equals(draft.asOf()) && each.sha256().equals(draft.sha256())
            && each.source().equals(draft.source()) && each.crs().equals(draft.crs())
            && each.mapping().equals(draft.mapping()))
        .findFirst();
  }

  private static void requireSomething(String file, ImportReport report) {
    if (report.read() == report.rejected()) {
      throw new BadInput(file, "no row could be stored (" + report.summary() + ")", "see the findings, mend the"
          + " layer and import it again");
    }
  }

  private static String json(Object content) {
    try {
      return JSON.writeValueAsString(content);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("reports always become JSON", e);
    }
  }
}
