package org.parkland.ogc.tiles;

import java.time.LocalDate;
import org.parkland.land.State;
import org.parkland.tile.Tile;
import org.parkland.tile.TileAddress;

/** Where the vector tiles come from: the same as those of the map. */
@FunctionalInterface
public interface TileSource {
  /**
   * @param day null for the newest
   * @throws org.parkland.BadInput if there is no such land
   */
  Tile tile(State state, TileAddress address, LocalDate day);
}
