package org.parkland.ogc;

import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.parkland.analysis.IdleRegister;
import org.parkland.analysis.JudgedParcel;
import org.parkland.land.Feature;
import org.parkland.land.Words;

/**
 * The properties of one idle case, looked up as they are read: most are in the register, and what only the parcel
 * says is asked of the store, so that a list of hundreds of thousands holds none of it.
 */
final class IdleProperties extends AbstractMap<String, Object> {
  private static final Map<String, Function<Feature, Object>> OF_PARCEL = Map.of(
      "location", each -> each.text("location"),
      "holder", each -> each.text("holder"),
      "land_use", Feature::landUse);
  private static final Map<String, Function<IdleRegister.Entry, Object>> OF_ENTRY = ofEntry();

  private final IdleRegister.Entry entry;
  private final List<Feature> parcels;
  private final int index;

  /** @param parcels of all entries, without their shapes; {@code index} is that of this entry */
  private IdleProperties(IdleRegister.Entry entry, List<Feature> parcels, int index) {
    this.entry = entry;
    this.parcels = parcels;
    this.index = index;
  }

  /** Of one entry of a list; the same parcels are to be given for all of them. */
  static Map<String, Object> of(List<IdleRegister.Entry> entries, List<Feature> parcels, int index) {
    return new IdleProperties(entries.get(index), parcels, index);
  }

  /** The parcels of a register's entries as these properties want them. */
  static List<Feature> parcels(IdleRegister register) {
    return register.file().view(register.entries(), JudgedParcel::parcel);
  }

  private static Map<String, Function<IdleRegister.Entry, Object>> ofEntry() {
    Map<String, Function<IdleRegister.Entry, Object>> all = new LinkedHashMap<>();
    all.put("parcel", IdleRegister.Entry::id);
    List.of("location", "holder", "land_use").forEach(each -> all.put(each, null));
    all.put("area_m2", IdleRegister.Entry::areaM2);
    all.put("status", each -> zh(each.word()));
    all.put("status_key", each -> each.status() == null ? null : each.status().key());
    all.put("suspected_idle", IdleRegister.Entry::isIdle);
    all.put("clause", IdleRegister.Entry::clause);
    all.put("due_on", IdleRegister.Entry::dueOn);
    all.put("days_overdue", each -> each.status() == null ? null : (double) each.daysOverdue());
    all.put("next_on", IdleRegister.Entry::nextOn);
    all.put("inefficient", each -> zh(each.testedWord()));
    all.put("suspected_inefficient", IdleRegister.Entry::isInefficient);
    all.put("units", each -> String.join(" ", new TreeSet<>(each.units())));
    return all;
  }

  private static String zh(Words words) {
    return words == null ? null : words.zh();
  }

  @Override
  public Object get(Object name) {
    Function<Feature, Object> ofParcel = OF_PARCEL.get(name);
    if (ofParcel != null) {
      return ofParcel.apply(parcels.get(index));
    }
    Function<IdleRegister.Entry, Object> known = OF_ENTRY.get(name);
    return known == null ? null : known.apply(entry);
  }

  @Override
  public boolean containsKey(Object name) {
    return OF_ENTRY.containsKey(name);
  }

  @Override
  public Set<Entry<String, Object>> entrySet() {
    Map<String, Object> all = new LinkedHashMap<>();
    OF_ENTRY.keySet().forEach(name -> all.put(name, get(name)));
    return all.entrySet();
  }
}
