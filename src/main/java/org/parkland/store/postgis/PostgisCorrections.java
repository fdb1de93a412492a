package org.parkland.store.postgis;

import java.util.List;
import org.parkland.access.Actor;
import org.parkland.land.Correction;
import org.parkland.land.Schema;
import org.parkland.store.CorrectionLog;
import org.parkland.store.sql.CorrectionTable;

/** The log of corrections on the server. */
record PostgisCorrections(Connections connections, Schema parcels, Actor actor) implements CorrectionLog {
  @Override
  public List<Correction> after(long number) {
    return connections.reading("list the corrections",
        connection -> new CorrectionTable(parcels).after(connection, number));
  }

  @Override
  public Correction append(Correction draft) {
    return connections.changing("keep the correction",
        connection -> CorrectionTable.append(connection, actor, draft));
  }
}
