package org.parkland.analysis;

import java.util.Map;
import org.parkland.ingest.ImportReport;
import org.parkland.land.Snapshot;

/**
 * What is remembered of an import that ended; its findings are with the snapshot.
 *
 * @param alreadyStored whether the file was there before, so that nothing was done
 * @param counts findings by code
 */
public record ImportOutcome(
    Snapshot snapshot, boolean alreadyStored, long read, long rejected, Map<String, Long> counts, String summary) {
  static ImportOutcome of(ImportReport report) {
    return new ImportOutcome(report.snapshot(), report.isAlreadyStored(), report.read(), report.rejected(),
        report.counts(), report.summary());
  }
}
