package org.parkland.ogc.items;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.parkland.geometry.Crs;
import org.parkland.land.Attribute;
import org.parkland.ogc.crs.Boxes;
import org.parkland.ogc.crs.NamedCrs;
import org.parkland.store.RowOrder;

/**
 * A collection that is drawn up as a whole for a day, in memory: idle cases, candidates, findings, scenarios. A row's
 * id must be unique in the list.
 */
public final class ListedItems implements FeatureSet {
  /**
   * One row.
   *
   * @param box in degrees, east before north
   * @param shape fetched when it is asked for, in the CRS of the list
   */
  public record Row(String id, Map<String, Object> properties, Envelope box, Supplier<Geometry> shape) {}

  /** The list of a day; a null day stands for today. {@code crs} is that of the shapes. */
  public record Rows(Crs crs, List<Row> all) {
    public static final Rows NONE = new Rows(null, List.of());
  }

  private final String id;
  private final List<Attribute> attributes;
  private final Supplier<List<LocalDate>> days;
  private final Function<LocalDate, Rows> drawUp;

  /** @param drawUp the list of a day, null for the newest; whoever gives it keeps what is dear to draw up */
  public ListedItems(String id, List<Attribute> attributes, Supplier<List<LocalDate>> days,
      Function<LocalDate, Rows> drawUp) {
    this.id = id;
    this.attributes = attributes;
    this.days = days;
    this.drawUp = drawUp;
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
    return attributes.stream().map(Attribute::name).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  @Override
  public List<Class<?>> keyTypes() {
    return List.of(String.class);
  }

  @Override
  public Optional<Crs> storageCrs() {
    return Optional.ofNullable(at(TimeRange.CURRENT).crs());
  }

  @Override
  public Envelope extent() {
    Rows rows = at(TimeRange.CURRENT);
    Envelope all = new Envelope();
    rows.all().forEach(each -> all.expandToInclude(each.box()));
    return all.isNull() ? null : Boxes.around(all, Crs.of(Crs.DEGREES), NamedCrs.CRS84.crs());
  }

  @Override
  public List<LocalDate> days() {
    return days.get();
  }

  @Override
  public OptionalLong count(TimeRange time) {
    return OptionalLong.of(at(time).all().size());
  }

  /** Of the last day asked for that there are data of; nothing before the first. */
  private Rows at(TimeRange time) {
    boolean known = days.get().stream().anyMatch(each -> !each.isAfter(time.last()));
    return known ? drawUp.apply(time.to()) : Rows.NONE;
  }

  @Override
  public Optional<Item> item(String wanted) {
    Rows rows = at(TimeRange.CURRENT);
    return rows.all().stream().filter(each -> each.id().equals(wanted)).findFirst()
        .map(each -> item(each, rows.crs(), List.of()));
  }

  @Override
  public ItemCursor items(ItemQuery query) {
    Rows rows = at(query.time());
    KeyOrder order = new KeyOrder(query.sort());
    return ItemCursor.of(rows.all().stream()
        .filter(each -> query.windows() == null || query.windows().stream().anyMatch(each.box()::intersects))
        .map(each -> item(each, rows.crs(), query.sort()))
        .filter(each -> query.after() == null || order.compare(each.key(), query.after()) > 0)
        .sorted((a, b) -> order.compare(a.key(), b.key())).toList());
  }

  private static Item item(Row row, Crs crs, List<RowOrder.Key> sort) {
    List<Object> place = new ArrayList<>();
    sort.forEach(each -> place.add(row.properties().get(each.attribute())));
    place.add(row.id());
    return new Item(row.id(), place, row.properties(), crs, row.shape());
  }
}
