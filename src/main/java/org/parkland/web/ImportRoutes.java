package org.parkland.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.Set;
import org.parkland.analysis.ImportDesk;
import org.parkland.analysis.ImportOutcome;
import org.parkland.analysis.UploadFolder.Upload;
import org.parkland.ingest.ImportRequest;
import org.parkland.ingest.Inspection;
import org.parkland.ingest.Inspection.Obstacle;
import org.parkland.job.Job;
import org.parkland.land.LayerKind;

/** Files come in: sent, looked at, imported in the background, given up. */
final class ImportRoutes {
  private static final long HEARD_OUT_BYTES = 64L << 20;
  private static final String FILE_TYPE = "application/octet-stream";
  private static final Set<String> IMPORT_FIELDS = Set.of("upload", "layer", "kind", "name", "asOf", "crs", "swapAxes", "encoding",
      "columns", "codes", "keepUnknownCodes", "scheme", "by");

  private final ImportDesk desk;

  ImportRoutes(ImportDesk desk) {
    this.desk = desk;
  }

  void addTo(RouteTable routes) {
    routes.post("/api/uploads", Needs.ADMIN, this::receive);
    routes.post("/api/uploads/{id}/preview", Needs.ADMIN, this::preview);
    routes.delete("/api/uploads/{id}", Needs.ADMIN, this::giveUp);
    routes.get("/api/imports", Needs.ADMIN, this::list);
    routes.post("/api/imports", Needs.ADMIN, this::start);
    routes.get("/api/imports/{id}", Needs.ADMIN, context -> Json.answer(context, ImportJson.job(job(context).standing())));
    routes.delete("/api/imports/{id}", Needs.ADMIN, this::cancel);
  }

  /** Streams the body into a file; it is looked at before the answer, and goes again if it cannot be read. */
  private void receive(Context context) {
    String name = Parameters.of(context, "name").required("name");
    String type = context.contentType();
    if (type == null || !type.startsWith(FILE_TYPE)) {
      throw Problem.badParameter("Content-Type", "send the file's bytes as " + FILE_TYPE);
    }
    long announced = context.req().getContentLengthLong();
    if (announced > desk.uploads().mostBytes()) {
      hearOut(context, announced);
      throw Problem.tooLarge("'" + name + "' is larger than the server takes ("
          + (desk.uploads().mostBytes() >> 20) + " MiB); import it on the command line");
    }
    if (desk.uploads().isFull()) {
      throw Problem.busy("too many files wait to be imported; import or give up one of them first");
    }
    Upload upload = desk.uploads().receive(name, body(context), announced);
    try {
      Inspection look = desk.inspect(new ImportBody(null, upload, null).request());
      context.status(201);
      Json.answer(context, ImportJson.upload(upload, look));
    } catch (RuntimeException e) {
      desk.uploads().remove(upload.id());
      throw e;
    }
  }

  /** Who is still sending hears no answer, only that the connection is gone; what is not much is read to its end. */
  private static void hearOut(Context context, long announced) {
    try {
      if (announced <= HEARD_OUT_BYTES) {
        body(context).transferTo(OutputStream.nullOutputStream());
      }
    } catch (IOException e) {
      throw Problem.badParameter("body", "the file did not arrive");
    }
  }

  private static InputStream body(Context context) {
    try {
      return context.req().getInputStream();
    } catch (IOException e) {
      throw Problem.badParameter("body", "the file did not arrive");
    }
  }

  private void preview(Context context) {
    Parameters.of(context);
    Upload upload = upload(context.pathParam("id"));
    JsonNode body = ImportBody.read(context, IMPORT_FIELDS);
    Json.answer(context, ImportJson.upload(upload, desk.inspect(new ImportBody(body, upload, by(context, body)).request())));
  }

  private void giveUp(Context context) {
    Parameters.of(context);
    desk.uploads().remove(upload(context.pathParam("id")).id());
    context.status(204);
  }

  private static String by(Context context, JsonNode body) {
    return Caller.signature(context, () -> ImportBody.text(body, "by"));
  }

  private void list(Context context) {
    Parameters.of(context);
    Json.answer(context, Map.of("imports",
        desk.jobs().stream().map(each -> ImportJson.job(each.standing())).toList()));
  }

  private void start(Context context) {
    Parameters.of(context);
    JsonNode body = ImportBody.read(context, IMPORT_FIELDS);
    Upload upload = upload(ImportBody.required(body, "upload"));
    ImportRequest request = new ImportBody(body, upload, by(context, body)).request();
    if (request.kind() == null) {
      throw Problem.badParameter("kind", "'kind' is missing");
    }
    if (request.asOf() == null) {
      throw Problem.badParameter("asOf", "'asOf' is missing: figures need the day the data describe");
    }
    requireNoObstacle(request);
    Job<ImportOutcome> job = desk.submit(upload, request, Caller.of(context))
        .orElseThrow(() -> Problem.busy("too many imports are waiting; try again when one has ended"));
    context.status(202).header("Location", "/api/imports/" + job.id());
    Json.answer(context, ImportJson.job(job.standing()));
  }

  /** What would fail after minutes is told at once. */
  private void requireNoObstacle(ImportRequest request) {
    for (Obstacle each : desk.inspect(request).obstacles()) {
      throw Problem.badParameter(each.part(), each.problem() + "; " + each.remedy());
    }
  }

  private void cancel(Context context) {
    Parameters.of(context);
    Job<ImportOutcome> job = job(context);
    desk.cancel(job);
    Json.answer(context, ImportJson.job(job.standing()));
  }

  private Upload upload(String id) {
    return desk.uploads().find(id).orElseThrow(
        () -> Problem.notFound("there is no upload '" + id + "'; it may be imported or given up already", "upload"));
  }

  private Job<ImportOutcome> job(Context context) {
    Parameters.of(context);
    return desk.find(context.pathParam("id")).orElseThrow(
        () -> Problem.notFound("there is no import '" + context.pathParam("id") + "'", "id"));
  }

  /** The word of a kind; null for null. */
  static LayerKind kind(String word) {
    return word == null ? null : Parameters.word("kind", word, LayerKind.class);
  }
}
