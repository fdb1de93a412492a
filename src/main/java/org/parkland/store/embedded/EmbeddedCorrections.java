package org.parkland.store.embedded;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.parkland.access.Actor;
import org.parkland.land.Correction;
import org.parkland.land.Schema;
import org.parkland.store.CorrectionLog;
import org.parkland.store.sql.CorrectionTable;

/** The log of corrections in the file; its table is made with the first entry, so that older files take one, too. */
record EmbeddedCorrections(Connections connections, Schema parcels, Actor actor) implements CorrectionLog {
  private static final List<String> TABLE = List.of(
      """
      create table if not exists correction (
        id integer primary key autoincrement not null, parcel text not null, attribute text not null,
        before text, value text, taken_back boolean not null, reason text not null,
        evidence text, evidence_sha256 text, made_by text not null, made_at text not null)""",
      """
      create trigger if not exists correction_keeps_rows before delete on correction
        begin select raise(abort, 'the log of corrections is never shortened'); end""",
      """
      create trigger if not exists correction_keeps_values before update on correction
        begin select raise(abort, 'the log of corrections is never changed'); end""",
      "insert or ignore into gpkg_contents (table_name, data_type, identifier, description)"
          + " values ('correction', 'attributes', 'correction', 'Corrections by the office')");

  @Override
  public List<Correction> after(long number) {
    return connections.reading("list the corrections", connection ->
        exists(connection) ? new CorrectionTable(parcels).after(connection, number) : List.of());
  }

  private static boolean exists(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return statement.executeQuery("select count(*) from sqlite_master where name = 'correction'").getInt(1) > 0;
    }
  }

  @Override
  public Correction append(Correction draft) {
    try {
      return connections.change(connection -> {
        try (Statement statement = connection.createStatement()) {
          for (String sql : TABLE) {
            statement.execute(sql);
          }
        }
        return CorrectionTable.append(connection, actor, draft);
      });
    } catch (SQLException e) {
      throw connections.failure("keep the correction", e);
    }
  }
}
