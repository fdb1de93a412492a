package org.parkland.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * A server of its own on the sample under load from loopback: first as many connections as asked for, each sending its
 * next request when the last is answered; then ten times what that carried, sent whether answered or not.
 */
@Command(name = "load", mixinStandardHelpOptions = true,
    description = "Tiles and figures under load while files are imported, then ten times as much as can be carried.")
final class LoadBench implements Callable<Integer> {
  private static final int TIMES_TOO_MUCH = 10;
  private static final int WARM_UP_S = 15;
  /** Fewer than the server lets be open, so that each is answered, by 503 if need be. */
  private static final int FLOOD_CONNECTIONS = 1_800;
  private static final List<String> TARGETS = List.of("/tiles/current/12/3335/1779.mvt", "/tiles/current/14/13342/7117.mvt",
      "/tiles/planned/13/6671/3558.mvt", "/api/units", "/api/redline", "/api/landuse?unit=Z1", "/api/district", "/api/classes");

  @Option(names = "--connections", defaultValue = "200", description = "Connections (default: ${DEFAULT-VALUE}).")
  private int connections;

  @Option(names = "--seconds", defaultValue = "60", description = "Of the first part (default: ${DEFAULT-VALUE}).")
  private int seconds;

  @Option(names = "--flood-seconds", defaultValue = "20", description = "Of the second (default: ${DEFAULT-VALUE}).")
  private int floodSeconds;

  @Override
  public Integer call() throws Exception {
    Path folder = Files.createTempDirectory("parkland-load");
    try (ServedDistrict served = ServedDistrict.start(ServedDistrict.SAMPLE, folder.resolve("load.gpkg"), "1g", folder.resolve("log"))) {
      LoadClient client = new LoadClient(served.address(), TARGETS);
      // The virtual machine compiles itself and draws what is drawn once; its first seconds are not what a server
      // carries. The first of a flood are told apart for the same reason: refusals go another way.
      client.closed(connections, WARM_UP_S);
      LoadClient.Result carried;
      long imported;
      try (ImportLoop imports = new ImportLoop(served.address())) {
        carried = client.closed(connections, seconds);
        imported = imports.begun();
      }
      print(connections + " connections for " + seconds + " s, " + imported + " imports begun beside them", carried);
      double rate = TIMES_TOO_MUCH * carried.answered() / (double) seconds;
      List<LoadClient.Result> flood = client.open(FLOOD_CONNECTIONS, rate, WARM_UP_S, floodSeconds);
      String wanted = String.format(Locale.ROOT, "%,.0f requests/s wanted on %d connections", rate, FLOOD_CONNECTIONS);
      print(wanted + ", the first " + WARM_UP_S + " s, in which they are made", flood.get(0));
      print(wanted + " for " + floodSeconds + " s more", flood.get(1));
      print("as many connections as at first again, 10 s", client.closed(connections, 10));
    }
    return 0;
  }

  private static void print(String what, LoadClient.Result result) throws IOException {
    System.out.printf(Locale.ROOT, "load: %s: %,d sent, %,.0f answered 200 a second, p50 %.0f ms, p99 %.0f ms, longest %.0f ms;"
        + " 503 %,d, other statuses %,d, failed %,d%n", what, result.sent(), result.perSecond(), result.ms(0.5), result.ms(0.99),
        result.ms(1), result.refused(), result.other(), result.failed());
  }
}
