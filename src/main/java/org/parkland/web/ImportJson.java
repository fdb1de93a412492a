package org.parkland.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.parkland.BadInput;
import org.parkland.analysis.ImportOutcome;
import org.parkland.analysis.UploadFolder.Upload;
import org.parkland.ingest.Inspection;
import org.parkland.job.Job;
import org.parkland.land.Snapshot;

/** Uploads, imports and snapshots as the API tells them. */
final class ImportJson {
  private ImportJson() {}

  static Map<String, Object> upload(Upload upload, Inspection look) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("upload", upload.id());
    answer.put("name", upload.name());
    answer.put("bytes", upload.bytes());
    answer.put("format", look.layer().format());
    answer.put("layers", look.layers());
    answer.put("layer", look.layer().name());
    answer.put("kind", look.kind().word());
    answer.put("encoding", look.layer().encoding() == null ? null : look.layer().encoding().name());
    answer.put("crs", crs(look));
    answer.put("notices", look.notices());
    answer.put("count", look.layer().count());
    answer.put("read", look.read());
    answer.put("whole", look.whole());
    answer.put("columns", look.layer().columns());
    answer.put("mapping", look.mapping());
    answer.put("unclaimed", look.unclaimed());
    answer.put("codes", look.codes());
    answer.put("rows", look.rows());
    answer.put("box", look.box());
    answer.put("outline", outline(look.outline()));
    answer.put("obstacles", look.obstacles());
    return answer;
  }

  private static Map<String, Object> crs(Inspection look) {
    Map<String, Object> crs = new LinkedHashMap<>();
    crs.put("declared", look.layer().crs() == null ? null : look.layer().crs().code());
    crs.put("used", look.crs() == null ? null : look.crs().code());
    crs.put("guessed", look.guessed() == null ? null : look.guessed().code());
    crs.put("swapped", look.swapped());
    crs.put("name", look.crs() != null ? look.crs().name() : look.guessed() != null ? look.guessed().name() : null);
    return crs;
  }

  private static Map<String, Object> outline(List<Geometry> shapes) {
    return Map.of("type", "GeometryCollection", "geometries", shapes);
  }

  static Map<String, Object> job(Job.Standing<ImportOutcome> job) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("id", job.id());
    answer.put("file", job.subject());
    answer.put("state", job.state().name().toLowerCase(java.util.Locale.ROOT));
    answer.put("rows", job.done());
    answer.put("total", job.total());
    answer.put("percent", job.total() > 0 ? Math.min(100, 100.0 * job.done() / job.total()) : null);
    answer.put("rowsPerSecond", job.rate());
    answer.put("elapsedSeconds", job.elapsed().toMillis() / 1000.0);
    answer.put("remainingSeconds", job.remaining() == null ? null : job.remaining().toMillis() / 1000.0);
    answer.put("stored", job.kept());
    answer.put("problem", job.failure() instanceof BadInput bad ? bad.getMessage()
        : job.failure() == null ? null : "the import failed; the server's log says why");
    answer.put("result", job.result() == null ? null : outcome(job.result()));
    return answer;
  }

  private static Map<String, Object> outcome(ImportOutcome outcome) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("snapshot", outcome.snapshot().id());
    answer.put("asOf", outcome.snapshot().asOf());
    answer.put("kind", outcome.snapshot().kind().word());
    answer.put("alreadyStored", outcome.alreadyStored());
    answer.put("checked", outcome.checked());
    answer.put("read", outcome.read());
    answer.put("stored", outcome.snapshot().count());
    answer.put("rejected", outcome.rejected());
    answer.put("counts", outcome.counts());
    return answer;
  }

  static Map<String, Object> snapshot(Snapshot snapshot) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("snapshot", snapshot.id());
    answer.put("kind", snapshot.kind().word());
    answer.put("name", snapshot.name());
    answer.put("asOf", snapshot.asOf());
    answer.put("count", snapshot.count());
    answer.put("crs", snapshot.crs());
    answer.put("edition", snapshot.edition());
    answer.put("encoding", snapshot.encoding());
    answer.put("source", snapshot.source());
    answer.put("sha256", snapshot.sha256());
    answer.put("importedAt", snapshot.importedAt());
    answer.put("importedBy", snapshot.importedBy());
    answer.put("withdrawal", snapshot.withdrawal());
    return answer;
  }
}
