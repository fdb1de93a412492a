package org.parkland.source;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.parkland.BadInput;

/** Opens a file by what it contains, never by what its name says. */
public final class Sources {
  private Sources() {}

  /** @see #open(Path, Reading) */
  public static FeatureSource open(Path file, String layer, Charset encoding) {
    return open(file, new Reading(layer, encoding, null, false));
  }

  /**
   * @param how what the user decided; {@link Reading#AS_DELIVERED} where the file decides all
   * @throws BadInput if the file is missing, damaged, of no known format, or its layer must be named
   */
  public static FeatureSource open(Path file, Reading how) {
    LayerSet layers = LayerSet.of(file, how.limits());
    try {
      FeatureSource source = new LimitedSource(layers.open(how), file.toString(), how.limits());
      return how.swapAxes() ? new SwappedSource(source) : source;
    } catch (RuntimeException e) {
      layers.close();
      throw e;
    }
  }

  /**
   * What each layer of a file says of itself, without reading its rows where the format can tell without.
   *
   * <p>Of several layers one that cannot be read stands in the list with a warning, so that the others can be chosen.
   *
   * @param how its layer is passed over
   * @throws BadInput if the file, or its only layer, cannot be read
   */
  public static List<SourceLayer> layers(Path file, Reading how) {
    try (LayerSet found = LayerSet.of(file, how.limits())) {
      List<SourceLayer> layers = new ArrayList<>();
      for (Format.Layer each : found.layers()) {
        try (FeatureSource source =
            new LimitedSource(found.read(each, how.of(each.name())), file.toString(), how.limits())) {
          layers.add(source.layer().named(each.name()));
        } catch (BadInput e) {
          if (found.layers().size() == 1) {
            throw e;
          }
          layers.add(unreadable(each.name(), e));
        }
      }
      return layers;
    }
  }

  private static SourceLayer unreadable(String name, BadInput e) {
    return new SourceLayer("", name, List.of(), null, null, -1,
        List.of(Notice.of("unreadable", "problem", e.problem(), "remedy", e.remedy())));
  }

  /**
   * The first rows of one layer. A row that cannot be read ends them; the preview says why.
   *
   * @param rows how many at most
   * @throws BadInput if the layer cannot be opened, as {@link #open(Path, Reading)}
   */
  public static Preview preview(Path file, Reading how, int rows) {
    try (FeatureSource source = open(file, how)) {
      List<SourceFeature> first = new ArrayList<>();
      String problem = null;
      try {
        while (first.size() < rows && source.hasNext()) {
          first.add(source.next());
        }
      } catch (BadInput e) {
        problem = e.getMessage();
      }
      return new Preview(source.layer(), first, problem);
    }
  }
}
