package org.parkland.store.postgis;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Envelope;
import org.parkland.store.sql.Dialect.Clause;

/** Which parts of a feature table a query needs. Safe to share between threads. */
final class Parts {
  private final Map<String, List<Part>> byTable = new ConcurrentHashMap<>();

  /** To be called before the clauses of a table are asked for. */
  void read(Connection connection, String table) throws SQLException {
    byTable.put(table, Part.of(connection, table));
  }

  /** Only parts that meet the box; a part's box is around whole parcels. */
  Clause meeting(String table, Envelope box) {
    return only(table, part -> part.box().intersects(box));
  }

  /** Only the part that can hold a parcel number, and the one for whatever has none of its own. */
  Clause holding(String table, String id) {
    String county = County.of(id);
    return only(table, part -> part.county().equals(county) || part.county().equals(County.NONE));
  }

  /** The server leaves out the other parts, because tables are partitioned by this column. */
  private Clause only(String table, Predicate<Part> wanted) {
    List<Part> all = byTable.getOrDefault(table, List.of());
    List<Object> counties = new ArrayList<>(all.stream().filter(wanted).map(Part::county).toList());
    if (counties.size() == all.size()) {
      return new Clause("", List.of());
    }
    return counties.isEmpty() ? new Clause(" and 1 = 0", List.of())
        : new Clause(counties.stream().map(each -> "?").collect(Collectors.joining(", ", " and county in (", ")")),
            counties);
  }
}
