package org.parkland.scenario;

import org.parkland.geometry.AreaMeasure;
import org.parkland.geometry.Reprojection;
import org.parkland.land.State;

/**
 * What changes of one layer are made with.
 *
 * @param measure of areas in the CRS of the layer
 * @param fromDrawn from the degrees of what is drawn to that CRS
 * @param smallestM2 below this a part is a sliver, not land
 */
public record Ground(State state, BaseLand land, AreaMeasure measure, Reprojection fromDrawn, double smallestM2) {}
