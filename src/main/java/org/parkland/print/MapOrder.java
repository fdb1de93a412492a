package org.parkland.print;

import java.time.LocalDate;
import java.util.Set;
import org.locationtech.jts.geom.Envelope;
import org.parkland.analysis.DayLayers;
import org.parkland.land.RedLinePolicy;
import org.parkland.land.State;

/**
 * Which map is printed, and how: what is on the screen, on a sheet.
 *
 * @param day the layers
 * @param today for which idle land is marked; null for the day of the data
 * @param state whose land is shown
 * @param degrees the ground to show, at least its middle; CGCS2000 degrees
 * @param scale the n of 1:n, or 0 for the largest round scale at which the ground fits
 * @param title free text
 * @param layers keys of lines, boundaries and places, as {@code units:zone}
 * @param look how the land looks
 * @param grid whether coordinates stand along the frame
 * @param policy whose definition is printed
 */
public record MapOrder(DayLayers day, LocalDate today, State state, Envelope degrees, int scale, Paper paper,
    Orientation orientation, String title, Set<String> layers, Look look, boolean grid, RedLinePolicy policy,
    Language language) {

  /** What is written on parcels. */
  public enum Labels { NONE, NUMBER, CLASS }

  /**
   * @param idleMarks whether idle and inefficient land is hatched
   * @param only the class that is brought out; null for all
   * @param opacity of the land, 0.2–1
   */
  public record Look(boolean idleMarks, boolean patterns, Labels labels, String only, double opacity) {
    public static final Look PLAIN = new Look(true, false, Labels.NONE, null, 1);
  }

  /** The layers a map shows where none are named. */
  public static final Set<String> USUAL_LAYERS =
      Set.of("units:district", "units:zone", "protection:1", "protection:2", "reference:places");
}
