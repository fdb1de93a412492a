package org.parkland.store.postgis;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.parkland.land.Correction;
import org.parkland.land.Schema;
import org.parkland.store.CorrectionLog;
import org.parkland.store.sql.CorrectionTable;

/** The log of corrections on the server. */
record PostgisCorrections(Connections connections, Schema parcels) implements CorrectionLog {
  @Override
  public List<Correction> after(long number) {
    return connections.reading("list the corrections",
        connection -> new CorrectionTable(parcels).after(connection, number));
  }

  @Override
  public Correction append(Correction draft) {
    try (Connection connection = connections.writer()) {
      return CorrectionTable.append(connection, draft);
    } catch (SQLException e) {
      throw connections.failure("keep the correction", e);
    }
  }
}
