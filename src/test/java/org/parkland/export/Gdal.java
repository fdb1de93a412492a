package org.parkland.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** GDAL as an independent reader. Needs the Debian package gdal-bin. */
final class Gdal {
  private Gdal() {}

  /** What GDAL reads of the one layer of a file, as text by column, with the area in the plane as {@code AREA}. */
  static List<Map<String, String>> rows(Path file, Path folder) throws IOException, InterruptedException {
    String source = file.toString().endsWith(".zip") ? "/vsizip/" + file : file.toString();
    String layer = layer(source);
    Path out = folder.resolve("gdal.csv");
    Files.deleteIfExists(out);
    run("ogr2ogr", "-f", "CSV", out.toString(), source, "-dialect", "OGRSQL", "-sql",
        "SELECT *, OGR_GEOM_AREA AS AREA FROM \"" + layer + "\"");
    try (MappingIterator<Map<String, String>> rows = new CsvMapper().readerFor(Map.class)
        .with(CsvSchema.emptySchema().withHeader()).readValues(Files.readAllBytes(out))) {
      return rows.readAll();
    }
  }

  /** Name of the first layer. */
  static String layer(String source) throws IOException, InterruptedException {
    return run("ogrinfo", "-ro", "-q", source).lines().findFirst().orElseThrow()
        .replaceFirst("^\\d+: ", "").replaceFirst(" \\([^()]*\\)$", "");
  }

  /** Runs a program that must succeed without a warning; returns what it printed. */
  static String run(String... command) throws IOException, InterruptedException {
    Path errors = Files.createTempFile("gdal", ".err");
    Process process = new ProcessBuilder(new ArrayList<>(List.of(command))).redirectError(errors.toFile()).start();
    String printed = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    int exit = process.waitFor();
    assertThat(Files.readString(errors)).as(String.join(" ", command)).isEmpty();
    Files.delete(errors);
    assertThat(exit).isZero();
    return printed;
  }
}
