/** OGC API – Tiles (20-057) with TileJSON, and the map's style for programs that read Mapbox styles. */
package org.parkland.ogc.tiles;
