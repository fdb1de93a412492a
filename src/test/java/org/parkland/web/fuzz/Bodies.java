package org.parkland.web.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Bodies of requests: JSON as the page sends it, files as offices send them, both damaged. */
final class Bodies {
  private static final int LARGEST_SEED = 200_000;
  private static final List<String> JSON = List.of(
      "{\"name\":\"情景\",\"note\":\"x\",\"asOf\":\"2025-12-31\",\"changes\":[]}",
      "{\"changes\":[{\"kind\":\"class\",\"state\":\"current\",\"parcels\":[\"440704001009GB00804\"],\"code\":\"100102\"}]}",
      "{\"kind\":\"plan\",\"parcels\":[],\"area\":{\"type\":\"Polygon\",\"coordinates\":[[[113.1,22.5],[113.2,22.5],[113.2,22.6],"
          + "[113.1,22.5]]]},\"code\":\"0701\"}",
      "{\"kind\":\"split\",\"state\":\"current\",\"parcel\":\"440704001009GB00804\",\"line\":{\"type\":\"LineString\","
          + "\"coordinates\":[[113.0,22.5],[113.2,22.6]]}}",
      "{\"shape\":{\"type\":\"Point\",\"coordinates\":[113.1,22.55]}}",
      "{\"parcel\":\"440704001009GB00804\",\"field\":\"cause\",\"value\":\"政府\",\"reason\":\"x\",\"by\":\"fuzz\","
          + "\"evidenceName\":\"a.pdf\",\"evidenceBase64\":\"AAAA\"}",
      "{\"upload\":\"x\",\"kind\":\"parcels\",\"asOf\":\"2025-12-31\",\"by\":\"fuzz\",\"columns\":{\"land_use\":\"DLBM\"},"
          + "\"codes\":{\"M2\":\"100102\"},\"crs\":\"EPSG:4526\",\"encoding\":\"GBK\"}",
      "{\"reason\":\"x\",\"by\":\"fuzz\"}", "{\"id\":\"P1\",\"name\":\"x\",\"areaMinMu\":10,\"areaMaxMu\":90,\"class\":\"100102\"}",
      "{}", "[]", "null", "1", "\"x\"");
  private static final List<String> PARTS = List.of("null", "[]", "{}", "-1", "1e999", "\"\"", "true", "\"\\u0000\"", "1e-400",
      "[[[[[[]]]]]]", "\"2025-12-31\"", "{\"type\":\"Polygon\",\"coordinates\":[]}", "123456789012345678901234567890");

  private final Random random;
  private final Words words;
  private final List<byte[]> files;

  Bodies(Random random, Words words) {
    this.random = random;
    this.words = words;
    try (Stream<Path> found = Files.list(Path.of("src/test/resources/accepted"))) {
      this.files = found.filter(Files::isRegularFile).filter(each -> each.toFile().length() < LARGEST_SEED).sorted()
          .map(Bodies::bytes).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  byte[] json() {
    String text = words.one(JSON);
    for (int i = random.nextInt(3); i > 0; i--) {
      int from = random.nextInt(text.length() + 1);
      text = switch (random.nextInt(5)) {
        case 0 -> text.substring(0, from) + words.one(PARTS) + text.substring(from);
        case 1 -> text.replaceFirst(":[^,{}\\[\\]]+", ":" + java.util.regex.Matcher.quoteReplacement(words.one(PARTS)));
        case 2 -> text.substring(0, from);
        case 3 -> "[".repeat(random.nextInt(3_000)) + text;
        default -> text.replaceFirst("\"[^\"]*\"(?=[,}])", java.util.regex.Matcher.quoteReplacement(
            "\"" + words.value().replace("\\", "\\\\").replace("\"", "\\\"") + "\""));
      };
    }
    return text.getBytes(StandardCharsets.UTF_8);
  }

  byte[] file() {
    byte[] file = words.one(files).clone();
    for (int i = random.nextInt(6); i > 0 && file.length > 0; i--) {
      int at = random.nextInt(file.length);
      switch (random.nextInt(3)) {
        case 0 -> file[at] = (byte) random.nextInt(256);
        case 1 -> file[at] ^= (byte) (1 << random.nextInt(8));
        default -> file = java.util.Arrays.copyOf(file, 1 + random.nextInt(file.length));
      }
    }
    return file;
  }
}
