package org.parkland.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parkland.SampleDistrict;
import org.parkland.analysis.Workspace;
import org.parkland.config.Setting;
import org.parkland.config.SettingsReader;
import org.parkland.tile.MadeTiles;
import org.parkland.web.WebServer;

/** {@code tiles} on a copy of the sample district, and the server over its file. */
class TilesCommandTest {
  private static final double EAST = 113.15;
  private static final double NORTH = 22.56;

  @TempDir
  private Path folder;
  private String database;
  private Path file;

  @BeforeEach
  void copySample() throws IOException {
    database = Files.copy(SampleDistrict.database(), folder.resolve("copy.gpkg")).toString();
    file = folder.resolve("land.pmtiles");
  }

  @Test
  void theServerAnswersFromTheFileWhatItWouldDraw() throws Exception {
    Console console = Console.run("tiles", "--db", database, "--zoom", "11-14", "--out", file.toString());
    assertThat(console.exit()).as(console.err()).isZero();
    assertThat(console.out()).contains("land.pmtiles: ").contains(" tiles, zoom 11 to 14, ");
    try (Workspace workspace = Workspace.open(SettingsReader.of(null, database).with(Setting.PORT, "0"));
        MadeTiles made = MadeTiles.open(file);
        WebServer drawing = WebServer.start(workspace);
        WebServer serving = WebServer.start(workspace, List.of(made))) {
      for (int zoom = 11; zoom <= 15; zoom++) {
        byte[] drawn = get(drawing, zoom);
        assertThat(drawn).hasSizeGreaterThan(1_000);
        assertThat(get(serving, zoom)).as("zoom " + zoom).isEqualTo(drawn);
      }
    }
  }

  private static byte[] get(WebServer server, int zoom) throws IOException, InterruptedException {
    double latitude = Math.toRadians(NORTH);
    int x = (int) ((EAST + 180) / 360 * (1 << zoom));
    int y = (int) ((1 - Math.log(Math.tan(latitude) + 1 / Math.cos(latitude)) / Math.PI) / 2 * (1 << zoom));
    HttpResponse<byte[]> answer = HttpClient.newHttpClient().send(HttpRequest.newBuilder(
        URI.create(server.address() + "/tiles/current/" + zoom + "/" + x + "/" + y + ".mvt")).build(),
        HttpResponse.BodyHandlers.ofByteArray());
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }

  @Test
  void aRangeThatIsNoneAndAFileThatCannotBeWrittenAreRefused() {
    for (String zooms : List.of("15-8", "x", "8-23", "")) {
      assertThat(Console.run("tiles", "--db", database, "--zoom", zooms, "--out", file.toString()).exit()).isEqualTo(2);
    }
    Console console = Console.run("tiles", "--db", database, "--zoom", "12",
        "--out", folder.resolve("no/such/land.pmtiles").toString());
    assertThat(console.exit()).isEqualTo(3);
    assertThat(console.err()).contains("cannot be written");
    Console world = Console.run("serve", "--db", database, "--port", "0", "--tiles", database);
    assertThat(world.exit()).isEqualTo(3);
    assertThat(world.err()).contains("cannot be read as tiles: is no PMTiles archive");
  }
}
