package org.parkland.ogc.items;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.parkland.analysis.ParcelPieces;
import org.parkland.geometry.Crs;
import org.parkland.land.Attribute;
import org.parkland.land.Parcel;
import org.parkland.ogc.crs.Boxes;
import org.parkland.ogc.crs.NamedCrs;

/**
 * Each parcel's piece in each unit, with its area as the figures have it; cut while they are read. The id of a piece
 * is that of its parcel's row and its unit: {@code 3-814-Z1}.
 */
public final class PieceSet implements FeatureSet {
  /** Names of the attributes, in their order. */
  public static final List<String> NAMES =
      List.of("parcel", "land_use", "unit", "unit_kind", "unit_name", "area_m2", "share", "as_of");

  /** What a piece has from its parcel, which a database can judge before anything is cut. */
  private static final Map<String, String> OF_THE_PARCEL = Map.of("parcel", "id", "land_use", "land_use");

  private final StoredLayer parcels;
  private final ParcelPieces cutter;
  private final List<Attribute> attributes;

  /** @param attributes with the {@link #NAMES} */
  public PieceSet(StoredLayer parcels, ParcelPieces cutter, List<Attribute> attributes) {
    this.parcels = parcels;
    this.cutter = cutter;
    this.attributes = attributes;
  }

  @Override
  public String id() {
    return "pieces";
  }

  @Override
  public List<Attribute> attributes() {
    return attributes;
  }

  /** None: they come in the order of the parcels. */
  @Override
  public Set<String> sortable() {
    return Set.of();
  }

  @Override
  public List<Class<?>> keyTypes() {
    return List.of(Long.class, Long.class, Long.class);
  }

  @Override
  public Optional<Crs> storageCrs() {
    return parcels.storageCrs();
  }

  @Override
  public Envelope extent() {
    return parcels.extent();
  }

  @Override
  public List<LocalDate> days() {
    return parcels.days();
  }

  @Override
  public OptionalLong count(TimeRange time) {
    return OptionalLong.empty();
  }

  @Override
  public Optional<Item> item(String wanted) {
    String[] parts = wanted.split("-", 3);
    return parts.length < 3 ? Optional.empty() : parcels.item(parts[0] + "-" + parts[1]).stream()
        .flatMap(parcel -> pieces(parcel, cutter.at(day(parcel))).stream())
        .filter(each -> each.id().equals(wanted)).findFirst();
  }

  @Override
  public ItemCursor items(ItemQuery query) {
    List<Envelope> windows = query.filter().required("unit")
        .map(unit -> within(query.windows(), boxes((String) unit, query.time()))).orElse(query.windows());
    ItemCursor rows = parcels.items(new ItemQuery(query.time(), windows, query.filter(), List.of(),
        parcelBefore(query.after()), 0), OF_THE_PARCEL);
    return new Cut(rows, query.after());
  }

  private static List<Envelope> within(List<Envelope> windows, List<Envelope> boxes) {
    return windows == null ? boxes : windows.stream()
        .flatMap(window -> boxes.stream().map(window::intersection)).filter(each -> !each.isNull()).toList();
  }

  /** Where a unit lies on the days asked for, in degrees. */
  private List<Envelope> boxes(String unit, TimeRange time) {
    return parcels.at(time).stream().map(each -> cutter.at(each.asOf())).flatMap(each -> each.units().stream()
        .filter(one -> one.id().equals(unit)).map(one -> degrees(one.geometry(), each.crs()))).toList();
  }

  /** Where no box can be told, all the land is searched. */
  private Envelope degrees(Geometry unit, Crs crs) {
    Envelope box = Boxes.around(unit.getEnvelopeInternal(), crs, NamedCrs.CRS84.crs());
    return box == null ? parcels.extent() : box;
  }

  /** The parcel a page ends in may have more pieces, so it is cut again. */
  private static List<Object> parcelBefore(List<Object> after) {
    return after == null ? null : List.of(after.get(0), (Long) after.get(1) - 1);
  }

  private static LocalDate day(Item parcel) {
    return (LocalDate) parcel.properties().get("as_of");
  }

  private static List<Item> pieces(Item row, ParcelPieces.Cutter cutter) {
    Map<String, Object> attributes = row.properties();
    Parcel parcel = new Parcel((String) attributes.get("id"), (String) attributes.get("land_use"),
        Boolean.TRUE.equals(attributes.get("new_industry")), row.shape());
    List<Item> items = new ArrayList<>();
    for (ParcelPieces.Piece piece : cutter.of(parcel)) {
      items.add(item(row, piece));
    }
    return items;
  }

  private static Item item(Item row, ParcelPieces.Piece piece) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("parcel", row.properties().get("id"));
    properties.put("land_use", row.properties().get("land_use"));
    properties.put("unit", piece.unit().id());
    properties.put("unit_kind", piece.unit().kind());
    properties.put("unit_name", piece.unit().name());
    properties.put("area_m2", piece.areaM2());
    properties.put("share", piece.areaM2() / piece.parcelM2());
    properties.put("as_of", row.properties().get("as_of"));
    List<Object> key = List.of(row.key().get(0), row.key().get(1), (long) piece.place());
    return new Item(row.id() + "-" + piece.unit().id(), key, properties, row.crs(), piece::shape);
  }

  /** Cuts parcel after parcel. */
  private final class Cut implements ItemCursor {
    private final ItemCursor rows;
    private final List<Object> after;
    private final Map<LocalDate, ParcelPieces.Cutter> cutters = new HashMap<>();
    private final Deque<Item> ready = new ArrayDeque<>();

    Cut(ItemCursor rows, List<Object> after) {
      this.rows = rows;
      this.after = after;
    }

    @Override
    public boolean hasNext() {
      while (ready.isEmpty() && rows.hasNext()) {
        Item row = rows.next();
        pieces(row, cutters.computeIfAbsent(day(row), cutter::at)).stream().filter(this::isBehind).forEach(ready::add);
      }
      return !ready.isEmpty();
    }

    private boolean isBehind(Item piece) {
      return after == null || new KeyOrder(List.of()).compare(piece.key(), after) > 0;
    }

    @Override
    public Item next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return ready.poll();
    }

    @Override
    public void close() {
      rows.close();
    }
  }
}
