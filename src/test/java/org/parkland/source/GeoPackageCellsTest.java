package org.parkland.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.parkland.BadInput;
import org.parkland.source.GeoPackageCells.Column;
import org.parkland.source.GeoPackageCells.Kind;

/** However cells are fetched, their values are those that stand in the table. */
class GeoPackageCellsTest {
  private static final List<Column> COLUMNS = List.of(new Column("地块 \"名\"", Kind.TEXT), new Column("n", Kind.OTHER),
      new Column("d", Kind.DAY), new Column("t", Kind.TEXT));

  @Test
  void textsDaysAndNumbersComeAsTheyStand() throws SQLException {
    assertThat(read(COLUMNS, "甲", 0.1 + 0.2, "2015-07-01", "z")).isEqualTo(
        Map.of("地块 \"名\"", "甲", "n", 0.1 + 0.2, "d", LocalDate.of(2015, 7, 1), "t", "z"));
    assertThat(read(COLUMNS, null, null, null, null)).isEmpty();
    assertThat(read(COLUMNS, " ", 7, "2015-07-01T10:00:00Z", "")).isEqualTo(Map.of("n", 7, "d", LocalDate.of(2015, 7, 1)));
  }

  @Test
  void aTextThatHoldsTheMarkIsNotTakenApart() throws SQLException {
    assertThat(read(COLUMNS, "a\u001fb", 1, "2015-07-01", "\u001fc")).isEqualTo(
        Map.of("地块 \"名\"", "a\u001fb", "n", 1, "d", LocalDate.of(2015, 7, 1), "t", "\u001fc"));
  }

  @Test
  void aDayWrittenAsANumberStaysANumber() throws SQLException {
    assertThat(read(COLUMNS, "甲", null, 20150701, null)).isEqualTo(Map.of("地块 \"名\"", "甲", "d", 20150701));
  }

  @Test
  void whatIsNoDayIsRefusedByName() {
    assertThatThrownBy(() -> read(COLUMNS, "甲", null, "2015-13-01", null)).isInstanceOf(BadInput.class)
        .hasMessageContaining("a.gpkg row 1 field d: '2015-13-01' is not a date");
  }

  @Test
  void moreColumnsThanAFunctionTakesAreReadToo() throws SQLException {
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      columns.add(new Column("c" + i, i % 3 == 0 ? Kind.OTHER : Kind.TEXT));
    }
    Object[] values = IntStream.range(0, 200).mapToObj(i -> i % 7 == 0 ? null : i % 3 == 0 ? (Object) i : "v" + i).toArray();
    Map<String, Object> expected = IntStream.range(0, 200).boxed().filter(i -> values[i] != null)
        .collect(Collectors.toMap(i -> "c" + i, i -> values[i]));
    assertThat(read(columns, values)).isEqualTo(expected);
  }

  private static Map<String, Object> read(List<Column> columns, Object... values) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
      connection.createStatement().execute("create table t (" + columns.stream().map(each ->
          GeoPackageSource.quoted(each.name()) + (each.kind() == Kind.TEXT ? " text" : each.kind() == Kind.DAY ? " date" : ""))
          .collect(Collectors.joining(", ")) + ")");
      try (PreparedStatement insert = connection.prepareStatement("insert into t values ("
          + columns.stream().map(each -> "?").collect(Collectors.joining(", ")) + ")")) {
        for (int i = 0; i < values.length; i++) {
          insert.setObject(i + 1, values[i]);
        }
        insert.execute();
      }
      GeoPackageCells cells = new GeoPackageCells(connection, "t", columns);
      ResultSet row = connection.createStatement().executeQuery("select " + cells.selected() + " from t");
      assertThat(row.next()).isTrue();
      return cells.read(row, 1, "a.gpkg row 1");
    }
  }
}
