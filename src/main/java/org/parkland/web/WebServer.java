package org.parkland.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.staticfiles.Location;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.eclipse.jetty.io.EofException;
import org.parkland.BadInput;
import org.parkland.analysis.ImportDesk;
import org.parkland.analysis.LandAnalysis;
import org.parkland.analysis.Passes;
import org.parkland.analysis.Workspace;
import org.parkland.config.BaseMap;
import org.parkland.config.BaseMapFile;
import org.parkland.config.Settings;
import org.parkland.ogc.OgcService;
import org.parkland.tile.MadeTiles;
import org.parkland.web.edge.Edge;
import org.parkland.web.edge.Metrics;
import org.parkland.web.edge.RequestNote;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** The HTTP server over one workspace. */
public final class WebServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);
  private static final String REQUEST = "request";
  /** For the log: no client gets it. */
  private static final int CLIENT_GONE = 408;
  private static final String LEAFLET = "/META-INF/resources/webjars/leaflet/1.9.4";
  /** Files of the page up to this size are compressed once and kept. */
  private static final int COMPRESSED_ONCE_BYTES = 1 << 20;
  /** The page and its painting thread ask for the same modules, a moment apart; later they ask whether there are newer. */
  private static final Map<String, String> FRESH_A_MOMENT = Map.of("Cache-Control", "private, max-age=10");
  /** The pictures of base maps come from the hosts the office named, and from nowhere else. */
  private static final String CONTENT_SECURITY = "default-src 'self'; img-src 'self' data: blob:%s; style-src 'self';"
      + " object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

  private final Javalin server;
  private final String address;
  private final ImportDesk imports;
  private final WarmUp warmUp;
  private final Passes passes;

  private WebServer(Javalin server, String host, Passes passes, ImportDesk imports, WarmUp warmUp) {
    this.server = server;
    this.passes = passes;
    this.imports = imports;
    this.warmUp = warmUp;
    this.address = "http://" + host + ":" + server.port();
  }

  /**
   * Starts listening.
   *
   * @throws BadInput if the address cannot be taken
   */
  public static WebServer start(Workspace workspace) {
    return start(workspace, List.of());
  }

  /**
   * The same with tiles made ahead.
   *
   * @param made closed by the caller, after the server
   */
  public static WebServer start(Workspace workspace, List<MadeTiles> made) {
    return start(workspace, made, Clock.systemUTC());
  }

  /** The same by another clock, which says when sessions, tokens and waits end. */
  static WebServer start(Workspace workspace, Clock clock) {
    return start(workspace, List.of(), clock);
  }

  private static WebServer start(Workspace workspace, List<MadeTiles> made, Clock clock) {
    Access.requireSafe(workspace);
    Settings settings = workspace.settings();
    LandAnalysis analysis = new LandAnalysis(workspace);
    MapTiles tiles = new MapTiles(workspace, analysis, made);
    WarmUp warmUp = new WarmUp(analysis, tiles);
    ImportDesk imports = new ImportDesk(workspace, stored -> warmUp.begin());
    Javalin server = Javalin.create(config -> configure(config, workspace, analysis, tiles, imports, warmUp, clock));
    requireNeeds(server);
    try {
      server.start(settings.host(), settings.port());
    } catch (RuntimeException e) {
      server.stop();
      imports.close();
      warmUp.close();
      throw new BadInput(settings.host() + ":" + settings.port(), "cannot be listened on",
          "stop the other program, or choose another port with --port", e);
    }
    warmUp.begin();
    return new WebServer(server, settings.host(), analysis.passes(), imports, warmUp);
  }

  private static void configure(JavalinConfig config, Workspace workspace, LandAnalysis analysis, MapTiles tiles,
      ImportDesk imports, WarmUp warmUp, Clock clock) {
    config.startup.showJavalinBanner = false;
    Metrics metrics = new Metrics();
    new Edge(workspace.settings().values(), metrics).configure(config);
    config.appData(Json.READER, Json.reader(workspace.settings().values()));
    config.staticFiles.add(files -> {
      files.directory = workspace.settings().web().toString();
      files.location = Location.EXTERNAL;
      files.precompressMaxSize = COMPRESSED_ONCE_BYTES;
      files.headers = FRESH_A_MOMENT;
    });
    config.staticFiles.add(files -> {
      files.hostedPath = "/webjars/leaflet";
      files.directory = LEAFLET;
      files.location = Location.CLASSPATH;
      files.precompressMaxSize = COMPRESSED_ONCE_BYTES;
      files.headers = FRESH_A_MOMENT;
    });
    List<BaseMap> baseMaps = BaseMapFile.read(workspace.settings().baseMaps());
    String security = contentSecurity(baseMaps);
    Access access = new Access(workspace, clock, config.unsafe.internalRouter);
    config.routes.before(context -> secure(context, security));
    config.routes.before(context -> MDC.put(REQUEST, RequestNote.of(context.req()).id()));
    config.routes.before(access::require);
    config.routes.beforeMatched(access::check);
    config.routes.after(WebServer::noteRoute);
    meter(metrics, tiles, imports);
    WatchRoutes watch = new WatchRoutes(workspace, warmUp, metrics);
    new RoleViews(workspace.sights(), sight -> {
      Workspace seen = workspace.seenBy(sight);
      RouteTable routes = new RouteTable();
      watch.addTo(routes);
      access.addTo(routes);
      addRoutes(routes, seen, seen == workspace ? analysis : new LandAnalysis(seen), tiles, baseMaps);
      new ImportRoutes(imports).addTo(routes);
      new SnapshotRoutes(seen, imports, new Handouts(workspace.store())).addTo(routes);
      new AuditRoutes(workspace.store()).addTo(routes);
      new ProgressRoutes(analysis.passes()).addTo(routes);
      new TileRoutes(analysis, tiles).addTo(routes);
      return routes;
    }).addTo(config.routes);
    config.routes.exception(Problem.class, (e, context) -> answer(context, e));
    config.routes.exception(BadInput.class, (e, context) -> answer(context, Problem.badInput(e.getMessage())));
    config.routes.exception(HttpResponseException.class,
        (e, context) -> answer(context, Problem.of(e, context.path())));
    config.routes.exception(EofException.class, (e, context) -> gone(e, context));
    config.routes.exception(CancellationException.class,
        (e, context) -> answer(context, Problem.busy("the server is being stopped")));
    config.routes.exception(Exception.class, WebServer::failure);
  }

  private static void addRoutes(
      RouteTable routes, Workspace workspace, LandAnalysis analysis, MapTiles tiles, List<BaseMap> baseMaps) {
    new ChartLibrary().addTo(routes);
    new DistrictRoutes(workspace, analysis, baseMaps).addTo(routes);
    new FigureRoutes(workspace, analysis).addTo(routes);
    new CountedRoutes(workspace, analysis).addTo(routes);
    new ReportRoutes(workspace, analysis).addTo(routes);
    new ParcelRoutes(workspace, analysis).addTo(routes);
    new IdleRoutes(analysis).addTo(routes);
    new StockRoutes(analysis).addTo(routes);
    new SiteRoutes(workspace, analysis).addTo(routes);
    new CorrectionRoutes(analysis.corrections()).addTo(routes);
    new ScenarioRoutes(workspace, analysis).addTo(routes);
    new PrintRoutes(workspace, analysis).addTo(routes);
    new LayerRoutes(workspace, analysis).addTo(routes);
    new ExportRoutes(workspace, analysis).addTo(routes);
    new WorkbookRoutes(workspace, analysis).addTo(routes);
    new FindingRoutes(workspace).addTo(routes);
    new OgcRoutes(new OgcService(workspace, analysis, tiles, List.of())).addTo(routes);
  }

  /** @throws IllegalStateException if somebody has added a route that does not say what it needs */
  private static void requireNeeds(Javalin server) {
    server.unsafe.internalRouter.allHttpHandlers().stream().map(each -> each.endpoint)
        .filter(each -> each.method.isHttpMethod() && Gate.rolesOf(each).isEmpty()).findFirst().ifPresent(each -> {
          throw new IllegalStateException("the route " + each.method + " " + each.path + " does not say what it needs");
        });
  }

  private static void meter(Metrics metrics, MapTiles tiles, ImportDesk imports) {
    metrics.counter("parkland.tiles.drawn", "tiles drawn", tiles, MapTiles::drawn);
    metrics.counter("parkland.tiles.kept", "tiles answered from memory or disk", tiles, MapTiles::kept);
    metrics.gauge("parkland.imports.waiting", "imports that wait or run", imports, ImportDesk::unfinished);
    metrics.counter("parkland.imports", "imports that came to their end", imports, ImportDesk::finished);
  }

  /** The last that matched: handlers before it match every path. */
  private static void noteRoute(Context context) {
    if (context.endpoints().lastHttpEndpoint() != null) {
      RequestNote.of(context.req()).route(context.endpoints().lastHttpEndpoint().path);
    }
    MDC.remove(REQUEST);
  }

  private static String contentSecurity(List<BaseMap> baseMaps) {
    return CONTENT_SECURITY.formatted(baseMaps.stream().flatMap(each -> each.origins().stream()).distinct()
        .map(each -> " " + each).collect(Collectors.joining()));
  }

  private static void secure(Context context, String security) {
    context.header("Content-Security-Policy", security);
    context.header("X-Content-Type-Options", "nosniff");
    context.header("X-Frame-Options", "DENY");
    context.header("Referrer-Policy", "no-referrer");
    context.header("Cross-Origin-Resource-Policy", "same-origin");
  }

  /** The client went away, or was cut for its slowness; nobody is there to be answered. */
  private static void gone(EofException e, Context context) {
    LOG.info("the client of {} {} went away: {}", context.method(), context.path(), String.valueOf(e.getMessage()));
    context.status(CLIENT_GONE);
  }

  /** What nobody foresaw: the log has the trace under the request's id, the user only the id. */
  private static void failure(Exception e, Context context) {
    String request = RequestNote.of(context.req()).id();
    LOG.error("request {} failed: {} {}", request, context.method(), context.path(), e);
    answer(context, Problem.internal(request));
  }

  private static void answer(Context context, Problem problem) {
    context.status(problem.status());
    Json.answer(context, problem.body(context.path()), "application/problem+json");
  }

  /** What is answered, as {@code GET /api/units}: what the description of the API has to tell of. */
  public List<String> routes() {
    return server.unsafe.internalRouter.allHttpHandlers().stream().map(each -> each.endpoint)
        .filter(each -> each.method.isHttpMethod()).map(each -> each.method + " " + each.path).toList();
  }

  /** {@code http://host:port}. */
  public String address() {
    return address;
  }

  /** First nobody comes in any more, then what runs in the background ends; only then may the store be closed. */
  @Override
  public void close() {
    try {
      server.stop();
    } catch (RuntimeException e) {
      // What is closed below must be closed all the same.
      LOG.warn("some requests did not end in time and were cut: {}", String.valueOf(e.getMessage()));
    }
    passes.end();
    imports.close();
    warmUp.close();
  }
}
