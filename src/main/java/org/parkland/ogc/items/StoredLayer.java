package org.parkland.ogc.items;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Envelope;
import org.parkland.geometry.Crs;
import org.parkland.land.Attribute;
import org.parkland.land.Feature;
import org.parkland.land.LayerKind;
import org.parkland.land.Schema;
import org.parkland.land.Snapshot;
import org.parkland.store.FeatureCursor;
import org.parkland.store.FeatureQuery;
import org.parkland.store.RowOrder;
import org.parkland.store.Snapshots;
import org.parkland.store.Store;

/**
 * The layers of one kind as delivered. An item is a row of a snapshot and its id {@code snapshot-row}, which never
 * means another: snapshots do not change.
 */
public final class StoredLayer implements FeatureSet {
  private static final Pattern ID = Pattern.compile("(\\d{1,18})-(\\d{1,18})");

  private final String id;
  private final LayerKind kind;
  private final Store store;
  private final Schema schema;
  private final List<Attribute> attributes;
  private final Extents extents;

  /** @param added attributes {@code layer} and {@code as_of}, which say what snapshot a row is of */
  public StoredLayer(String id, LayerKind kind, Store store, Schema schema, List<Attribute> added) {
    this.id = id;
    this.kind = kind;
    this.store = store;
    this.schema = schema;
    this.attributes = Stream.concat(schema.attributes().stream(), added.stream()).toList();
    this.extents = new Extents(store);
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public List<Attribute> attributes() {
    return attributes;
  }

  @Override
  public Set<String> sortable() {
    return schema.attributes().stream().map(Attribute::name).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  @Override
  public List<Class<?>> keyTypes() {
    return List.of(Long.class, Long.class);
  }

  @Override
  public Optional<Crs> storageCrs() {
    return at(TimeRange.CURRENT).stream().map(each -> Crs.of(each.crs())).findFirst();
  }

  @Override
  public Envelope extent() {
    return extents.of(ofKind());
  }

  private List<Snapshot> ofKind() {
    return Snapshots.current(store.snapshots()).stream().filter(each -> each.kind() == kind).toList();
  }

  @Override
  public List<LocalDate> days() {
    return ofKind().stream().map(Snapshot::asOf).distinct().sorted().toList();
  }

  @Override
  public OptionalLong count(TimeRange time) {
    return OptionalLong.of(at(time).stream().mapToLong(Snapshot::count).sum());
  }

  /** The snapshots that speak at a time. */
  List<Snapshot> at(TimeRange time) {
    return Validity.of(Snapshots.current(store.snapshots()), kind, time);
  }

  @Override
  public Optional<Item> item(String wanted) {
    Matcher parts = ID.matcher(wanted);
    if (!parts.matches()) {
      return Optional.empty();
    }
    return ofKind().stream().filter(each -> each.id() == Long.parseLong(parts.group(1))).findFirst()
        .flatMap(snapshot -> store.row(snapshot, Long.parseLong(parts.group(2)))
            .map(row -> item(snapshot, Long.parseLong(parts.group(2)), row, List.of())));
  }

  @Override
  public ItemCursor items(ItemQuery query) {
    return items(query, columns());
  }

  /**
   * Items by a filter whose properties have other names here.
   *
   * @param columns of ours by such a property, as far as there are any
   */
  ItemCursor items(ItemQuery query, Map<String, String> columns) {
    List<Snapshot> speaking = at(query.time());
    return query.sort().isEmpty()
        ? new ChainedItems(speaking.stream().filter(each -> isAhead(each, query)).toList(), each -> rows(each, query, columns))
        : new MergedItems(speaking.stream().map(each -> rows(each, query, columns)).toList(), new KeyOrder(query.sort()));
  }

  private Map<String, String> columns() {
    return schema.attributes().stream().map(Attribute::name).collect(Collectors.toMap(each -> each, each -> each));
  }

  private static boolean isAhead(Snapshot snapshot, ItemQuery query) {
    return query.after() == null || snapshot.id() >= (Long) query.after().get(0);
  }

  private ItemCursor rows(Snapshot snapshot, ItemQuery query, Map<String, String> columns) {
    Envelope search = query.windows() == null ? null : extents.search(snapshot, query.windows());
    if (query.windows() != null && search == null) {
      return ItemCursor.of(List.of());
    }
    boolean exact = query.windows() == null && query.filter().isPushedWhole(columns);
    FeatureQuery wanted = FeatureQuery.all().within(search).where(query.filter().pushed(columns))
        .only(sortable().toArray(new String[0])).ordered(order(snapshot, query))
        .atMost(exact ? query.enough() : 0);
    FeatureCursor rows = store.features(snapshot, wanted);
    return new ItemCursor() {
      @Override
      public boolean hasNext() {
        return rows.hasNext();
      }

      @Override
      public Item next() {
        Feature row = rows.next();
        return item(snapshot, rows.key(), row, query.sort());
      }

      @Override
      public void close() {
        rows.close();
      }
    };
  }

  /** The key of the item before the page ends with its snapshot and row. */
  private static RowOrder order(Snapshot snapshot, ItemQuery query) {
    if (query.after() == null) {
      return new RowOrder(query.sort(), null);
    }
    int sorted = query.sort().size();
    long before = (Long) query.after().get(sorted);
    long row = snapshot.id() > before ? 0
        : snapshot.id() < before ? Long.MAX_VALUE : (Long) query.after().get(sorted + 1);
    return new RowOrder(query.sort(), new RowOrder.Place(query.after().subList(0, sorted), row));
  }

  private Item item(Snapshot snapshot, long key, Feature row, List<RowOrder.Key> sort) {
    Map<String, Object> properties = new LinkedHashMap<>();
    schema.attributes().forEach(each -> properties.put(each.name(), row.attributes().get(each.name())));
    properties.put("layer", snapshot.name());
    properties.put("as_of", snapshot.asOf());
    List<Object> place = new ArrayList<>();
    sort.forEach(each -> place.add(row.attributes().get(each.attribute())));
    place.add(snapshot.id());
    place.add(key);
    return new Item(snapshot.id() + "-" + key, place, properties, Crs.of(snapshot.crs()), row::geometry);
  }
}
