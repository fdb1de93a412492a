/**
 * Takes a delivered layer into the store: maps its columns, reads its codes, mends its geometry openly, counts
 * what it leaves out, and stores all of it or nothing.
 */
package org.parkland.ingest;
