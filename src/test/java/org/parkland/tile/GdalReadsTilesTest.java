package org.parkland.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A tile read by GDAL's MVT driver (Debian package gdal-bin). */
class GdalReadsTilesTest {
  @TempDir Path directory;

  @Test
  void readsParcelsAndTheirCodes() throws Exception {
    Mesh mesh = new Mesh(30, 1_500, 11);
    LandTiles tiles = new LandTiles(mesh, new TileCache(directory.resolve("cache"), 1 << 20));
    TileAddress address = Tiles.middle(mesh, mesh.snapshot(), 16);
    Tile tile = tiles.tile(mesh.snapshot(), address, TileTags.NONE);
    Path file = directory.resolve(address.y() + ".mvt");
    Files.write(file, tile.bytes());
    String report = ogrinfo("-so", "-al", file.toString());
    assertThat(report).contains("Layer name: land", "id: String", "code: String",
        "Feature Count: " + Decoded.from(tile).size());
    assertThat(ogrinfo("-q", "-dialect", "sqlite", "-sql",
        "SELECT count(*) AS invalid FROM land WHERE NOT ST_IsValid(geometry)", file.toString()))
        .contains("invalid (Integer) = 0");
  }

  private static String ogrinfo(String... arguments) throws Exception {
    String[] command = new String[arguments.length + 1];
    command[0] = "ogrinfo";
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }
}
