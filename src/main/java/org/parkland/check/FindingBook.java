package org.parkland.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;
import org.parkland.land.Finding;
import org.parkland.land.FindingCatalogue;
import org.parkland.land.FindingChunk;
import org.parkland.land.FindingKind;

/**
 * Takes findings as they come and keeps them all, packed: a million weigh some tens of megabytes. Safe to share
 * between threads.
 */
public final class FindingBook {
  /** Findings to a chunk: few enough to be read for one page of a list. */
  private static final int CHUNK = 500;
  /** Findings of a code that are at hand without unpacking. */
  private static final int SAMPLES = 20;

  private final FindingCatalogue catalogue;
  private final String step;
  private final Map<String, Shelf> shelves = new LinkedHashMap<>();

  /** The findings of one code. */
  private static final class Shelf {
    private final List<Finding> samples = new ArrayList<>();
    private final List<Finding> open = new ArrayList<>();
    private final List<FindingChunk> packed = new ArrayList<>();
    private long count;
  }

  /** An empty book of the same kind. */
  FindingBook fresh() {
    return new FindingBook(catalogue, step);
  }

  /** @param step {@link FindingChunk#IMPORT} or {@link FindingChunk#LAYER} */
  public FindingBook(FindingCatalogue catalogue, String step) {
    this.catalogue = catalogue;
    this.step = step;
  }

  /**
   * Takes a finding; see {@link Finding} for the arguments.
   *
   * @param details names and values in turn; a value may be null
   */
  public Finding add(String code, long row, String id, Double figure, Geometry shape, Object... details) {
    Map<String, String> named = new LinkedHashMap<>();
    for (int i = 0; i < details.length; i += 2) {
      named.put((String) details[i], String.valueOf(details[i + 1]));
    }
    FindingKind kind = catalogue.kind(code);
    Finding finding = kind.at(row, id, figure, shape, named);
    add(finding);
    return finding;
  }

  /** Takes all findings of another book, those of one code in their order. */
  public void addAll(FindingBook other) {
    other.all().forEach(this::add);
  }

  public synchronized void add(Finding finding) {
    Shelf shelf = shelves.computeIfAbsent(finding.code(), unused -> new Shelf());
    shelf.count++;
    if (shelf.samples.size() < SAMPLES) {
      shelf.samples.add(finding);
    }
    shelf.open.add(finding);
    if (shelf.open.size() == CHUNK) {
      pack(shelf);
    }
  }

  private void pack(Shelf shelf) {
    Finding first = shelf.open.get(0);
    shelf.packed.add(new FindingChunk(step, first.code(), first.severity(), shelf.packed.size(), shelf.open.size(),
        FindingPack.pack(shelf.open)));
    shelf.open.clear();
  }

  /** Findings by code, all of them, in the order in which each code was first met. */
  public synchronized Map<String, Long> counts() {
    Map<String, Long> counts = new LinkedHashMap<>();
    shelves.forEach((code, shelf) -> counts.put(code, shelf.count));
    return counts;
  }

  /** How many findings are this bad. */
  public synchronized long count(Finding.Severity severity) {
    return shelves.values().stream().filter(each -> each.samples.get(0).severity() == severity)
        .mapToLong(each -> each.count).sum();
  }

  /** The first few of each code, the worst codes first. */
  public synchronized List<Finding> samples() {
    return shelves.values().stream().flatMap(each -> each.samples.stream())
        .sorted(Comparator.comparing(Finding::severity)).toList();
  }

  /** All findings, packed; more may be added afterwards, which then belong to later chunks. */
  public synchronized List<FindingChunk> chunks() {
    List<FindingChunk> chunks = new ArrayList<>();
    for (Shelf shelf : shelves.values()) {
      if (!shelf.open.isEmpty()) {
        pack(shelf);
      }
      chunks.addAll(shelf.packed);
    }
    return chunks;
  }

  /** Every finding, the worst codes first, within a code in the order in which they were found. */
  public Stream<Finding> all() {
    return Stream.of(Finding.Severity.values()).flatMap(this::all);
  }

  /** Every finding that is this bad. */
  public Stream<Finding> all(Finding.Severity severity) {
    return chunks().stream().filter(each -> each.severity() == severity)
        .flatMap(each -> FindingPack.unpack(each, catalogue).stream());
  }
}
