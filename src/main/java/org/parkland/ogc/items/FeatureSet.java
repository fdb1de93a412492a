package org.parkland.ogc.items;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.locationtech.jts.geom.Envelope;
import org.parkland.geometry.Crs;
import org.parkland.land.Attribute;

/** One collection. Safe to share between threads. */
public interface FeatureSet {
  /** The word of its address; its title and description stand under it in the dictionaries. */
  String id();

  /** What its items carry and can be queried by, beside their shape. */
  List<Attribute> attributes();

  /** Names of the attributes it can be sorted by. */
  Set<String> sortable();

  /** Of the parts of an item's key that tell equals apart: Long or String. */
  List<Class<?>> keyTypes();

  /** The system its shapes are kept in; empty while there are none. */
  Optional<Crs> storageCrs();

  /** Around all items, in degrees, east before north; null while there are none. */
  Envelope extent();

  /** The days it has data of, oldest first. */
  List<LocalDate> days();

  ItemCursor items(ItemQuery query);

  Optional<Item> item(String id);

  /** How many items a time has, where that is known without looking at them. */
  OptionalLong count(TimeRange time);
}
