package org.parkland.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parkland.analysis.ImportDesk;
import org.parkland.analysis.SnapshotFindings;
import org.parkland.analysis.Workspace;
import org.parkland.audit.Action;
import org.parkland.export.FileFormat;
import org.parkland.land.Snapshot;

/** The list of snapshots, and withdrawing one. */
final class SnapshotRoutes {
  private static final int PAGE_ROWS = 50;
  private static final int MOST_ROWS = 1_000;
  private static final Set<String> FIELDS = Set.of("reason", "by");

  private final Workspace workspace;
  private final ImportDesk desk;
  private final Handouts handouts;

  /** @param workspace as whoever asks sees it */
  SnapshotRoutes(Workspace workspace, ImportDesk desk, Handouts handouts) {
    this.workspace = workspace;
    this.desk = desk;
    this.handouts = handouts;
  }

  void addTo(RouteTable routes) {
    routes.get("/api/snapshots", Needs.PLANNER, this::list);
    routes.get("/api/snapshots/{id}/findings", Needs.PLANNER, this::findings);
    routes.get("/api/snapshots/{id}/findings.csv", Needs.PLANNER, this::table);
    routes.get("/api/snapshots/{id}/findings.xlsx", Needs.PLANNER, this::workbook);
    routes.post("/api/snapshots/{id}/withdraw", Needs.ADMIN, this::withdraw);
  }

  private void list(Context context) {
    Parameters.of(context);
    List<Snapshot> all = desk.snapshots();
    Json.answer(context, Map.of("snapshots", all.stream().map(ImportJson::snapshot).toList()));
  }

  private void findings(Context context) {
    Parameters parameters = Parameters.of(context, "limit", "offset");
    SnapshotFindings found = new SnapshotFindings(workspace, snapshot(context));
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("total", found.total());
    answer.put("counts", found.counts());
    answer.put("findings", found.page(parameters.whole("offset", 0, 0, Integer.MAX_VALUE),
        parameters.whole("limit", PAGE_ROWS, 1, MOST_ROWS)));
    Json.answer(context, answer);
  }

  private void table(Context context) throws IOException {
    Parameters.of(context);
    sendWhole(context, FileFormat.CSV, SnapshotFindings::table);
  }

  private void workbook(Context context) throws IOException {
    Parameters.of(context);
    sendWhole(context, FileFormat.XLSX, SnapshotFindings::workbook);
  }

  private interface Writing {
    void write(SnapshotFindings findings, OutputStream out) throws IOException;
  }

  private void sendWhole(Context context, FileFormat format, Writing writing) throws IOException {
    Snapshot snapshot = snapshot(context);
    SnapshotFindings found = new SnapshotFindings(workspace, snapshot);
    FileAnswer.whole(context, file -> {
      try (OutputStream out = Files.newOutputStream(file)) {
        writing.write(found, out);
      }
      handouts.note(context, Action.EXPORT, "findings of snapshot " + snapshot.id(),
          Map.of("format", format.word(), "count", found.total()));
      String ending = snapshot.id() + "." + format.extension();
      Download.name(context, "检查结果-" + ending, "findings-" + ending);
      context.contentType(format.mediaType());
    });
  }

  private void withdraw(Context context) {
    Parameters.of(context);
    JsonNode body = ImportBody.read(context, FIELDS);
    Json.answer(context, ImportJson.snapshot(
        desk.withdraw(snapshot(context).id(), ImportBody.required(body, "reason"),
            Caller.signature(context, () -> ImportBody.required(body, "by")), Caller.of(context))));
  }

  private Snapshot snapshot(Context context) {
    String id = context.pathParam("id");
    return desk.snapshots().stream().filter(each -> String.valueOf(each.id()).equals(id)).findFirst()
        .orElseThrow(() -> Problem.notFound("there is no snapshot '" + id + "'", "id"));
  }
}
