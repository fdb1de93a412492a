package org.parkland.scenario;

import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.parkland.land.ProtectionBlock;
import org.parkland.land.State;

/** One step of a planner. Geometries are in degrees, as drawn. */
public sealed interface Change {
  /** Parcels, or planned blocks, get another class. Land that gets one is no longer flagged M0. */
  record Reclass(State state, List<String> parcels, String code) implements Change {}

  /**
   * Land gets another planned class, wherever the plan draws its blocks: blocks are cut where they must be, and land
   * without a plan gets one.
   *
   * @param parcels current parcels whose land it is; empty where an area is drawn
   * @param area polygons; null where parcels are named
   */
  record Replan(List<String> parcels, Geometry area, String code) implements Change {}

  /** A parcel or block is divided along a line that must cross it from edge to edge. */
  record Split(State state, String parcel, Geometry line) implements Change {}

  /**
   * Neighbours with a common edge become one.
   *
   * @param code class of the whole; null for the class that most of its land has
   */
  record Merge(State state, List<String> parcels, String code) implements Change {}

  /**
   * Another protection line.
   *
   * @param blocks new ones, and new versions of those whose id stands in the line
   * @param removed ids of blocks that go
   */
  record Redraw(List<ProtectionBlock> blocks, List<String> removed) implements Change {}
}
