package org.parkland.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.parkland.BadInput;

/** Opens a file by what it contains, never by what its name says. */
public final class Sources {
  private static final byte[] SQLITE = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final byte[] SHP = {0, 0, 0x27, 0x0a};

  private Sources() {}

  /**
   * @param layer name of the layer where the file holds several; null for the only one
   * @param encoding of text, or null to decide from the bytes
   * @throws BadInput if the file is missing, damaged, of no known format, or its layer must be named
   */
  public static FeatureSource open(Path file, String layer, Charset encoding) {
    if (!Files.exists(file)) {
      throw new BadInput(file.toString(), "there is no such file", "check the path");
    }
    if (Files.isDirectory(file)) {
      return openShapefileIn(file, layer, encoding);
    }
    byte[] start = start(file);
    if (startsWith(start, ZIP)) {
      return openZip(file, layer, encoding);
    }
    requireHonestName(file, start);
    if (startsWith(start, SQLITE)) {
      return GeoPackageSource.open(file, layer);
    }
    if (startsWith(start, SHP)) {
      return ShapefileSource.open(file, encoding);
    }
    if (isJson(start)) {
      return GeoJsonSource.open(file);
    }
    throw new BadInput(file.toString(), "is of no format that Parkland reads",
        "deliver a Shapefile (.shp or .zip), a GeoPackage or GeoJSON");
  }

  private static FeatureSource openZip(Path zip, String layer, Charset encoding) {
    ZipFolder folder = ZipFolder.unpack(zip);
    try {
      FeatureSource inner = folder.isShapefile()
          ? openShapefileIn(folder.path(), layer, encoding)
          : open(folder.onlyFile(), layer, encoding);
      return new ZippedSource(inner, folder);
    } catch (RuntimeException e) {
      folder.close();
      throw e instanceof BadInput bad ? folder.renamed(bad) : e;
    }
  }

  private static FeatureSource openShapefileIn(Path folder, String layer, Charset encoding) {
    List<Path> found = shapefiles(folder);
    List<Path> wanted = found.stream().filter(each -> layer == null || layerName(each).equals(layer)).toList();
    if (wanted.size() == 1) {
      return ShapefileSource.open(wanted.get(0), encoding);
    }
    String names = String.join(", ", found.stream().map(Sources::layerName).toList());
    throw found.isEmpty()
        ? new BadInput(folder.toString(), "holds no .shp file", "add the .shp, .shx and .dbf of one layer")
        : new BadInput(folder.toString(), "holds " + found.size() + " layers: " + names,
            "choose one with --layer");
  }

  private static List<Path> shapefiles(Path folder) {
    try (Stream<Path> files = Files.walk(folder, 3)) {
      return files.filter(each -> each.toString().toLowerCase(Locale.ROOT).endsWith(".shp")).sorted().toList();
    } catch (IOException e) {
      throw new BadInput(folder.toString(), "cannot be listed", "check its permissions", e);
    }
  }

  private static String layerName(Path shp) {
    String name = shp.getFileName().toString();
    return name.substring(0, name.length() - ".shp".length());
  }

  /** A name that promises another format means the file was swapped or cut: reading on would mislead. */
  private static void requireHonestName(Path file, byte[] start) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    requireHonest(file, name.endsWith(".zip"), false, "a ZIP archive");
    requireHonest(file, name.endsWith(".gpkg"), startsWith(start, SQLITE), "a GeoPackage");
    requireHonest(file, name.endsWith(".shp"), startsWith(start, SHP), "a Shapefile");
    requireHonest(file, name.endsWith(".geojson") || name.endsWith(".json"), isJson(start), "GeoJSON");
  }

  private static void requireHonest(Path file, boolean named, boolean is, String format) {
    if (named && !is) {
      throw new BadInput(file.toString(), "is not " + format + " although its name says so",
          "ask for the file again, or give it its right name");
    }
  }

  private static boolean isJson(byte[] start) {
    String text = new String(start, StandardCharsets.UTF_8).replace("\uFEFF", "").stripLeading();
    return text.startsWith("{");
  }

  private static boolean startsWith(byte[] bytes, byte[] magic) {
    return bytes.length >= magic.length && Arrays.equals(bytes, 0, magic.length, magic, 0, magic.length);
  }

  private static byte[] start(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(64);
    } catch (IOException e) {
      throw new BadInput(file.toString(), "cannot be read", "check its permissions", e);
    }
  }
}
