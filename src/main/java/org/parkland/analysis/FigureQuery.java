package org.parkland.analysis;

import org.parkland.geometry.AreaMethod;
import org.parkland.land.RedLinePolicy;
import org.parkland.land.State;

/** Which figures: of which layer, by which definition, measured how. */
public record FigureQuery(State state, RedLinePolicy policy, AreaMethod method) {}
