package org.parkland.store.postgis;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.parkland.bench.TemporaryPostgis;
import org.parkland.store.Rows;
import org.parkland.store.Store;
import org.parkland.store.StoreContractTest;

/** The contract, held by a real PostGIS. */
class PostgisStoreContractTest extends StoreContractTest {
  private static TemporaryPostgis server;

  @BeforeAll
  static void start() {
    server = TemporaryPostgis.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Override
  protected void clear() throws SQLException {
    try (Connection connection = server.connect(); Statement statement = connection.createStatement()) {
      statement.execute("drop schema if exists parkland cascade");
    }
  }

  @Override
  protected Store open() {
    return PostgisStore.open(server.jdbcUrl(), Rows.schemas());
  }
}
