package org.parkland.web.edge;

import io.javalin.config.JavalinConfig;
import java.time.Duration;
import java.util.List;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.ConditionalHandler;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.parkland.config.Setting;
import org.parkland.config.Values;

/** Puts the limits of the settings around the routes. */
public final class Edge {
  /** Answered at once whatever goes on: whoever watches the server must not wait behind its work. */
  private static final String[] UNWEIGHED = {"/health", "/ready", "/metrics"};
  /** Long, but nearly all of it waiting for bytes. */
  private static final String[] UPLOADS = {"/api/uploads", "/api/uploads/*"};
  private static final String[] HEAVY = {"/api/print/map.pdf", "/api/report.pdf", "/report", "/api/export/*",
      "/api/workbooks/*", "/ogc/collections/pieces/*", "/api/candidates", "/api/funnel", "/api/assemblies", "/api/match",
      "^/api/scenarios/[^/]+/(report|export)\\..*$", "^/api/snapshots/[^/]+/findings\\.(csv|xlsx)$"};
  /** What an answer from what lies ready takes at most, on a slow machine that has much to do. */
  private static final Duration SHORT = Duration.ofMillis(100);
  /** Jetty's own: acceptors, selectors and what reserves threads for them. */
  private static final int OWN_THREADS = 16;

  private final Values settings;
  private final Metrics metrics;

  public Edge(Values settings, Metrics metrics) {
    this.settings = settings;
    this.metrics = metrics;
  }

  /** Shapes a server that is being configured. */
  public void configure(JavalinConfig config) {
    config.http.maxRequestSize = settings.mebibytes(Setting.BODY_MIB);
    config.jetty.threadPool = threads();
    config.jetty.modifyHttpConfiguration(this::limit);
    config.jetty.modifyServer(this::build);
  }

  /** As many as may work at once; what waits needs none. */
  private QueuedThreadPool threads() {
    int most = settings.whole(Setting.LIGHT) + settings.whole(Setting.HEAVY) + settings.whole(Setting.UPLOADS) + OWN_THREADS;
    QueuedThreadPool pool = new QueuedThreadPool(most);
    pool.setName("http");
    return pool;
  }

  private void limit(HttpConfiguration http) {
    http.setRequestHeaderSize(settings.kibibytes(Setting.HEADER_KIB));
    http.setIdleTimeout(settings.seconds(Setting.IDLE_SECONDS).toMillis());
    http.setSendServerVersion(false);
  }

  private void build(Server server) {
    WaitingRoom heavy = room("heavy", Setting.HEAVY, Setting.HEAVY_WAITING, Setting.HEAVY_PATIENCE_MS);
    heavy.includePath(HEAVY);
    WaitingRoom light = room("light", Setting.LIGHT, Setting.LIGHT_WAITING, Setting.LIGHT_PATIENCE_MS);
    Turns turns = new Turns(settings.whole(Setting.LIGHT_PER_PROCESSOR) * Runtime.getRuntime().availableProcessors(), SHORT);
    for (ConditionalHandler each : List.of(light, turns)) {
      each.excludePath(HEAVY);
      each.excludePath(UNWEIGHED);
      each.excludePath(UPLOADS);
    }
    heavy.setHandler(light);
    light.setHandler(turns);
    SlowClients patience = new SlowClients(
        heavy, settings.seconds(Setting.REQUEST_SECONDS), settings.whole(Setting.BYTES_PER_SECOND));
    server.setHandler(new GracefulHandler(new Front(patience)));
    server.setErrorHandler(new Refusals());
    server.setRequestLog(new RequestLines(metrics, settings.flag(Setting.LOG_REQUESTS)));
    server.setStopTimeout(settings.seconds(Setting.STOP_SECONDS).toMillis());
    server.addBean(new NetworkConnectionLimit(settings.whole(Setting.CONNECTIONS), server));
    metrics.room(heavy);
    metrics.room(light);
  }

  private WaitingRoom room(String name, Setting atOnce, Setting waiting, Setting patience) {
    return new WaitingRoom(name, settings.whole(atOnce), settings.whole(waiting),
        Duration.ofMillis(settings.whole(patience)));
  }
}
