package org.parkland.analysis;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Envelope;
import org.parkland.geometry.Crs;
import org.parkland.geometry.Reprojection;
import org.parkland.indicator.DoubtedTally;
import org.parkland.ingest.ImportReport;
import org.parkland.land.LostLand;

/**
 * What a stream of rows came to: its sums and doubts, and what was left out. Parts of a country can be read apart,
 * on other machines too, and merged in any order: the sums are exact.
 */
public final class StreamedLand implements Serializable {
  private static final long serialVersionUID = 1L;
  /** Findings kept by name; all are counted. */
  private static final int NAMED = 1_000;

  private final String crs;
  private final DoubtedTally tally;
  private final ArrayList<LostLand> lost;
  private final ArrayList<String> findings;
  private final TreeMap<String, Long> counts;
  private long read;
  private long rejected;

  public StreamedLand(Crs crs, DoubtedTally tally, ImportReport report) {
    this.crs = crs.code();
    this.tally = tally;
    this.lost = new ArrayList<>(report.lost());
    this.findings = report.findings().stream()
        .map(each -> report.layer().name() + " row " + each.row() + ": " + each.message())
        .collect(Collectors.toCollection(ArrayList::new));
    this.counts = new TreeMap<>(report.counts());
    this.read = report.read();
    this.rejected = report.rejected();
  }

  /** Adds what was read elsewhere, with the same units and policies. */
  public void merge(StreamedLand other) {
    tally.merge(other.tally);
    Reprojection toOurs = Crs.of(other.crs).to(Crs.of(crs));
    other.lost.forEach(each -> lost.add(each.box() == null || crs.equals(other.crs) ? each
        : new LostLand(each.id(), each.code(), each.areaM2(), box(toOurs.apply(envelope(each.box()))))));
    other.findings.stream().limit(Math.max(0, NAMED - findings.size())).forEach(findings::add);
    other.counts.forEach((code, count) -> counts.merge(code, count, Long::sum));
    read += other.read;
    rejected += other.rejected;
  }

  private static Envelope envelope(double[] box) {
    return new Envelope(box[0], box[2], box[1], box[3]);
  }

  private static double[] box(Envelope envelope) {
    return new double[] {envelope.getMinX(), envelope.getMinY(), envelope.getMaxX(), envelope.getMaxY()};
  }

  /** Reference system of {@link #lost()}. */
  Crs crs() {
    return Crs.of(crs);
  }

  public DoubtedTally tally() {
    return tally;
  }

  /** Rows that are in no figure and whose area is known. */
  public List<LostLand> lost() {
    return List.copyOf(lost);
  }

  /** The first of them; {@link #counts} has all. */
  public List<String> findings() {
    return List.copyOf(findings);
  }

  public long read() {
    return read;
  }

  public long rejected() {
    return rejected;
  }

  /** One line, as after an import. */
  public String summary() {
    return ImportReport.summary(read, rejected, counts);
  }
}
