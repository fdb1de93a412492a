package org.parkland.source;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.parkland.BadInput;
import org.parkland.source.SourceLimits.Gdal;

/**
 * Converts a file into a temporary GeoPackage by GDAL's {@code ogr2ogr}, when that is installed. It runs as a process
 * of its own, without a shell, within limits of time and size, and is kept from the network.
 */
final class Ogr2ogr {
  private static final int LOOK_EVERY_MS = 50;
  private static final int SHOWN = 200;
  /** From util-linux; Debian always has it. */
  private static final Path PRLIMIT = Path.of("/usr/bin/prlimit");
  /** Of the caller's environment: what would configure GDAL, or lead around the proxy that leads nowhere. */
  private static final Pattern NOT_HANDED_ON = Pattern.compile("(?i)(GDAL|OGR|CPL|PG|AWS|PROJ|NO_PROXY|LD_).*");
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
      "GML_DOWNLOAD_SCHEMA", "NO",
      "PROJ_NETWORK", "OFF",
      "LIBKML_RESOLVE_STYLE", "NO");

  private final Path file;
  private final OtherFormat format;
  private final Gdal limits;
  private final Path folder;

  private Ogr2ogr(Path file, OtherFormat format, Scratch scratch) {
    this.file = file;
    this.format = format;
    this.limits = scratch.limits().gdal();
    this.folder = scratch.folder(file);
  }

  static List<Format.Layer> layers(Path file, OtherFormat format, Scratch scratch) {
    Path gpkg = new Ogr2ogr(file, format, scratch).convert();
    return GeoPackageSource.layers(gpkg).stream().map(each -> new Format.Layer(each.name(),
        how -> new Converted(each.opener().open(how), format.label()))).toList();
  }

  private Path program() {
    Stream<Path> places = !limits.program().isEmpty() ? Stream.of(Path.of(limits.program()))
        : Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            .filter(each -> !each.isEmpty()).map(each -> Path.of(each, "ogr2ogr"));
    return places.filter(Files::isExecutable).findFirst().orElseThrow(() -> new BadInput(file.toString(),
        "is " + format.label() + ", which Parkland reads through GDAL, and GDAL is not installed",
        "install the Debian package gdal-bin, or " + format.otherWay()));
  }

  private Path convert() {
    Path gpkg = folder.resolve("converted.gpkg");
    Path log = folder.resolve("ogr2ogr.log");
    ProcessBuilder builder = new ProcessBuilder(command(gpkg)).redirectErrorStream(true).redirectOutput(log.toFile())
        .directory(folder.toFile());
    builder.environment().keySet().removeIf(each -> NOT_HANDED_ON.matcher(each).matches());
    builder.environment().putAll(OFFLINE);
    try {
      int exit = run(builder.start(), gpkg);
      if (exit != 0 || !Files.exists(gpkg)) {
        throw new BadInput(file.toString(), "is " + format.label() + " that GDAL cannot read: " + said(log, folder),
            format.otherWay() + ", or save it in an older version of its format");
      }
      return gpkg;
    } catch (IOException e) {
      throw new BadInput(file.toString(), "cannot be converted by ogr2ogr", "check that gdal-bin is intact", e);
    }
  }

  private List<String> command(Path gpkg) {
    List<String> command = new ArrayList<>();
    if (Files.isExecutable(PRLIMIT)) {
      command.addAll(List.of(PRLIMIT.toString(), "--as=" + limits.memoryBytes(), "--fsize=" + limits.bytes(), "--core=0"));
    }
    command.addAll(List.of(program().toString(), "-f", "GPKG", "-nlt", "CONVERT_TO_LINEAR", "-dim", "XY", gpkg.toString(),
        file.toAbsolutePath().toString()));
    return command;
  }

  private int run(Process process, Path gpkg) throws IOException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(limits.seconds());
    try {
      process.getOutputStream().close();
      while (!process.waitFor(LOOK_EVERY_MS, TimeUnit.MILLISECONDS)) {
        if (System.nanoTime() > end) {
          throw new BadInput(file.toString(), "takes GDAL more than " + limits.seconds() + " seconds",
              "convert it to a GeoPackage by hand");
        }
        if (Files.exists(gpkg) && Files.size(gpkg) > limits.bytes()) {
          throw new BadInput(file.toString(), "becomes larger than " + (limits.bytes() >> 20) + " MiB",
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
