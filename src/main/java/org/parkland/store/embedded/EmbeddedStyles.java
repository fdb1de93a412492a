package org.parkland.store.embedded;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.parkland.land.LayerKind;
import org.parkland.sink.GeoPackageStyles;
import org.parkland.sink.LayerStyle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The look of the layers in QGIS and others, kept in the file itself as the table {@code layer_styles}. */
record EmbeddedStyles(Map<LayerKind, LayerStyle> looks) {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedStyles.class);
  private static final String STYLED = "select count(*) from sqlite_master where name = 'layer_styles'";

  /** Gives a new layer its look, in the transaction of its import. */
  void add(Connection connection, String table, LayerKind kind) throws SQLException {
    LayerStyle look = looks.get(kind);
    if (look != null) {
      GeoPackageStyles.add(connection, table, look, Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    }
  }

  /** Gives a look to layers of an older program that have none. Not worth waiting for: the next opening tries again. */
  void complete(Connections connections) {
    Map<String, LayerKind> plain = looks.isEmpty() ? Map.of() : connections.reading("list the styles", this::plain);
    if (plain.isEmpty()) {
      return;
    }
    try {
      connections.writeUnlessBusy(connection -> {
        for (Map.Entry<String, LayerKind> each : plain.entrySet()) {
          add(connection, each.getKey(), each.getValue());
        }
      });
    } catch (SQLException e) {
      LOG.debug("the layers keep no style for now", e);
    }
  }

  /** Layers for which there is a look, and which have none. */
  private Map<String, LayerKind> plain(Connection connection) throws SQLException {
    Map<String, LayerKind> plain = new LinkedHashMap<>();
    try (Statement statement = connection.createStatement()) {
      boolean any;
      try (ResultSet count = statement.executeQuery(STYLED)) {
        any = count.next() && count.getInt(1) > 0;
      }
      String without = any ? " where table_name not in (select f_table_name from layer_styles)" : "";
      try (ResultSet row = statement.executeQuery("select table_name, kind from snapshot" + without)) {
        while (row.next()) {
          LayerKind kind = LayerKind.valueOf(row.getString(2).toUpperCase(Locale.ROOT));
          if (looks.containsKey(kind)) {
            plain.put(row.getString(1), kind);
          }
        }
      }
    }
    return plain;
  }
}
