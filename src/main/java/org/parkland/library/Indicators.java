package org.parkland.library;

import java.util.List;
import org.parkland.BadInput;
import org.parkland.analysis.Figures;
import org.parkland.land.LandUseRow;
import org.parkland.land.RedLine;
import org.parkland.land.Unit;

/** Figures of every unit. Areas are m², unrounded. */
public final class Indicators {
  private final Figures figures;

  Indicators(Figures figures) {
    this.figures = figures;
  }

  public List<Unit> units() {
    return figures.places().stream().map(figures::unit).toList();
  }

  /**
   * Numerator, denominator, ratio and verdict of a unit.
   *
   * @throws BadInput if there is no unit with this id
   */
  public RedLine redLine(String unit) {
    return figures.redLine(place(unit));
  }

  /** Area and parcels by land-use class, as deep as delivered. */
  public List<LandUseRow> landUse(String unit) {
    return figures.landUse(place(unit), false);
  }

  /** All there is to ask. */
  public Figures figures() {
    return figures;
  }

  private int place(String unit) {
    return figures.find(unit).orElseThrow(() -> new BadInput("unit '" + unit + "'", "there is no such unit",
        "use one of " + String.join(", ", units().stream().limit(10).map(Unit::id).toList())));
  }
}
