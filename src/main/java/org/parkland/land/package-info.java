/**
 * The words of the domain as records: parcels, units, classes, policies, snapshots and the figures drawn
 * from them. No I/O and no computation beyond what a word means. Areas are square metres, never rounded.
 */
package org.parkland.land;
