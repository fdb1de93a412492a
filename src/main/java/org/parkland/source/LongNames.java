package org.parkland.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the columns of a shapefile were called before its ten bytes cut them: the list {@code <layer>_fields.csv} that
 * an export puts beside it. A list that does not fit the table column by column is passed over.
 */
final class LongNames {
  private static final String ENDING = "_fields.csv";
  private static final List<String> HEAD = List.of("字段", "原名称");
  private static final long LARGEST_BYTES = 1 << 20;

  private final Map<String, String> byCutName;

  private LongNames(Map<String, String> byCutName) {
    this.byCutName = byCutName;
  }

  /** @param columns of the table */
  static LongNames of(Path shp, List<String> columns) {
    Map<String, String> names = beside(shp).map(LongNames::read).orElse(Map.of());
    boolean fits = new HashSet<>(columns).equals(names.keySet())
        && new HashSet<>(names.values()).size() == names.size();
    return new LongNames(fits ? names : Map.of());
  }

  private static Optional<Path> beside(Path shp) {
    try (Stream<Path> files = Files.list(shp.toAbsolutePath().getParent())) {
      return files.filter(each -> each.getFileName().toString().equalsIgnoreCase(Format.stem(shp) + ENDING))
          .filter(each -> each.toFile().length() <= LARGEST_BYTES).findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> read(Path list) {
    Map<String, String> names = new HashMap<>();
    try (CsvRows rows = CsvRows.open(list, StandardCharsets.UTF_8)) {
      if (rows.layout().columns().size() < HEAD.size() || !rows.layout().columns().subList(0, HEAD.size()).equals(HEAD)) {
        return Map.of();
      }
      while (rows.peek() != null) {
        String[] row = rows.next();
        names.put(row[0], row[1]);
      }
    } catch (RuntimeException e) {
      return Map.of(); // somebody else's file: the table is read as it is
    }
    return names;
  }

  List<String> of(List<String> columns) {
    return columns.stream().map(each -> byCutName.getOrDefault(each, each)).toList();
  }

  Map<String, Object> of(Map<String, Object> values) {
    if (byCutName.isEmpty()) {
      return values;
    }
    Map<String, Object> named = new LinkedHashMap<>();
    values.forEach((column, value) -> named.put(byCutName.getOrDefault(column, column), value));
    return named;
  }
}
