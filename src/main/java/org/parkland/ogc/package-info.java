/**
 * The open interfaces of the OGC as plain request → response: Features (parts 1, 2, 3), Tiles and styles. Knows
 * no web server; {@link org.parkland.ogc.OgcService} is the way in.
 */
package org.parkland.ogc;
