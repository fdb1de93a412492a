package org.parkland.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.staticfiles.Location;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.parkland.BadInput;
import org.parkland.analysis.ImportDesk;
import org.parkland.analysis.LandAnalysis;
import org.parkland.analysis.Workspace;
import org.parkland.config.BaseMap;
import org.parkland.config.BaseMapFile;
import org.parkland.config.Settings;
import org.parkland.ogc.OgcService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP server over one workspace. */
public final class WebServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);
  private static final String LEAFLET = "/META-INF/resources/webjars/leaflet/1.9.4";
  /** A correction carries its evidence; in Base64 a file of 15 MB fits. */
  private static final long MOST_BODY_BYTES = 20_000_000;
  /** Files of the page up to this size are compressed once and kept. */
  private static final int COMPRESSED_ONCE_BYTES = 1 << 20;
  /** The pictures of base maps come from the hosts the office named, and from nowhere else. */
  private static final String CONTENT_SECURITY = "default-src 'self'; img-src 'self' data: blob:%s; style-src 'self';"
      + " object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

  private final Javalin server;
  private final String address;
  private final ImportDesk imports;

  private WebServer(Javalin server, String host, ImportDesk imports) {
    this.server = server;
    this.imports = imports;
    this.address = "http://" + host + ":" + server.port();
  }

  /**
   * Starts listening.
   *
   * @throws BadInput if the address cannot be taken
   */
  public static WebServer start(Workspace workspace) {
    Settings settings = workspace.settings();
    LandAnalysis analysis = new LandAnalysis(workspace);
    TileRoutes tiles = new TileRoutes(workspace, analysis);
    ImportDesk imports = new ImportDesk(workspace, stored -> warmUp(analysis, tiles));
    Javalin server = Javalin.create(config -> configure(config, workspace, analysis, tiles, imports));
    try {
      server.start(settings.host(), settings.port());
    } catch (RuntimeException e) {
      server.stop();
      imports.close();
      throw new BadInput(settings.host() + ":" + settings.port(), "cannot be listened on",
          "stop the other program, or choose another port with --port", e);
    }
    warmUp(analysis, tiles);
    return new WebServer(server, settings.host(), imports);
  }

  /** What cannot be drawn now is told to whoever asks for it; an empty database is no failure of the start. */
  private static void warmUp(LandAnalysis analysis, TileRoutes tiles) {
    Thread thread = new Thread(() -> {
      try {
        tiles.warmUp();
        analysis.warmUp();
      } catch (BadInput e) {
        LOG.info("nothing to draw yet: {}", e.getMessage());
      }
    }, "warm-up");
    thread.setDaemon(true);
    thread.start();
  }

  private static void configure(
      JavalinConfig config, Workspace workspace, LandAnalysis analysis, TileRoutes tiles, ImportDesk imports) {
    config.startup.showJavalinBanner = false;
    config.http.maxRequestSize = MOST_BODY_BYTES;
    config.staticFiles.add(files -> {
      files.directory = workspace.settings().web().toString();
      files.location = Location.EXTERNAL;
      files.precompressMaxSize = COMPRESSED_ONCE_BYTES;
    });
    config.staticFiles.add(files -> {
      files.hostedPath = "/webjars/leaflet";
      files.directory = LEAFLET;
      files.location = Location.CLASSPATH;
      files.precompressMaxSize = COMPRESSED_ONCE_BYTES;
    });
    SameOrigin sameOrigin = new SameOrigin(workspace.settings().host());
    List<BaseMap> baseMaps = BaseMapFile.read(workspace.settings().baseMaps());
    String security = contentSecurity(baseMaps);
    config.routes.before(context -> secure(context, security));
    config.routes.before(sameOrigin::require);
    config.routes.before(Caller::attachLocal);
    config.routes.get("/health", context -> Json.answer(context, Map.of("status", "ready")));
    new ChartLibrary().addTo(config.routes);
    new DistrictRoutes(workspace, analysis, baseMaps).addTo(config.routes);
    new FigureRoutes(workspace, analysis).addTo(config.routes);
    new ProgressRoutes(analysis.passes()).addTo(config.routes);
    new CountedRoutes(workspace, analysis).addTo(config.routes);
    new ReportRoutes(workspace, analysis).addTo(config.routes);
    new ParcelRoutes(workspace, analysis).addTo(config.routes);
    new IdleRoutes(analysis).addTo(config.routes);
    new StockRoutes(analysis).addTo(config.routes);
    new SiteRoutes(workspace, analysis).addTo(config.routes);
    new CorrectionRoutes(analysis.corrections()).addTo(config.routes);
    new ImportRoutes(imports).addTo(config.routes);
    new SnapshotRoutes(imports).addTo(config.routes);
    new ScenarioRoutes(workspace, analysis).addTo(config.routes);
    new PrintRoutes(workspace, analysis).addTo(config.routes);
    new LayerRoutes(workspace, analysis).addTo(config.routes);
    new ExportRoutes(workspace, analysis).addTo(config.routes);
    new WorkbookRoutes(workspace, analysis).addTo(config.routes);
    new FindingRoutes(workspace).addTo(config.routes);
    tiles.addTo(config.routes);
    new OgcRoutes(new OgcService(workspace, analysis, tiles, List.of())).addTo(config.routes);
    config.routes.exception(Problem.class, (e, context) -> answer(context, e));
    config.routes.exception(BadInput.class, (e, context) -> answer(context, Problem.badInput(e.getMessage())));
    config.routes.exception(HttpResponseException.class,
        (e, context) -> answer(context, Problem.of(e, context.path())));
    config.routes.exception(Exception.class, WebServer::failure);
  }

  private static String contentSecurity(List<BaseMap> baseMaps) {
    return CONTENT_SECURITY.formatted(baseMaps.stream().flatMap(each -> each.origins().stream()).distinct()
        .map(each -> " " + each).collect(Collectors.joining()));
  }

  private static void secure(Context context, String security) {
    context.header("Content-Security-Policy", security);
    context.header("X-Content-Type-Options", "nosniff");
    context.header("Referrer-Policy", "no-referrer");
  }

  /** What nobody foresaw: the log has the trace under a number, the user only the number. */
  private static void failure(Exception e, Context context) {
    String number = UUID.randomUUID().toString().substring(0, 8);
    LOG.error("request {} failed: {} {}", number, context.method(), context.path(), e);
    answer(context, Problem.internal(number));
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

  @Override
  public void close() {
    server.stop();
    imports.close();
  }
}
