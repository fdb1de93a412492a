package org.parkland.source;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.parkland.BadInput;

/** The layers of a file or folder, found but not yet read. What was unpacked to find them goes when it is closed. */
final class LayerSet implements AutoCloseable {
  private final Path file;
  private final List<Format.Layer> layers;
  private final Scratch scratch;

  private LayerSet(Path file, List<Format.Layer> layers, Scratch scratch) {
    this.file = file;
    this.layers = layers;
    this.scratch = scratch;
  }

  /** @throws BadInput if the file is missing, damaged or of no known format */
  static LayerSet of(Path file, SourceLimits limits) {
    if (!Files.exists(file)) {
      throw new BadInput(file.toString(), "there is no such file", "check the path");
    }
    Scratch scratch = new Scratch(limits);
    try {
      return new LayerSet(file, find(file, scratch), scratch);
    } catch (RuntimeException e) {
      RuntimeException told = e instanceof BadInput bad ? scratch.renamed(bad) : e;
      scratch.close();
      throw told;
    }
  }

  private static List<Format.Layer> find(Path file, Scratch scratch) {
    if (Files.isDirectory(file)) {
      return FolderLayers.of(file, scratch);
    }
    return Beginning.of(file).isZip()
        ? FolderLayers.of(ZipFolder.unpack(file, scratch), scratch) : single(file, scratch);
  }

  private static List<Format.Layer> single(Path file, Scratch scratch) {
    return Formats.of(file).map(format -> format.layers(file, scratch)).orElseThrow(() -> unknown(file));
  }

  private static BadInput unknown(Path file) {
    Beginning start = Beginning.of(file);
    return CsvLayout.isTable(start) ? CsvSource.noShapes(file, CsvLayout.columns(start))
        : new BadInput(file.toString(), "is of no format that Parkland reads", "deliver a Shapefile (.shp or .zip), a"
            + " GeoPackage, GeoJSON, FlatGeobuf, a [地块坐标] text, or CSV with a WKT column or points");
  }

  List<Format.Layer> layers() {
    return layers;
  }

  /** Opens the layer asked for, or the only one. Closing it removes what was unpacked. */
  FeatureSource open(Reading how) {
    return new LayerOfSet(read(choose(how.layer()), how), scratch);
  }

  /** Opens one of the layers; what was unpacked stays. */
  FeatureSource read(Format.Layer layer, Reading how) {
    try {
      return layer.opener().open(how);
    } catch (BadInput e) {
      throw scratch.renamed(e);
    }
  }

  private Format.Layer choose(String name) {
    List<Format.Layer> fitting =
        layers.stream().filter(each -> name == null || each.name().equals(name)).toList();
    if (fitting.size() == 1) {
      return fitting.get(0);
    }
    String names = String.join(", ", layers.stream().map(Format.Layer::name).toList());
    throw name == null
        ? new BadInput(file.toString(), "holds " + layers.size() + " layers: " + names, "choose one with --layer")
        : new BadInput(file.toString(), "has no layer '" + name + "', only: " + names, "choose one of them with --layer");
  }

  @Override
  public void close() {
    scratch.close();
  }
}
