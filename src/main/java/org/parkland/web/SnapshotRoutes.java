package org.parkland.web;

import static java.nio.file.StandardOpenOption.DELETE_ON_CLOSE;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.parkland.analysis.ImportDesk;
import org.parkland.analysis.SnapshotFindings;
import org.parkland.analysis.Workspace;
import org.parkland.audit.Action;
import org.parkland.export.FileFormat;
import org.parkland.land.Snapshot;
import org.parkland.sink.FormulaGuard;

/** The list of snapshots, and withdrawing one. */
final class SnapshotRoutes {
  private static final int PAGE_ROWS = 50;
  private static final int MOST_ROWS = 1_000;
  private static final List<String> COLUMNS = List.of("severity", "code", "title", "row", "id", "text", "figure", "unit",
      "who", "remedy", "textEn", "remedyEn");
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

  /** All of them, for a spreadsheet: it wants the mark in front, or takes UTF-8 for GBK. */
  private void table(Context context) {
    Parameters.of(context);
    Snapshot snapshot = snapshot(context);
    SnapshotFindings found = new SnapshotFindings(workspace, snapshot);
    handouts.note(context, Action.EXPORT, "findings of snapshot " + snapshot.id(),
        Map.of("format", "csv", "count", found.total()));
    context.contentType("text/csv; charset=utf-8").header("Content-Disposition",
        "attachment; filename=\"findings-" + snapshot.id() + ".csv\"");
    StringBuilder lines = new StringBuilder("\uFEFF").append(String.join(",", COLUMNS)).append("\r\n");
    for (long offset = 0; offset < found.total(); offset += MOST_ROWS) {
      for (Map<String, Object> each : found.page(offset, MOST_ROWS)) {
        lines.append(COLUMNS.stream().map(column -> cell(each.get(column))).collect(Collectors.joining(",")))
            .append("\r\n");
      }
    }
    context.result(lines.toString());
  }

  /** By way of a file: an answer that has begun can no longer become a problem. */
  private void workbook(Context context) throws IOException {
    Parameters.of(context);
    Snapshot snapshot = snapshot(context);
    Path file = Files.createTempFile("findings", ".xlsx");
    try {
      try (OutputStream out = Files.newOutputStream(file)) {
        new SnapshotFindings(workspace, snapshot).workbook(out);
      }
      handouts.note(context, Action.EXPORT, "findings of snapshot " + snapshot.id(), Map.of("format", "xlsx"));
      context.disableCompression();
      Download.name(context, "检查结果-" + snapshot.id() + ".xlsx", "findings-" + snapshot.id() + ".xlsx");
      context.contentType(FileFormat.XLSX.mediaType()).result(Files.newInputStream(file, DELETE_ON_CLOSE));
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  private static String cell(Object value) {
    String text = value == null ? "" : value.toString();
    String plain = value instanceof String ? FormulaGuard.guard(text) : text;
    return plain.matches("(?s).*[\",\r\n].*") ? '"' + plain.replace("\"", "\"\"") + '"' : plain;
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
