package org.parkland.export;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.parkland.sink.Column;

/** Makes names of columns fit a format: none twice, whatever the case, and none too long. */
final class ColumnNames {
  private ColumnNames() {}

  /** The columns of a database table; a number is put behind a name that is taken. */
  static List<Column> distinct(List<Field> fields, Collection<String> taken) {
    Set<String> used = new HashSet<>(taken);
    List<Column> columns = new ArrayList<>();
    for (Field field : fields) {
      columns.add(new Column(free(field.name(), used, Integer.MAX_VALUE, null), field.type(), 0, 0));
    }
    return columns;
  }

  /** Names of so many bytes at most, in the order of the fields. */
  static List<String> cut(List<Field> fields, int bytes, Charset charset) {
    Set<String> used = new HashSet<>();
    // Names that need no cutting keep theirs, whatever stands before them.
    fields.stream().map(each -> fitting(each, bytes, charset)).filter(each -> size(each, charset) <= bytes)
        .forEach(each -> used.add(each.toLowerCase(Locale.ROOT)));
    Set<String> kept = new HashSet<>();
    List<String> names = new ArrayList<>();
    for (Field field : fields) {
      String name = fitting(field, bytes, charset);
      boolean fits = size(name, charset) <= bytes && kept.add(name.toLowerCase(Locale.ROOT));
      names.add(fits ? name : free(name, used, bytes, charset));
    }
    return names;
  }

  private static String fitting(Field field, int bytes, Charset charset) {
    return size(field.name(), charset) <= bytes ? field.name() : field.shortName();
  }

  private static String free(String wanted, Set<String> used, int bytes, Charset charset) {
    String name = charset == null ? wanted : head(wanted, bytes, charset);
    for (int i = 1; !used.add(name.toLowerCase(Locale.ROOT)); i++) {
      String end = "_" + i;
      name = (charset == null ? wanted : head(wanted, bytes - end.length(), charset)) + end;
    }
    return name;
  }

  /** Whole characters only. */
  private static String head(String name, int bytes, Charset charset) {
    String head = name;
    while (size(head, charset) > bytes) {
      head = head.substring(0, head.offsetByCodePoints(head.length(), -1));
    }
    return head;
  }

  private static int size(String name, Charset charset) {
    return name.getBytes(charset).length;
  }
}
