package org.parkland.ogc.items;

import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.parkland.ogc.filter.ItemFilter;
import org.parkland.store.RowOrder;

/**
 * What a page is to be drawn from. A collection may answer with more than is asked for by boxes and filter, never
 * with less: the reader looks again.
 *
 * @param windows boxes in degrees, east before north, of which an item meets at least one; null for all places
 * @param sort weightiest first; empty for the order of the collection
 * @param after key of the item before the page, null for the first page
 * @param enough items the reader will take at most, 0 if it cannot say
 */
public record ItemQuery(TimeRange time, List<Envelope> windows, ItemFilter filter, List<RowOrder.Key> sort,
    List<Object> after, int enough) {}
