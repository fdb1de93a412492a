package org.parkland.analysis;

import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parkland.BadInput;
import org.parkland.access.Sight;
import org.parkland.access.Treatment;
import org.parkland.land.Feature;
import org.parkland.land.Snapshot;
import org.parkland.store.Condition;
import org.parkland.store.FeatureCursor;
import org.parkland.store.FeatureQuery;
import org.parkland.store.RowOrder;
import org.parkland.store.Store;

/**
 * Rows as a role sees them. What a query asks of a field that is not shown as it is cannot be asked of the database,
 * which would answer by the whole value.
 */
final class VeiledRows implements FeatureCursor {
  private final FeatureCursor rows;
  private final Sight sight;
  private final String codeColumn;
  private final Predicate<Feature> wanted;
  private final int limit;
  private Feature next;
  private long nextKey;
  private long key;
  private int given;

  private VeiledRows(FeatureCursor rows, Sight sight, String codeColumn, Predicate<Feature> wanted, int limit) {
    this.rows = rows;
    this.sight = sight;
    this.codeColumn = codeColumn;
    this.wanted = wanted;
    this.limit = limit;
  }

  /**
   * @param codeColumn the unclaimed column that figures are drawn from, or null
   * @throws BadInput if it is to be filtered or sorted by a field that is not shown
   */
  static FeatureCursor open(Store store, Snapshot snapshot, FeatureQuery query, Sight sight, String codeColumn) {
    refuse(query, sight);
    if (query.text() == null) {
      return new VeiledRows(store.features(snapshot, query), sight, codeColumn, each -> true, 0);
    }
    String text = query.text().toLowerCase(Locale.ROOT);
    FeatureQuery all = query.containing(null, 0);
    if (query.attributes() != null) {
      all = all.only(Stream.concat(query.attributes().stream(), FeatureQuery.SEARCHED.stream()).distinct()
          .toArray(String[]::new));
    }
    return new VeiledRows(store.features(snapshot, all), sight, codeColumn, each -> contains(each, text),
        query.limit());
  }

  private static boolean contains(Feature row, String text) {
    return FeatureQuery.SEARCHED.stream().map(row.attributes()::get)
        .anyMatch(each -> each instanceof String value && value.toLowerCase(Locale.ROOT).contains(text));
  }

  private static void refuse(FeatureQuery query, Sight sight) {
    Set<String> asked = query.order().keys().stream().map(RowOrder.Key::attribute)
        .collect(Collectors.toCollection(TreeSet::new));
    if (query.where() != null) {
      collect(query.where(), asked);
    }
    asked.stream().filter(each -> sight.ofAttribute(each) != Treatment.SHOWN).findFirst().ifPresent(each -> {
      throw new BadInput(each, "is not shown to your role as it is, so nothing can be filtered or sorted by it",
          "leave it out, or ask an administrator");
    });
  }

  private static void collect(Condition condition, Set<String> into) {
    if (condition instanceof Condition.AllOf all) {
      all.parts().forEach(each -> collect(each, into));
    } else if (condition instanceof Condition.AnyOf any) {
      any.parts().forEach(each -> collect(each, into));
    } else if (condition instanceof Condition.Not not) {
      collect(not.inner(), into);
    } else if (condition instanceof Condition.Compare compare) {
      into.add(compare.attribute());
    } else if (condition instanceof Condition.OneOf oneOf) {
      into.add(oneOf.attribute());
    } else if (condition instanceof Condition.Missing missing) {
      into.add(missing.attribute());
    }
  }

  @Override
  public boolean hasNext() {
    while (next == null && (limit == 0 || given < limit) && rows.hasNext()) {
      Feature row = veiled(rows.next());
      if (wanted.test(row)) {
        next = row;
        nextKey = keyOf(rows);
      }
    }
    return next != null;
  }

  private static long keyOf(FeatureCursor rows) {
    try {
      return rows.key();
    } catch (UnsupportedOperationException e) {
      return -1;
    }
  }

  private Feature veiled(Feature row) {
    return new Feature(row.row(), row.geometry(), sight.see(row.attributes()),
        row.extra() == null ? null : sight.seeColumns(row.extra(), codeColumn));
  }

  @Override
  public Feature next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Feature row = next;
    key = nextKey;
    next = null;
    given++;
    return row;
  }

  @Override
  public long key() {
    return key;
  }

  @Override
  public void close() {
    rows.close();
  }
}
