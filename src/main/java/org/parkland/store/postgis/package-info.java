/**
 * The store on a server: PostgreSQL with PostGIS, everything in the schema {@code parkland}. Every snapshot is a
 * feature table of its own with a GiST index; the table {@code snapshot} lists them. The schema is made and
 * upgraded by the numbered SQL files beside the classes.
 */
package org.parkland.store.postgis;
