package org.parkland.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.parkland.tile.TileAddress;

/** Tiles and pages as a server would get them from PostGIS: one statement each, index and all. */
final class PostgisServing {
  private static final String TILE = """
      with tile as (select st_tileenvelope(?, ?, ?) as box)
      select st_asmvt(drawn, 'land', 4096, 'geom') from (
        select p.id, p.land_use as code, st_asmvtgeom(st_transform(p.geom, 3857), tile.box, 4096, 64, true) as geom
        from parkland.current_parcels p, tile
        where p.geom && st_expand(st_transform(tile.box, 4547), 200)) as drawn""";
  private static final String PAGE = """
      select json_build_object('type', 'FeatureCollection', 'features', json_agg(st_asgeojson(page.*)::json))
      from (select fid, id, location, land_use, registered_area_m2, st_transform(geom, 4326) as geom
        from parkland.current_parcels where fid > ? order by fid limit ?) as page""";

  private final Connection connection;

  PostgisServing(Connection connection) {
    this.connection = connection;
  }

  byte[] tile(TileAddress address) {
    try (PreparedStatement query = connection.prepareStatement(TILE)) {
      query.setInt(1, address.z());
      query.setInt(2, address.x());
      query.setInt(3, address.y());
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getBytes(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  String page(long after, int limit) {
    try (PreparedStatement query = connection.prepareStatement(PAGE)) {
      query.setLong(1, after);
      query.setInt(2, limit);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
