package org.parkland.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.parkland.analysis.Workspace;
import org.parkland.web.edge.Metrics;

/** For whoever watches the server: whether it lives, whether it can work, and how it does. */
final class WatchRoutes {
  private static final int PATIENCE_S = 2;
  /** Below this an import could not be stored. */
  private static final long LEAST_FREE_BYTES = 256L << 20;
  private static final String PROMETHEUS = "text/plain; charset=utf-8; version=0.0.4";
  private static final String OK = "ok";

  private final Workspace workspace;
  private final WarmUp warmUp;
  private final Metrics metrics;

  WatchRoutes(Workspace workspace, WarmUp warmUp, Metrics metrics) {
    this.workspace = workspace;
    this.warmUp = warmUp;
    this.metrics = metrics;
  }

  void addTo(RouteTable routes) {
    routes.get("/health", Needs.NOTHING, context -> Json.answer(context, Map.of("status", "alive")));
    routes.get("/ready", Needs.NOTHING, this::ready);
    routes.get("/metrics", Needs.VIEWER, context -> context.contentType(PROMETHEUS).result(metrics.text()));
  }

  private void ready(Context context) {
    Parameters.of(context);
    Map<String, Object> answer = new LinkedHashMap<>();
    String database = database();
    String disk = disk();
    boolean ready = database.equals(OK) && disk.equals(OK);
    answer.put("status", ready ? "ready" : "not ready");
    answer.put("database", database);
    answer.put("disk", disk);
    answer.put("warmUp", warmUp.first().name().toLowerCase(Locale.ROOT));
    context.status(ready ? 200 : 503).header("Cache-Control", "no-store");
    Json.answer(context, answer);
  }

  /** Why it does not answer stands in the log, not here, where anybody may look. */
  private String database() {
    CompletableFuture<Integer> asked = CompletableFuture.supplyAsync(() -> workspace.store().snapshots().size());
    try {
      asked.get(PATIENCE_S, TimeUnit.SECONDS);
      return OK;
    } catch (ExecutionException e) {
      return "fails";
    } catch (TimeoutException e) {
      return "does not answer within " + PATIENCE_S + " s";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "was not waited for";
    }
  }

  private String disk() {
    Path folder = workspace.settings().tiles().toAbsolutePath().getParent();
    try {
      return Files.getFileStore(folder).getUsableSpace() < LEAST_FREE_BYTES
          ? "less than " + (LEAST_FREE_BYTES >> 20) + " MiB free" : OK;
    } catch (IOException e) {
      return "cannot be looked at";
    }
  }
}
