package org.parkland.analysis;

import java.util.Map;
import org.parkland.ingest.ImportReport;
import org.parkland.land.Snapshot;

/**
 * What is remembered of an import that ended; its findings are with the snapshot.
 *
 * @param alreadyStored whether the file was there before, so that nothing was done
 * @param checked whether the layer was looked at as a whole; not, where that was cancelled or failed
 * @param counts findings by code
 */
public record ImportOutcome(
    Snapshot snapshot, boolean alreadyStored, boolean checked, long read, long rejected, Map<String, Long> counts,
    String summary) {
  static ImportOutcome of(ImportReport report, boolean checked) {
    return new ImportOutcome(report.snapshot(), report.isAlreadyStored(), checked, report.read(), report.rejected(),
        report.counts(), report.summary());
  }
}
