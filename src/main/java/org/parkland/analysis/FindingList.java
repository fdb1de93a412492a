package org.parkland.analysis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.parkland.check.FindingPack;
import org.parkland.land.Finding;
import org.parkland.land.FindingCatalogue;
import org.parkland.land.FindingChunk;
import org.parkland.land.Snapshot;
import org.parkland.store.FindingShelf;
import org.parkland.store.Store;

/** The findings of a snapshot, the worst codes first; only the chunks of a page are unpacked. */
public final class FindingList {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** How many findings a code has. */
  public record Count(String code, Finding.Severity severity, long count) {}

  private final FindingShelf shelf;
  private final Snapshot snapshot;
  private final FindingCatalogue catalogue;
  private final List<FindingChunk> chunks;
  /** What a program that kept findings in the report has left; null where they are in chunks. */
  private final List<Finding> older;

  public FindingList(Store store, Snapshot snapshot, FindingCatalogue catalogue) {
    this.shelf = store.findings();
    this.snapshot = snapshot;
    this.catalogue = catalogue;
    this.chunks = shelf.list(snapshot).stream()
        .sorted(Comparator.comparing(FindingChunk::severity).thenComparing(FindingChunk::code)
            .thenComparing(FindingChunk::step).thenComparing(FindingChunk::part)).toList();
    this.older = chunks.isEmpty()
        ? ofReport(snapshot).stream().filter(each -> shelf.shows(each.code())).toList() : null;
  }

  private static List<Finding> ofReport(Snapshot snapshot) {
    List<Finding> findings = new ArrayList<>();
    try {
      for (JsonNode each : JSON.readTree(snapshot.report()).path("findings")) {
        findings.add(new Finding(Finding.Severity.valueOf(each.path("severity").asText()), each.path("code").asText(),
            each.path("row").asLong(), each.path("id").asText(null),
            each.hasNonNull("figure") ? each.get("figure").asDouble() : null, each.path("message").asText(), null,
            null));
      }
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the report of snapshot " + snapshot.id() + " is damaged", e);
    }
    findings.sort(Comparator.comparing(Finding::severity).thenComparing(Finding::code));
    return findings;
  }

  /** All codes that were found, the worst first. */
  public List<Count> counts() {
    Map<String, Count> counts = new LinkedHashMap<>();
    if (older == null) {
      chunks.forEach(each -> add(counts, each.code(), each.severity(), each.count()));
    } else {
      older.forEach(each -> add(counts, each.code(), each.severity(), 1));
    }
    return List.copyOf(counts.values());
  }

  private static void add(Map<String, Count> counts, String code, Finding.Severity severity, long more) {
    counts.merge(code, new Count(code, severity, more),
        (a, b) -> new Count(code, severity, a.count() + b.count()));
  }


  /**
   * Some of the findings.
   *
   * @param code only these; null for all
   * @param severity only these; null for all
   */
  public List<Finding> page(String code, Finding.Severity severity, long offset, int limit) {
    if (older != null) {
      return older.stream().filter(each -> code == null || each.code().equals(code))
          .filter(each -> severity == null || each.severity() == severity).skip(offset).limit(limit).toList();
    }
    List<Finding> page = new ArrayList<>();
    long skip = offset;
    for (FindingChunk each : chunks) {
      boolean wanted = (code == null || each.code().equals(code)) && (severity == null || each.severity() == severity);
      if (wanted && skip >= each.count()) {
        skip -= each.count();
      } else if (wanted && page.size() < limit) {
        FindingPack.unpack(shelf.read(snapshot, each), catalogue).stream().skip(skip).limit(limit - page.size())
            .forEach(page::add);
        skip = 0;
      }
    }
    return page;
  }

  /** Every finding, the worst codes first, chunk by chunk. */
  public Stream<Finding> all() {
    return older != null ? older.stream()
        : chunks.stream().flatMap(each -> FindingPack.unpack(shelf.read(snapshot, each), catalogue).stream());
  }

  /** Every finding of the import, chunk by chunk. */
  Stream<Finding> rows() {
    return older != null ? older.stream()
        : chunks.stream().filter(each -> each.step().equals(FindingChunk.IMPORT))
            .flatMap(each -> FindingPack.unpack(shelf.read(snapshot, each), catalogue).stream());
  }
}
