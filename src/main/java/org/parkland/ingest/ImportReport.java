package org.parkland.ingest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parkland.land.LostLand;
import org.parkland.land.Snapshot;
import org.parkland.source.SourceLayer;

/** What an import read, stored and left out, and why. Counts are complete; findings are kept up to a limit. */
public final class ImportReport {
  private static final int KEPT = 1_000;

  private final SourceLayer layer;
  private final Map<String, String> mapping;
  private final List<String> unclaimed;
  private final List<Finding> findings = new ArrayList<>();
  private final List<LostLand> lost = new ArrayList<>();
  private final Map<String, Long> counts = new LinkedHashMap<>();
  private long read;
  private long rejected;
  private long mendedCodes;
  private Snapshot snapshot;
  private boolean alreadyStored;

  ImportReport(SourceLayer layer, FieldMapping mapping) {
    this.layer = layer;
    this.mapping = mapping.byName();
    this.unclaimed = mapping.unclaimed();
  }

  void rowRead() {
    read++;
  }

  void add(Finding finding) {
    counts.merge(finding.code(), 1L, Long::sum);
    if (finding.severity() == Finding.Severity.ERROR) {
      rejected++;
    }
    if (findings.size() < KEPT) {
      findings.add(finding);
    }
  }

  /** Keeps what is known of a row that could not be stored: its land is missing from every figure. */
  void addLost(LostLand land) {
    if (lost.size() < KEPT) {
      lost.add(land);
    }
  }

  void mendedCodes(long count) {
    mendedCodes = count;
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

  public List<Finding> findings() {
    return List.copyOf(findings);
  }

  /** Findings by code, all of them. */
  public Map<String, Long> counts() {
    return Map.copyOf(counts);
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
    content.put("rejected", rejected);
    content.put("mendedCodes", mendedCodes);
    content.put("mapping", mapping);
    content.put("unclaimedColumns", unclaimed);
    content.put("lostLand", lost);
    content.put("counts", counts);
    content.put("findings", findings);
    return content;
  }

  /** One line: "12,480 rows read, 12,431 stored, 49 rejected: 31 no-geometry, 18 repair-too-large". */
  public String summary() {
    if (alreadyStored) {
      return "this file is already stored as snapshot " + snapshot.id() + "; nothing was changed";
    }
    return summary(read, rejected, counts);
  }

  /** The same line for any number of rows, of which some were rejected. */
  public static String summary(long read, long rejected, Map<String, Long> counts) {
    String why = counts.isEmpty() ? "" : ": " + String.join(", ",
        counts.entrySet().stream().map(each -> each.getValue() + " " + each.getKey()).toList());
    return String.format("%,d rows read, %,d stored, %,d rejected%s", read, read - rejected, rejected, why);
  }
}
