package org.parkland.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parkland.analysis.ImportDesk;
import org.parkland.land.Snapshot;

/** The list of snapshots, and withdrawing one. */
final class SnapshotRoutes {
  private static final Set<String> FIELDS = Set.of("reason", "by");

  private final ImportDesk desk;

  SnapshotRoutes(ImportDesk desk) {
    this.desk = desk;
  }

  void addTo(RoutesConfig routes) {
    routes.get("/api/snapshots", this::list);
    routes.post("/api/snapshots/{id}/withdraw", this::withdraw);
  }

  private void list(Context context) {
    Parameters.of(context);
    List<Snapshot> all = desk.snapshots();
    Json.answer(context, Map.of("snapshots", all.stream().map(ImportJson::snapshot).toList()));
  }

  private void withdraw(Context context) {
    Parameters.of(context);
    JsonNode body = ImportBody.read(context, FIELDS);
    long id = number(context);
    if (desk.snapshots().stream().noneMatch(each -> each.id() == id)) {
      throw Problem.notFound("there is no snapshot " + id, "id");
    }
    Json.answer(context, ImportJson.snapshot(
        desk.withdraw(id, ImportBody.required(body, "reason"), ImportBody.required(body, "by"))));
  }

  private static long number(Context context) {
    try {
      return Long.parseLong(context.pathParam("id"));
    } catch (NumberFormatException e) {
      throw Problem.notFound("there is no snapshot '" + context.pathParam("id") + "'", "id");
    }
  }
}
