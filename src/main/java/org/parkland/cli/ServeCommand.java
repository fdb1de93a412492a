package org.parkland.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.parkland.analysis.Workspace;
import org.parkland.config.Setting;
import org.parkland.log.Logs;
import org.parkland.tile.MadeTiles;
import org.parkland.web.WebServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code parkland serve}: the map and the API. */
@Command(name = "serve", mixinStandardHelpOptions = true,
    description = "Serve the map and the API. Without --db the district's own database is used; it is made from"
        + " the pack when there is none.")
final class ServeCommand implements Callable<Integer> {
  /** No exit code: the process lives on in the server's threads. */
  static final int SERVING = -1;

  @Mixin
  private DatabaseOptions database;

  @Option(names = "--host", description = "Address to listen on (default: 127.0.0.1).")
  private String host;

  @Option(names = "--port", description = "Port to listen on, 0 for any free one (default: 8080).")
  private Integer port;

  @Option(names = "--max-upload", paramLabel = "MIB",
      description = "Largest file that may be sent to the page, in MiB (default: 4096).")
  private Integer mostUploadMib;

  @Option(names = "--tiles", paramLabel = "FILE.pmtiles",
      description = "Tiles made ahead with 'parkland tiles'; used as long as they are of the land that is shown.")
  private List<Path> tiles = List.of();

  @Override
  public Integer call() {
    List<MadeTiles> made = tiles.stream().map(MadeTiles::open).toList();
    database.set(Setting.HOST, host);
    database.set(Setting.PORT, port);
    database.set(Setting.UPLOAD_MIB, mostUploadMib);
    return serve(database.open(), made);
  }

  private static int serve(Workspace workspace, List<MadeTiles> made) {
    Logs.json(workspace.settings().values().text(Setting.LOG).equals("json"));
    WebServer server = WebServer.start(workspace, made);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> {
      server.close();
      workspace.close();
      made.forEach(MadeTiles::close);
    }));
    System.out.println("Parkland serves " + workspace.district().name() + " at " + server.address());
    return SERVING;
  }
}
