package org.parkland.source;

import java.nio.file.Path;
import java.util.List;

/** A file format: which layers a file of it holds, found without reading their rows. */
interface Format {
  /** A layer that can be opened. */
  record Layer(String name, Opener opener) {}

  /** Opens one layer. */
  interface Opener {
    /** @throws org.parkland.BadInput if the layer is damaged */
    FeatureSource open(Reading how);
  }

  /**
   * @param scratch for what must be unpacked or converted; it lives as long as the layers
   * @throws org.parkland.BadInput if the file is damaged
   */
  List<Layer> layers(Path file, Scratch scratch);

  /** A format whose files hold one layer each, named after the file. */
  static Format single(SingleOpener opener) {
    return (file, scratch) -> List.of(new Layer(stem(file), how -> opener.open(file, how)));
  }

  /** Opens the one layer of a file. */
  interface SingleOpener {
    FeatureSource open(Path file, Reading how);
  }

  /** The file's name without its ending. */
  static String stem(Path file) {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
