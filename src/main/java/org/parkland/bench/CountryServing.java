package org.parkland.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.locationtech.jts.geom.Envelope;

/** A server process over a {@link Country}, asked as a map and a page ask. */
final class CountryServing {
  private static final int FIRST_ZOOM = 8;
  private static final int LAST_ZOOM = 16;
  private static final int TILES_PER_ZOOM = 60;
  private static final double HALF_WORLD_M = Math.PI * 6_378_137;

  private final HttpClient client = HttpClient.newHttpClient();
  private final String address;

  private CountryServing(String address) {
    this.address = address;
  }

  static void measure(List<String> command, Map<String, Object> result) throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (BufferedReader out = process.inputReader()) {
      String line = out.readLine();
      result.put("openSeconds", seconds(start));
      new CountryServing(line.substring(line.indexOf("http"))).ask(start, result);
      result.put("residentMb", memoryMb(process, "VmRSS"));
      result.put("peakMb", memoryMb(process, "VmHWM"));
    } finally {
      process.destroy();
      process.waitFor();
    }
  }

  private void ask(long start, Map<String, Object> result) {
    Random random = new Random(1);
    get(tile(FIRST_ZOOM, random));
    result.put("firstTileAfterSeconds", seconds(start));
    Timings redLine = new Timings();
    redLine.time(() -> get("/api/redline"));
    result.put("redLineSeconds", redLine.totalSeconds());
    result.put("redLineAfterSeconds", seconds(start));
    for (int zoom = FIRST_ZOOM; zoom <= LAST_ZOOM; zoom++) {
      Timings timings = new Timings();
      for (int i = 0; i < TILES_PER_ZOOM; i++) {
        String path = tile(zoom, random);
        timings.time(() -> get(path));
      }
      result.put("z" + zoom + "MedianMs", timings.medianMs());
      result.put("z" + zoom + "P99Ms", timings.p99Ms());
    }
  }

  private static String tile(int zoom, Random random) {
    Envelope box = Country.mercatorBox();
    double side = 2 * HALF_WORLD_M / (1 << zoom);
    int x = (int) ((box.getMinX() + random.nextDouble() * box.getWidth() + HALF_WORLD_M) / side);
    int y = (int) ((HALF_WORLD_M - box.getMinY() - random.nextDouble() * box.getHeight()) / side);
    return "/tiles/current/" + zoom + "/" + x + "/" + y + ".mvt";
  }

  private byte[] get(String path) {
    try {
      HttpResponse<byte[]> answer = client.send(
          HttpRequest.newBuilder(URI.create(address + path)).build(), HttpResponse.BodyHandlers.ofByteArray());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(path + " is answered with " + answer.statusCode());
      }
      return answer.body();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static long memoryMb(Process process, String field) throws IOException {
    return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
        .filter(each -> each.startsWith(field)).mapToLong(each -> Long.parseLong(each.replaceAll("\\D", "")) / 1024)
        .findFirst().orElse(0);
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
