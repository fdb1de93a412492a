package org.parkland.analysis;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Envelope;
import org.parkland.check.FindingPack;
import org.parkland.check.FindingWorkbook;
import org.parkland.geometry.Crs;
import org.parkland.geometry.OutsideProjectionException;
import org.parkland.geometry.Reprojection;
import org.parkland.land.Finding;
import org.parkland.land.FindingCatalogue;
import org.parkland.land.FindingChunk;
import org.parkland.land.FindingKind;
import org.parkland.land.Snapshot;
import org.parkland.land.Words;
import org.parkland.sink.Column;
import org.parkland.sink.CsvWriter;
import org.parkland.store.FindingShelf;

/** What was found about one snapshot, the worst first, read page by page: a bad delivery has a million. */
public final class SnapshotFindings {
  private static final List<Column> COLUMNS = List.of(Column.text("severity", 8), Column.text("code", 40),
      Column.text("title", 80), Column.integer("row", 18), Column.text("id", 80), Column.text("text", 400),
      Column.decimal("figure", 24, 6), Column.text("unit", 8), Column.text("who", 80), Column.text("remedy", 400),
      Column.text("textEn", 400), Column.text("remedyEn", 400));
  private static final int TABLE_ROWS = 1_000;

  private final Snapshot snapshot;
  private final FindingShelf shelf;
  private final FindingCatalogue catalogue;
  private final List<FindingChunk> chunks;
  private final Reprojection toDegrees;

  /** @param workspace as whoever asks sees it */
  public SnapshotFindings(Workspace workspace, Snapshot snapshot) {
    this.snapshot = snapshot;
    this.shelf = workspace.store().findings();
    this.catalogue = workspace.standards().findings();
    this.chunks = shelf.list(snapshot).stream().sorted(Comparator.comparing(FindingChunk::severity)
        .thenComparing(FindingChunk::code).thenComparing(FindingChunk::part)).toList();
    this.toDegrees = Crs.of(snapshot.crs()).to(Crs.of(Crs.DEGREES));
  }

  public long total() {
    return chunks.stream().mapToLong(FindingChunk::count).sum();
  }

  /** How many of each code, with its words. */
  public List<Map<String, Object>> counts() {
    Map<String, Map<String, Object>> counts = new LinkedHashMap<>();
    for (FindingChunk each : chunks) {
      Map<String, Object> row = counts.computeIfAbsent(each.code(), code -> row(code, each.severity()));
      row.merge("count", (long) each.count(), (a, b) -> (long) a + (long) b);
    }
    return List.copyOf(counts.values());
  }

  private Map<String, Object> row(String code, Finding.Severity severity) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("code", code);
    row.put("severity", severity.word());
    words(row, "title", catalogue.find(code).map(FindingKind::title).orElse(new Words(code, code)));
    return row;
  }

  /** Some of them, in the order in which they stand. */
  public List<Map<String, Object>> page(long offset, int limit) {
    List<Map<String, Object>> page = new ArrayList<>();
    long skip = offset;
    for (FindingChunk each : chunks) {
      if (page.size() >= limit) {
        break;
      }
      if (skip < each.count()) {
        FindingPack.unpack(shelf.read(snapshot, each), catalogue).stream().skip(skip)
            .limit(limit - page.size()).forEach(finding -> page.add(entry(finding)));
      }
      skip = Math.max(0, skip - each.count());
    }
    return page;
  }

  /**
   * All of them as a workbook to send back to the office that delivered; memory does not grow with them.
   *
   * @param out stays open
   */
  public void workbook(OutputStream out) throws IOException {
    Map<String, Long> counts = new LinkedHashMap<>();
    chunks.forEach(each -> counts.merge(each.code(), (long) each.count(), Long::sum));
    new FindingWorkbook(catalogue, Crs.of(snapshot.crs())).write(out, heading(), counts,
        chunks.stream().flatMap(each -> FindingPack.unpack(shelf.read(snapshot, each), catalogue).stream()));
  }

  /**
   * All of them as CSV, for a spreadsheet; memory does not grow with them.
   *
   * @param out is closed
   */
  public void table(OutputStream out) throws IOException {
    try (CsvWriter table = new CsvWriter(out, COLUMNS, null)) {
      for (long offset = 0; offset < total(); offset += TABLE_ROWS) {
        for (Map<String, Object> each : page(offset, TABLE_ROWS)) {
          table.write(null, COLUMNS.stream().map(column -> each.get(column.name())).toArray());
        }
      }
    }
  }

  private List<String> heading() {
    return List.of("数据检查结果", "数据：" + snapshot.source(), "日期：" + snapshot.asOf(),
        "坐标系：" + snapshot.crs() + (snapshot.edition() == null ? "" : "；编码：" + snapshot.edition()),
        "入库" + snapshot.count() + "行；快照：" + snapshot.id() + "；SHA-256：" + snapshot.sha256());
  }

  private Map<String, Object> entry(Finding finding) {
    Map<String, Object> entry = row(finding.code(), finding.severity());
    entry.put("row", finding.row() == 0 ? null : finding.row());
    entry.put("id", finding.id());
    entry.put("figure", finding.figure());
    words(entry, "text", catalogue.textOf(finding));
    catalogue.find(finding.code()).ifPresent(kind -> {
      entry.put("unit", kind.unit());
      words(entry, "remedy", kind.remedy());
      words(entry, "who", catalogue.office(kind.who()));
    });
    entry.put("bounds", bounds(finding));
    return entry;
  }

  private static void words(Map<String, Object> entry, String name, Words words) {
    entry.put(name, words.zh());
    entry.put(name + "En", words.en());
  }

  private Envelope bounds(Finding finding) {
    try {
      return finding.shape() == null || finding.shape().isEmpty() ? null
          : toDegrees.apply(finding.shape().getEnvelopeInternal());
    } catch (OutsideProjectionException e) {
      return null;
    }
  }
}
