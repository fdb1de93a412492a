package org.parkland.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A square of 100 m cut into strips, as GeoJSON in EPSG:4526: small layers with any columns. */
final class Strips {
  private static final double EAST = 38_405_000;
  private static final double NORTH = 2_490_000;

  private Strips() {}

  /** A strip from so many metres east of the square's edge to so many; columns as {@code NAME=value}. */
  static String strip(double from, double to, String... columns) {
    String properties = String.join(",", Arrays.stream(columns)
        .map(each -> "\"" + each.substring(0, each.indexOf('=')) + "\":\"" + each.substring(each.indexOf('=') + 1) + "\"")
        .toList());
    return "{\"type\":\"Feature\",\"properties\":{" + properties + "},\"geometry\":" + ring(from, to) + "}";
  }

  private static String ring(double from, double to) {
    return String.format(Locale.ROOT, "{\"type\":\"Polygon\",\"coordinates\":[[[%1$f,%3$f],[%2$f,%3$f],[%2$f,%4$f],"
        + "[%1$f,%4$f],[%1$f,%3$f]]]}", EAST + from, EAST + to, NORTH, NORTH + 100);
  }

  static Path write(Path file, String... rows) throws IOException {
    return Files.writeString(file,
        "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",\n", rows) + "]}");
  }

  /** The whole square as the district. */
  static Path district(Path file) throws IOException {
    return write(file, strip(0, 100, "id=D", "name=小区", "kind=district"));
  }

  static Console run(String command, Path file, Path database, String... more) {
    List<String> arguments = new ArrayList<>(List.of(command, file.toString(), "--date", "2025-12-31", "--crs",
        "EPSG:4526", "--db", database.toString()));
    arguments.addAll(List.of(more));
    return Console.run(arguments.toArray(String[]::new));
  }
}
