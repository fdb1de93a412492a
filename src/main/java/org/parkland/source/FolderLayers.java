package org.parkland.source;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.parkland.BadInput;

/**
 * The layers in a folder, however deep: every file of a known format. Read-me files, drawings' pictures and the like
 * are passed over; two layers of one name are told apart by their folders.
 */
final class FolderLayers extends SimpleFileVisitor<Path> {
  private static final int DEEPEST = 12;
  private static final int MOST_FILES = 10_000;
  private static final Set<String> SHAPEFILE_PARTS = Set.of(".dbf", ".shx", ".prj", ".cpg", ".sbn", ".sbx", ".qix",
      ".qmd", ".qpj", ".fix", ".xml", ".ain", ".aih", ".atx", ".ixs", ".mxs");

  private final Path root;
  private final Scratch scratch;
  private final List<Path> files = new ArrayList<>();
  private final List<Path> geodatabases = new ArrayList<>();

  private FolderLayers(Path root, Scratch scratch) {
    this.root = root;
    this.scratch = scratch;
  }

  static List<Format.Layer> of(Path root, Scratch scratch) {
    FolderLayers found = new FolderLayers(root, scratch);
    try {
      Files.walkFileTree(root, EnumSet.noneOf(java.nio.file.FileVisitOption.class), DEEPEST, found);
    } catch (IOException e) {
      throw new BadInput(root.toString(), "cannot be listed", "check its permissions", e);
    }
    List<Format.Layer> layers = found.layers();
    if (layers.isEmpty()) {
      throw found.nothing();
    }
    return layers;
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    if (OtherFormat.isGeodatabase(folder)) {
      geodatabases.add(folder);
      return FileVisitResult.SKIP_SUBTREE;
    }
    return !folder.equals(root) && isHidden(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    if (attributes.isRegularFile() && !isHidden(file)) {
      files.add(file);
    }
    if (files.size() > MOST_FILES) {
      throw new BadInput(root.toString(), "holds more than " + MOST_FILES + " files", "name the layer's own file");
    }
    return FileVisitResult.CONTINUE;
  }

  /** Hidden files and what a Mac packs beside the real ones. */
  private static boolean isHidden(Path path) {
    String name = String.valueOf(path.getFileName());
    return name.startsWith(".") || name.equals("__MACOSX");
  }

  private List<Format.Layer> layers() {
    List<Format.Layer> layers = new ArrayList<>();
    files.sort(null);
    for (Path file : files) {
      if (!SHAPEFILE_PARTS.contains(ending(file))) {
        Formats.of(file).ifPresent(format -> format.layers(file, scratch).forEach(each -> add(layers, file, each)));
      }
    }
    for (Path folder : geodatabases) {
      OtherFormat.GEODATABASE.layers(folder, scratch).forEach(each -> add(layers, folder, each));
    }
    return layers;
  }

  private void add(List<Format.Layer> layers, Path file, Format.Layer layer) {
    boolean taken = layers.stream().anyMatch(each -> each.name().equals(layer.name()));
    String name = taken ? root.relativize(file.resolveSibling(layer.name())).toString() : layer.name();
    layers.add(new Format.Layer(name, layer.opener()));
  }

  private BadInput nothing() {
    boolean shapefile = files.stream().anyMatch(each -> Set.of(".dbf", ".shx").contains(ending(each)));
    if (shapefile || files.isEmpty()) {
      return new BadInput(root.toString(), "holds no .shp file", "add the .shp, .shx and .dbf of one layer");
    }
    String names = String.join(", ", files.stream().limit(5).map(each -> root.relativize(each).toString()).toList());
    return new BadInput(root.toString(), "holds no layer that Parkland reads (" + names + ")",
        "add a Shapefile (.shp, .shx and .dbf), a GeoPackage, GeoJSON or a [地块坐标] text");
  }

  private static String ending(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot);
  }
}
