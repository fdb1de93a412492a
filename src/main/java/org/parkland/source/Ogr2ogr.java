package org.parkland.source;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.parkland.BadInput;

/**
 * Converts a file into a temporary GeoPackage by GDAL's {@code ogr2ogr}, when that is installed. It runs as a process
 * of its own, without a shell, within limits of time and size, and is kept from the network.
 */
final class Ogr2ogr {
  private static final long MOST_SECONDS = 600;
  private static final long MOST_BYTES = 8L << 30;
  private static final int LOOK_EVERY_MS = 50;
  private static final int SHOWN = 200;
  /** Drivers that would fetch what a file names; and proxies that lead nowhere, should another try. */
  private static final Map<String, String> OFFLINE = Map.of(
      "GDAL_SKIP", "HTTP,WFS,OAPIF,CSW,WCS,WMS,WMTS,NGW,PLSCENES,Carto,AmigoCloud,Elasticsearch,EEDA,EEDAI,GMLAS,"
          + "OGR_VRT,VRT,PostgreSQL,MySQL,MSSQLSpatial,ODBC,OCI,MongoDBv3,CouchDB,Cloudant",
      "CPL_CURL_ENABLE_VSIMEM", "NO",
      "CPL_VSIL_CURL_ALLOWED_EXTENSIONS", "{none}",
      "GDAL_HTTP_PROXY", "127.0.0.1:9",
      "http_proxy", "http://127.0.0.1:9",
      "https_proxy", "http://127.0.0.1:9",
      "GML_SKIP_RESOLVE_ELEMS", "ALL",
      "LIBKML_RESOLVE_STYLE", "NO");

  private Ogr2ogr() {}

  static List<Format.Layer> layers(Path file, OtherFormat format, Scratch scratch) {
    Path program = program().orElseThrow(() -> new BadInput(file.toString(),
        "is " + format.label() + ", which Parkland reads through GDAL, and GDAL is not installed",
        "install the Debian package gdal-bin, or " + format.otherWay()));
    Path gpkg = convert(program, file, format, scratch.folder(file));
    return GeoPackageSource.layers(gpkg).stream().map(each -> new Format.Layer(each.name(),
        how -> new Converted(each.opener().open(how), format.label()))).toList();
  }

  private static java.util.Optional<Path> program() {
    return Stream.of(System.getProperty("parkland.path", System.getenv().getOrDefault("PATH", "")).split(File.pathSeparator))
        .filter(each -> !each.isEmpty()).map(each -> Path.of(each, "ogr2ogr")).filter(Files::isExecutable).findFirst();
  }

  private static Path convert(Path program, Path file, OtherFormat format, Path folder) {
    Path gpkg = folder.resolve("converted.gpkg");
    Path log = folder.resolve("ogr2ogr.log");
    ProcessBuilder builder = new ProcessBuilder(program.toString(), "-f", "GPKG", "-nlt", "CONVERT_TO_LINEAR",
        "-dim", "XY", gpkg.toString(), file.toAbsolutePath().toString())
        .redirectErrorStream(true).redirectOutput(log.toFile()).directory(folder.toFile());
    builder.environment().keySet().removeIf(each -> each.toUpperCase(java.util.Locale.ROOT).matches("(GDAL|OGR|CPL|PG|AWS).*"));
    builder.environment().putAll(OFFLINE);
    try {
      int exit = run(builder.start(), gpkg, file);
      if (exit != 0 || !Files.exists(gpkg)) {
        throw new BadInput(file.toString(), "is " + format.label() + " that GDAL cannot read: " + said(log, folder),
            format.otherWay() + ", or save it in an older version of its format");
      }
      return gpkg;
    } catch (IOException e) {
      throw new BadInput(file.toString(), "cannot be converted by ogr2ogr", "check that gdal-bin is intact", e);
    }
  }

  private static int run(Process process, Path gpkg, Path file) throws IOException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(MOST_SECONDS);
    try {
      process.getOutputStream().close();
      while (!process.waitFor(LOOK_EVERY_MS, TimeUnit.MILLISECONDS)) {
        if (System.nanoTime() > end) {
          throw new BadInput(file.toString(), "takes GDAL more than " + MOST_SECONDS / 60 + " minutes",
              "convert it to a GeoPackage by hand");
        }
        if (Files.exists(gpkg) && Files.size(gpkg) > MOST_BYTES) {
          throw new BadInput(file.toString(), "becomes larger than " + (MOST_BYTES >> 30) + " GiB",
              "split it or convert it to a GeoPackage by hand");
        }
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BadInput(file.toString(), "was not converted: the import was stopped", "start it again", e);
    } finally {
      process.destroyForcibly();
    }
  }

  /** The first error GDAL reports, without the temporary folder's name. */
  private static String said(Path log, Path folder) throws IOException {
    String all = Files.exists(log) ? Files.readString(log, StandardCharsets.ISO_8859_1) : "";
    String line = all.lines().filter(each -> each.startsWith("ERROR") || each.startsWith("FAILURE")).findFirst()
        .orElse("no reason given").replace(folder.toString(), "");
    return line.substring(0, Math.min(SHOWN, line.length())).replaceAll("\\p{Cntrl}", " ").strip();
  }

  /** A layer of the temporary GeoPackage under its own format's name. */
  private record Converted(FeatureSource inner, String format) implements FeatureSource {
    @Override
    public SourceLayer layer() {
      return inner.layer().as(format);
    }

    @Override
    public List<Notice> notices() {
      return inner.notices();
    }

    @Override
    public boolean hasNext() {
      return inner.hasNext();
    }

    @Override
    public SourceFeature next() {
      return inner.next();
    }

    @Override
    public void close() {
      inner.close();
    }
  }
}
