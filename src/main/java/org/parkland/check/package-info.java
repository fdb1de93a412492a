/**
 * Checks of delivered layers: row by row while they are read, and as a whole once they are stored. Each finding has a
 * code of the catalogue, a place, a figure, who has to mend it, and a remedy; all of them are kept, and written out
 * for the office that delivered.
 */
package org.parkland.check;
