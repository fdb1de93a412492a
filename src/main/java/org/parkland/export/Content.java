package org.parkland.export;

import java.util.List;
import org.parkland.geometry.Crs;
import org.parkland.sink.LayerStyle;

/** A table that can be handed out; reading it twice gives the same rows. */
public interface Content {
  /** What it is called in words, without characters that a file name cannot have: {@code 江海区_宗地_2025-12-31}. */
  String title();

  /** Of the shapes; null where rows have none. */
  Crs crs();

  /** Whether all shapes are polygons. */
  boolean isPolygonal();

  List<Field> fields();

  /** Rows, or -1 where only reading tells. */
  long count();

  /**
   * @param shapes false where the format has no place for them: then a list comes in its own order
   */
  Rows rows(boolean shapes);

  /** How GIS programs are to draw it; null where nothing is said. */
  LayerStyle style();

  /** The columns of the exchange text [地块坐标]; null where the content has no plots. */
  default PlotFields plots() {
    return null;
  }

  /**
   * Places of the fields of a plot.
   *
   * @param id plot number
   * @param name plot name, -1 for none
   * @param use name of the class, -1 for none
   * @param code of the class
   */
  record PlotFields(int id, int name, int use, int code) {}
}
