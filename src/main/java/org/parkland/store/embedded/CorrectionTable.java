package org.parkland.store.embedded;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.parkland.land.Correction;
import org.parkland.land.Schema;
import org.parkland.store.CorrectionLog;

/** The log of corrections as a table that takes rows and never lets one go; made with the first entry. */
final class CorrectionTable implements CorrectionLog {
  private static final List<String> TABLE = List.of(
      """
      create table if not exists correction (
        id integer primary key autoincrement not null, parcel text not null, attribute text not null,
        before text, value text, taken_back boolean not null, reason text not null,
        evidence text, evidence_sha256 text, made_by text not null, made_at datetime not null)""",
      """
      create trigger if not exists correction_keeps_rows before delete on correction
        begin select raise(abort, 'the log of corrections is never shortened'); end""",
      """
      create trigger if not exists correction_keeps_values before update on correction
        begin select raise(abort, 'the log of corrections is never changed'); end""",
      "insert or ignore into gpkg_contents (table_name, data_type, identifier, description)"
          + " values ('correction', 'attributes', 'correction', 'Corrections by the office')");

  private final Connections connections;
  private final Schema parcels;

  CorrectionTable(Connections connections, Schema parcels) {
    this.connections = connections;
    this.parcels = parcels;
  }

  @Override
  public List<Correction> after(long number) {
    return connections.reading("list the corrections", connection -> read(connection, number));
  }

  private List<Correction> read(Connection connection, long number) throws SQLException {
    List<Correction> entries = new ArrayList<>();
    if (!exists(connection)) {
      return entries;
    }
    try (PreparedStatement query =
        connection.prepareStatement("select * from correction where id > ? order by id")) {
      query.setLong(1, number);
      ResultSet row = query.executeQuery();
      while (row.next()) {
        entries.add(entry(row));
      }
    }
    return entries;
  }

  private static boolean exists(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return statement.executeQuery("select count(*) from sqlite_master where name = 'correction'").getInt(1) > 0;
    }
  }

  private Correction entry(ResultSet row) throws SQLException {
    String attribute = row.getString("attribute");
    String file = row.getString("evidence");
    return new Correction(row.getLong("id"), row.getString("parcel"), attribute,
        value(attribute, row.getString("before")), value(attribute, row.getString("value")),
        row.getBoolean("taken_back"), row.getString("reason"),
        file == null ? null : new Correction.Evidence(file, row.getString("evidence_sha256")),
        row.getString("made_by"), Instant.parse(row.getString("made_at")));
  }

  private Object value(String attribute, String text) {
    return text == null ? null : parcels.find(attribute).map(each -> each.read(text)).orElse(text);
  }

  @Override
  public Correction append(Correction draft) {
    long[] number = new long[1];
    try {
      connections.write(connection -> {
        try (Statement statement = connection.createStatement()) {
          for (String sql : TABLE) {
            statement.execute(sql);
          }
        }
        number[0] = insert(connection, draft);
      });
    } catch (SQLException e) {
      throw connections.failure("keep the correction", e);
    }
    return draft.withNumber(number[0]);
  }

  private static long insert(Connection connection, Correction draft) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement("insert into correction (parcel, attribute, before,"
        + " value, taken_back, reason, evidence, evidence_sha256, made_by, made_at)"
        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", Statement.RETURN_GENERATED_KEYS)) {
      Correction.Evidence evidence = draft.evidence();
      Object[] values = {draft.parcel(), draft.attribute(), text(draft.before()), text(draft.value()),
        draft.takenBack(), draft.reason(), evidence == null ? null : evidence.name(),
        evidence == null ? null : evidence.sha256(), draft.by(), draft.at().toString()};
      for (int i = 0; i < values.length; i++) {
        insert.setObject(i + 1, values[i]);
      }
      insert.execute();
      return insert.getGeneratedKeys().getLong(1);
    }
  }

  private static String text(Object value) {
    return value == null ? null : value.toString();
  }
}
