package org.parkland.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.parkland.access.Actor;
import org.parkland.land.Correction;
import org.parkland.land.Schema;

/** The log of corrections. Values are kept as text, the same statements in both homes. */
public record CorrectionTable(Schema parcels) {
  public List<Correction> after(Connection connection, long number) throws SQLException {
    List<Correction> entries = new ArrayList<>();
    try (PreparedStatement query =
        connection.prepareStatement("select * from correction where id > ? order by id")) {
      query.setLong(1, number);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          entries.add(entry(row));
        }
      }
    }
    return entries;
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

  /**
   * Adds an entry, and says so in the audit.
   *
   * @return the entry with the number it got
   */
  public static Correction append(Connection transaction, Actor actor, Correction draft) throws SQLException {
    Correction entry = insert(transaction, draft);
    AuditTable.append(transaction, actor, Deeds.corrected(entry));
    return entry;
  }

  private static Correction insert(Connection connection, Correction draft) throws SQLException {
    Correction.Evidence evidence = draft.evidence();
    Object[] values = {draft.parcel(), draft.attribute(), text(draft.before()), text(draft.value()),
      draft.takenBack(), draft.reason(), evidence == null ? null : evidence.name(),
      evidence == null ? null : evidence.sha256(), draft.by(), draft.at().toString()};
    try (PreparedStatement insert = connection.prepareStatement("insert into correction (parcel, attribute, before,"
        + " value, taken_back, reason, evidence, evidence_sha256, made_by, made_at)"
        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id")) {
      for (int i = 0; i < values.length; i++) {
        insert.setObject(i + 1, values[i]);
      }
      try (ResultSet row = insert.executeQuery()) {
        row.next();
        return draft.withNumber(row.getLong(1));
      }
    }
  }

  private static String text(Object value) {
    return value == null ? null : value.toString();
  }
}
