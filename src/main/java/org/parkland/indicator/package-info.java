/**
 * Figures drawn from pieces: land-use balance, red line, ledger. Pure computation; areas are square metres, sums
 * are exact ({@link org.parkland.land.ExactSum}) and do not depend on the order of the pieces.
 *
 * <p>No class code and no threshold stands here: both come in with policies and classifications.
 */
package org.parkland.indicator;
