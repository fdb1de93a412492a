package org.parkland.ogc.features;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.locationtech.jts.geom.Envelope;
import org.parkland.geometry.OutsideProjectionException;
import org.parkland.ogc.crs.Boxes;
import org.parkland.ogc.crs.NamedCrs;
import org.parkland.ogc.items.Item;
import org.parkland.ogc.items.ItemCursor;
import org.parkland.ogc.items.ItemQuery;

/** Reads one page of items. */
final class PageReader {
  /** Items looked at for one page; a filter the database cannot judge goes on with the next page. */
  private static final int MOST_LOOKED_AT = 200_000;

  /**
   * A page.
   *
   * @param next key after which the next page begins; null if this is the last
   * @param matched items on all pages, where that is known
   */
  record Page(List<Item> items, List<Object> next, OptionalLong matched) {}

  private final ItemRequest request;

  PageReader(ItemRequest request) {
    this.request = request;
  }

  Page read() {
    List<Item> items = new ArrayList<>();
    List<Object> last = null;
    int lookedAt = 0;
    boolean more = false;
    try (ItemCursor all = request.set().items(query())) {
      while (all.hasNext() && !more) {
        more = items.size() == request.limit() || lookedAt == MOST_LOOKED_AT;
        Item item = more ? null : all.next();
        lookedAt++;
        if (item != null) {
          last = item.key();
          if (wanted(item)) {
            items.add(item);
          }
        }
      }
    }
    return new Page(items, more ? last : null, matched(items.size(), more));
  }

  private ItemQuery query() {
    int enough = request.box() == null ? request.limit() + 1 : 0;
    return new ItemQuery(request.time(), windows(), request.filter(), request.sort(), request.after(), enough);
  }

  /** In degrees; null for all places. */
  private List<Envelope> windows() {
    List<Envelope> windows = request.box() == null ? null : request.box().windows();
    for (Envelope box : request.filter().boxes()) {
      Envelope named = request.filterCrs().eastNorth(box);
      Envelope degrees = Boxes.around(named, request.filterCrs().crs(), NamedCrs.CRS84.crs());
      List<Envelope> part = degrees == null ? List.of() : List.of(degrees);
      windows = windows == null ? part : windows.stream().filter(each -> part.stream().anyMatch(each::intersects)).toList();
    }
    return windows;
  }

  private boolean wanted(Item item) {
    if (request.box() != null && !request.box().meets(item)) {
      return false;
    }
    try {
      return request.filter().passes(item.properties(),
          () -> request.filterCrs().named(item.shape(request.filterCrs().crs())));
    } catch (OutsideProjectionException e) {
      return false;
    }
  }

  /** Told only where it is exact: nobody counts for a number. */
  private OptionalLong matched(int found, boolean more) {
    if (request.box() == null && request.filter().isAll()) {
      return request.set().count(request.time());
    }
    return request.after() == null && !more ? OptionalLong.of(found) : OptionalLong.empty();
  }
}
