package org.parkland.tile.pmtiles;

/**
 * A line of a directory (specification, section 4).
 *
 * @param offset of the content, bytes from the start of its section
 * @param length of the content, bytes
 * @param run how many tiles in a row have this content; 0 if it is a directory further down
 */
record Entry(long tile, long offset, int length, int run) {}
