package org.parkland.tile.pmtiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives as our reader and the format's own JavaScript reader see them. */
class PmtilesFileTest {
  private static final Path SCRIPT = Path.of("src/test/resources/org/parkland/tile/pmtiles/read.mjs");
  private static final double[] BOX = {113.1, 22.5, 113.2, 22.6};

  @TempDir
  private Path folder;

  /** By number, with an address each. */
  private record Wanted(String address, byte[] content) {}

  /** Half of the tiles of a zoom, many of them alike, so that there are runs, gaps and directories of two levels. */
  private static TreeMap<Long, Wanted> tiles(int zoom, int seed) {
    TreeMap<Long, Wanted> tiles = new TreeMap<>();
    Random random = new Random(seed);
    for (int x = 0; x < 1 << zoom; x++) {
      for (int y = 0; y < 1 << zoom; y++) {
        if (random.nextBoolean()) {
          String content = y % 16 < 8 ? "water" : "tile " + random.nextLong();
          tiles.put(TileIds.of(zoom, x, y),
              new Wanted(zoom + "/" + x + "/" + y, content.getBytes(StandardCharsets.UTF_8)));
        }
      }
    }
    return tiles;
  }

  private Path write(TreeMap<Long, Wanted> tiles, int minZoom, int maxZoom) throws IOException {
    Path file = folder.resolve("land.pmtiles");
    try (PmtilesWriter writer = new PmtilesWriter(file)) {
      for (var each : tiles.entrySet()) {
        writer.add(each.getKey(), each.getValue().content());
      }
      writer.finish(minZoom, maxZoom, BOX, "{\"name\":\"土地\"}");
    }
    return file;
  }

  @Test
  void theFormatsOwnReaderFindsTheSameTiles() throws Exception {
    TreeMap<Long, Wanted> tiles = tiles(8, 1);
    tiles.putAll(tiles(3, 2));
    Path file = write(tiles, 3, 8);
    List<String> asked = new ArrayList<>();
    for (int i = 0; i < 256; i++) {
      asked.add("8/" + i + "/" + (i * 37 % 256));
    }
    for (int i = 0; i < 64; i++) {
      asked.add("3/" + i / 8 + "/" + i % 8);
    }
    List<String> answers = node(file, asked);
    JsonNode header = new ObjectMapper().readTree(answers.get(0));
    assertThat(header.path("minZoom").asInt()).isEqualTo(3);
    assertThat(header.path("maxZoom").asInt()).isEqualTo(8);
    assertThat(header.path("numAddressedTiles").asInt()).isEqualTo(tiles.size());
    assertThat(header.path("numTileContents").asInt()).isLessThan(tiles.size() * 6 / 10);
    assertThat(header.path("numTileEntries").asInt()).isLessThan(tiles.size());
    assertThat(header.path("leafDirectoryLength").asInt()).isPositive();
    assertThat(header.path("minLon").asDouble()).isEqualTo(113.1);
    assertThat(header.path("metadata").path("name").asText()).isEqualTo("土地");
    try (PmtilesReader reader = new PmtilesReader(file)) {
      for (int i = 0; i < asked.size(); i++) {
        long number = number(asked.get(i));
        Wanted wanted = tiles.get(number);
        String expected = wanted == null ? "none" : sha256(wanted.content());
        assertThat(answers.get(i + 1)).isEqualTo(asked.get(i) + " " + expected);
        assertThat(reader.find(number).map(PmtilesFileTest::sha256).orElse("none")).isEqualTo(expected);
      }
    }
  }

  @Test
  void everyTileComesBackAndNoOther() throws IOException {
    TreeMap<Long, Wanted> tiles = tiles(7, 3);
    try (PmtilesReader reader = new PmtilesReader(write(tiles, 7, 7))) {
      for (long number = TileIds.first(7); number < TileIds.first(8); number++) {
        Wanted wanted = tiles.get(number);
        assertThat(reader.find(number).isPresent()).isEqualTo(wanted != null);
        if (wanted != null) {
          assertThat(reader.find(number)).contains(wanted.content());
        }
      }
      assertThat(reader.find(TileIds.first(8))).isEmpty();
      assertThat(reader.find(0)).isEmpty();
    }
  }

  @Test
  void anArchiveWithoutTiles() throws IOException {
    try (PmtilesReader reader = new PmtilesReader(write(new TreeMap<>(), 0, 0))) {
      assertThat(reader.find(0)).isEmpty();
    }
  }

  @Test
  void whatIsNotFinishedLeavesNothingAndWhatWasThereStays() throws IOException {
    Path file = folder.resolve("land.pmtiles");
    Files.writeString(file, "before");
    try (PmtilesWriter writer = new PmtilesWriter(file)) {
      writer.add(5, new byte[] {1});
      assertThatThrownBy(() -> writer.add(5, new byte[] {2})).hasMessageContaining("does not come after");
    }
    assertThat(file).hasContent("before");
    assertThat(folder.toFile().list()).containsExactly("land.pmtiles");
  }

  @Test
  void damagedFilesAreRefused() throws IOException {
    byte[] whole = Files.readAllBytes(write(tiles(5, 4), 5, 5));
    for (int length : new int[] {0, 6, 100, 127, 200}) {
      Path cut = Files.write(folder.resolve("cut.pmtiles"), java.util.Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> new PmtilesReader(cut)).isInstanceOf(IOException.class);
    }
    whole[7] = 2;
    Path older = Files.write(folder.resolve("older.pmtiles"), whole);
    assertThatThrownBy(() -> new PmtilesReader(older)).hasMessage("is no PMTiles archive of version 3");
  }

  private static long number(String address) {
    String[] parts = address.split("/");
    return TileIds.of(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
  }

  private static List<String> node(Path file, List<String> addresses) throws IOException, InterruptedException {
    Process node = new ProcessBuilder("node", SCRIPT.toString(), file.toString()).redirectErrorStream(true).start();
    try (var in = node.outputWriter(StandardCharsets.UTF_8)) {
      in.write(String.join("\n", addresses));
    }
    List<String> lines = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    assertThat(node.waitFor()).as(String.join("\n", lines)).isZero();
    return lines;
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
