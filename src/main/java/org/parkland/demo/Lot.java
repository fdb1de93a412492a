package org.parkland.demo;

import org.locationtech.jts.geom.Coordinate;
import org.parkland.demo.SplitMesh.Edge;

/** A planning lot: part of a block with one use in each year, later divided into parcels. */
final class Lot {

  /** Where a supplied lot stands on the ladder of idle.md §4 on 2025-12-31. */
  enum State {
    NONE, UNSUPPLIED, NOT_DUE, OVERDUE, IDLE_ONE_YEAR, IDLE_TWO_YEARS, BUILDING, STOPPED_SHORT,
    IDLE_STOPPED, LATE, DONE, MISSING
  }

  final int number;
  final int block;
  /** An edge of the lot in its block's mesh; null once the parcels are written. */
  Edge face;
  /** Border as it was before the division into parcels, closed. */
  final Coordinate[] ring;
  /** Centre of the ring's vertices, EPSG:4547. */
  final double x;
  final double y;
  /** Ellipsoidal area, m². */
  final double areaM2;
  final Neighbourhood.Kind surroundings;
  final double industryPull;
  /** 0 north of 五邑路, 1 between 五邑路 and 会港大道, 2 south. */
  final int zone;

  LandUse in2020;
  LandUse in2025;
  LandUse planned;
  State state = State.NONE;
  boolean m0;
  boolean goodPark;
  boolean villagePark;
  /** Which of the four tests of inefficient land the lot fails; null for efficient land. */
  boolean[] fails;
  /** Floor area per m² of land, and vacant floor area per m² of land. */
  double plotRatio;
  double vacantPerM2;
  int parcels = 1;
  /** Number of parcels of the same state in earlier lots: the first few are edge cases. */
  int edgeCase;

  Lot(int number, int block, Edge face, Neighbourhood neighbourhood) {
    this.number = number;
    this.block = block;
    this.face = face;
    this.ring = SplitMesh.ringOf(face);
    double sumX = 0;
    double sumY = 0;
    for (int i = 1; i < ring.length; i++) {
      sumX += ring[i].x;
      sumY += ring[i].y;
    }
    x = sumX / (ring.length - 1);
    y = sumY / (ring.length - 1);
    areaM2 = SplitMesh.areaOf(face) / GaussKruger.areaScale(x);
    surroundings = neighbourhood.at(x, y);
    industryPull = neighbourhood.industryPull(x, y);
    zone = neighbourhood.zoneAt(x, y);
  }

  boolean idle() {
    return state == State.IDLE_ONE_YEAR || state == State.IDLE_TWO_YEARS
        || state == State.IDLE_STOPPED;
  }
}
