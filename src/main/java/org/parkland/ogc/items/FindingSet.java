package org.parkland.ogc.items;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Envelope;
import org.parkland.check.FindingPack;
import org.parkland.geometry.Crs;
import org.parkland.land.Attribute;
import org.parkland.land.Attribute.Type;
import org.parkland.land.Finding;
import org.parkland.land.FindingCatalogue;
import org.parkland.land.FindingChunk;
import org.parkland.land.LayerKind;
import org.parkland.land.Snapshot;
import org.parkland.store.Snapshots;
import org.parkland.store.Store;

/**
 * What imports and checks found about the layers, as far as it has a place. Unpacked chunk by chunk while it is read.
 * The id of a finding is that of its snapshot, step, code, chunk and place in it: {@code 2-layer-overlap-0-14}.
 */
public final class FindingSet implements FeatureSet {
  private record Found(Snapshot snapshot, int chunk, FindingChunk listed) {}

  private final Store store;
  private final FindingCatalogue catalogue;
  private final List<Attribute> attributes;
  private final Extents extents;

  /** @param attribute makes one by its name and type */
  public FindingSet(Store store, FindingCatalogue catalogue, BiFunction<String, Type, Attribute> attribute) {
    this.store = store;
    this.catalogue = catalogue;
    this.extents = new Extents(store);
    this.attributes = List.of(attribute.apply("layer", Type.TEXT), attribute.apply("as_of", Type.DATE),
        attribute.apply("severity", Type.TEXT), attribute.apply("code", Type.TEXT),
        attribute.apply("message", Type.TEXT), attribute.apply("row", Type.NUMBER),
        attribute.apply("subject", Type.TEXT), attribute.apply("figure", Type.NUMBER));
  }

  @Override
  public String id() {
    return "findings";
  }

  @Override
  public List<Attribute> attributes() {
    return attributes;
  }

  /** None: they come in the order in which they were found. */
  @Override
  public Set<String> sortable() {
    return Set.of();
  }

  @Override
  public List<Class<?>> keyTypes() {
    return List.of(Long.class, Long.class, Long.class);
  }

  private List<Snapshot> at(TimeRange time) {
    List<Snapshot> all = Snapshots.current(store.snapshots());
    return IntStream.range(0, LayerKind.values().length).boxed()
        .flatMap(i -> Validity.of(all, LayerKind.values()[i], time).stream())
        .sorted((a, b) -> Long.compare(a.id(), b.id())).toList();
  }

  @Override
  public Optional<Crs> storageCrs() {
    return chunks(TimeRange.CURRENT, null).stream().map(each -> Crs.of(each.snapshot().crs())).findFirst();
  }

  @Override
  public Envelope extent() {
    return extents.of(at(TimeRange.CURRENT));
  }

  /** Empty where nothing was found. */
  @Override
  public List<LocalDate> days() {
    return Snapshots.current(store.snapshots()).stream().filter(each -> !store.findings().list(each).isEmpty())
        .map(Snapshot::asOf).distinct().sorted().toList();
  }

  @Override
  public OptionalLong count(TimeRange time) {
    return OptionalLong.empty();
  }

  private List<Found> chunks(TimeRange time, List<Object> after) {
    List<Found> all = new ArrayList<>();
    for (Snapshot snapshot : at(time)) {
      List<FindingChunk> listed = store.findings().list(snapshot);
      for (int i = 0; i < listed.size(); i++) {
        boolean ahead = after == null || snapshot.id() > (Long) after.get(0)
            || snapshot.id() == (Long) after.get(0) && i >= (Long) after.get(1);
        if (ahead) {
          all.add(new Found(snapshot, i, listed.get(i)));
        }
      }
    }
    return all;
  }

  @Override
  public ItemCursor items(ItemQuery query) {
    return new ChainedItems(chunks(query.time(), query.after()),
        each -> ItemCursor.of(unpacked(each).stream().filter(item -> query.after() == null
            || new KeyOrder(List.of()).compare(item.key(), query.after()) > 0).toList()));
  }

  private List<Item> unpacked(Found found) {
    List<Finding> findings = FindingPack.unpack(store.findings().read(found.snapshot(), found.listed()), catalogue);
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < findings.size(); i++) {
      if (findings.get(i).shape() != null && !findings.get(i).shape().isEmpty()) {
        items.add(item(found, i, findings.get(i)));
      }
    }
    return items;
  }

  private static Item item(Found found, int place, Finding finding) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("layer", found.snapshot().name());
    properties.put("as_of", found.snapshot().asOf());
    properties.put("severity", finding.severity().word());
    properties.put("code", finding.code());
    properties.put("message", finding.message());
    properties.put("row", (double) finding.row());
    properties.put("subject", finding.id());
    properties.put("figure", finding.figure());
    FindingChunk chunk = found.listed();
    String id = found.snapshot().id() + "-" + chunk.step() + "-" + chunk.code() + "-" + chunk.part() + "-" + place;
    List<Object> key = List.of(found.snapshot().id(), (long) found.chunk(), (long) place);
    return new Item(id, key, properties, Crs.of(found.snapshot().crs()), finding::shape);
  }

  @Override
  public Optional<Item> item(String wanted) {
    return chunks(new TimeRange(null, null, false), null).stream().filter(each -> wanted.startsWith(
            each.snapshot().id() + "-" + each.listed().step() + "-" + each.listed().code() + "-" + each.listed().part() + "-"))
        .flatMap(each -> unpacked(each).stream()).filter(each -> each.id().equals(wanted)).findFirst();
  }
}
