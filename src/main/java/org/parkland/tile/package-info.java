/**
 * Vector tiles (Mapbox Vector Tile 2.1) of a snapshot of parcels or planned blocks. Start at
 * {@link org.parkland.tile.LandTiles}.
 *
 * <p>A tile with few parcels shows each as its own polygon, with its number. Where there are too many to tell
 * apart, land is merged by class: codes are burnt into a raster, and its regions are traced back to polygons,
 * so that the picture and the shares of the classes stay true. The merged tiles of a large snapshot are made
 * together, in one pass over its parcels, and kept in {@link org.parkland.tile.TileCache}.
 *
 * <p>Frames: a snapshot has its own CRS; "Mercator" means Web Mercator metres (EPSG:3857), y to the north;
 * "tile units" are 1/4096 of a tile's side, from its north-west corner, y to the south; "pixels" are raster
 * cells counted from the north-west corner of the world, y to the south. Web Mercator exists nowhere else in
 * Parkland.
 */
package org.parkland.tile;
