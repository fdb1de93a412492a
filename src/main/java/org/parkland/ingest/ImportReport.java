package org.parkland.ingest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.parkland.check.FindingBook;
import org.parkland.land.ExactSum;
import org.parkland.land.Finding;
import org.parkland.land.FindingCatalogue;
import org.parkland.land.FindingChunk;
import org.parkland.land.LostLand;
import org.parkland.land.Snapshot;
import org.parkland.source.Notice;
import org.parkland.source.SourceLayer;

/** What an import read, stored and left out, and why: all of it is counted and kept. */
public final class ImportReport {
  private static final int KEPT = 1_000;

  private final SourceLayer layer;
  private final Map<String, String> mapping;
  private final List<String> unclaimed;
  private final FindingBook findings;
  private final List<LostLand> lost = new ArrayList<>();
  private long read;
  private long rejected;
  private final ExactSum areaM2 = new ExactSum();
  private final Envelope extent = new Envelope();
  private CodeColumns columns;
  private SchemeDecision scheme;
  private CodeReader codes;
  private Snapshot snapshot;
  private boolean alreadyStored;

  ImportReport(SourceLayer layer, FieldMapping mapping, FindingCatalogue catalogue) {
    this.findings = new FindingBook(catalogue, FindingChunk.IMPORT);
    this.layer = layer;
    this.mapping = mapping.byName();
    this.unclaimed = mapping.unclaimed();
  }

  void rowRead() {
    read++;
  }

  void rowRejected() {
    rejected++;
  }

  /** See {@link FindingBook#add}. */
  void add(String code, long row, String id, Double figure, Geometry shape, Object... details) {
    findings.add(code, row, id, figure, shape, details);
  }

  /** What a reader found out about the layer as a whole. */
  void addAll(List<Notice> notices) {
    for (Notice each : notices) {
      findings.add(each.code(), 0, null, null, null, each.details().entrySet().stream()
          .flatMap(detail -> Stream.of(detail.getKey(), detail.getValue())).toArray());
    }
  }

  /** Keeps what is known of a row that could not be stored: its land is missing from every figure. */
  void addLost(LostLand land) {
    if (lost.size() < KEPT) {
      lost.add(land);
    }
  }

  /** Adds the land of a stored row. */
  void addLand(Geometry shape, double rowM2) {
    extent.expandToInclude(shape.getEnvelopeInternal());
    areaM2.add(rowM2);
  }

  /** Which codes the layer has, and how they were read. */
  void codes(CodeColumns where, SchemeDecision decided, CodeReader reader) {
    columns = where;
    scheme = decided;
    codes = reader;
  }

  void stored(Snapshot stored) {
    snapshot = stored;
  }

  void alreadyStored(Snapshot same) {
    snapshot = same;
    alreadyStored = true;
  }

  public SourceLayer layer() {
    return layer;
  }

  public Snapshot snapshot() {
    return snapshot;
  }

  /** Whether the same file had been imported the same way, so that nothing was done. */
  public boolean isAlreadyStored() {
    return alreadyStored;
  }

  /** The first few findings of each code, the worst first. */
  public List<Finding> findings() {
    return findings.samples();
  }

  /** All findings. */
  public FindingBook book() {
    return findings;
  }

  /** Findings by code, all of them. */
  public Map<String, Long> counts() {
    return findings.counts();
  }

  /** Rows that were left out and whose area is known, in the reference system of the layer. */
  public List<LostLand> lost() {
    return List.copyOf(lost);
  }

  public long rejected() {
    return rejected;
  }

  public long read() {
    return read;
  }

  /** What is kept with the snapshot. */
  Map<String, Object> content() {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("format", layer.format());
    content.put("layer", layer.name());
    content.put("read", read);
    content.put("rejected", rejected());
    content.put("areaM2", areaM2.m2());
    content.put("box", extent.isNull() ? null : new double[] {extent.getMinX(), extent.getMinY(), extent.getMaxX(), extent.getMaxY()});
    if (codes != null) {
      content.put("mendedCodes", codes.mended());
      content.put("scheme", scheme());
      content.put("ambiguousDelivered", codes.ambiguous());
    }
    content.put("mapping", mapping);
    content.put("unclaimedColumns", unclaimed);
    content.put("lostLand", lost);
    content.put("counts", counts());
    content.put("findings", findings().stream().map(ImportReport::sample).toList());
    return content;
  }

  private Map<String, Object> scheme() {
    Map<String, Object> read = new LinkedHashMap<>();
    read.put("id", scheme.scheme().id());
    read.put("edition", scheme.scheme().edition());
    read.put("column", columns.codeColumn());
    read.put("againstColumn", scheme.isAgainstColumn());
    read.put("support", scheme.support());
    return read;
  }

  private static Map<String, Object> sample(Finding finding) {
    Map<String, Object> sample = new LinkedHashMap<>();
    sample.put("severity", finding.severity());
    sample.put("code", finding.code());
    sample.put("row", finding.row());
    sample.put("id", finding.id());
    sample.put("figure", finding.figure());
    sample.put("message", finding.message());
    return sample;
  }

  /** One line: "12,480 rows read, 12,431 stored, 49 rejected: 31 no-geometry, 18 repair-too-large". */
  public String summary() {
    if (alreadyStored) {
      return "this file is already stored as snapshot " + snapshot.id() + "; nothing was changed";
    }
    return summary(read, rejected(), counts());
  }

  /** The same line for any number of rows, of which some were rejected. */
  public static String summary(long read, long rejected, Map<String, Long> counts) {
    String why = counts.isEmpty() ? "" : ": " + String.join(", ",
        counts.entrySet().stream().map(each -> each.getValue() + " " + each.getKey()).toList());
    return String.format("%,d rows read, %,d stored, %,d rejected%s", read, read - rejected, rejected, why);
  }
}
