package org.parkland.ogc.features;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parkland.land.Attribute;
import org.parkland.ogc.crs.NamedCrs;
import org.parkland.ogc.filter.FilterLimits;
import org.parkland.ogc.html.ItemsHtml;
import org.parkland.ogc.http.Format;
import org.parkland.ogc.http.Links;
import org.parkland.ogc.http.OgcProblem;
import org.parkland.ogc.http.OgcRequest;
import org.parkland.ogc.http.OgcResponse;
import org.parkland.ogc.http.Query;
import org.parkland.ogc.items.FeatureSet;
import org.parkland.ogc.items.Item;

/** The items of a collection, page by page, and each alone. */
public final class ItemPages {
  private final Features features;
  private final FilterLimits limits;

  public ItemPages(Features features, FilterLimits limits) {
    this.features = features;
    this.limits = limits;
  }

  public OgcResponse items(OgcRequest request) {
    FeatureSet set = features.find(request.path().get(1));
    Format format = Format.of(request);
    ItemRequest wanted = ItemRequest.read(request, set, limits);
    if (format == Format.HTML) {
      wanted = new ItemRequest(set, Math.min(wanted.limit(), ItemsHtml.MOST_ITEMS), wanted.crs(), wanted.box(),
          wanted.time(), wanted.filter(), wanted.filterCrs(), wanted.sort(), wanted.properties(), wanted.after());
    }
    PageReader.Page page = new PageReader(wanted).read();
    Links links = Links.of(request, format, OgcResponse.GEO_JSON);
    if (page.next() != null) {
      links.add(request.with("after", PageToken.write(page.next())), "next", format.type(OgcResponse.GEO_JSON), null);
    }
    links.add(request.root() + "/collections/" + set.id(), "collection", OgcResponse.JSON, features.title(set, request));
    boolean withShape = withShape(request, wanted.properties());
    return format == Format.HTML ? html(request, set, wanted.properties(), page, links)
        : geoJson(wanted.crs(), new GeoJsonPage(wanted.crs(), wanted.properties(), withShape)
            .collection(page, links.list()));
  }

  /** A list of properties without the shape leaves it out only where that is said. */
  private static boolean withShape(OgcRequest request, Set<String> properties) {
    String skip = Query.of(request, request.query().keySet()).text("skipGeometry");
    if (skip != null && !skip.equals("true") && !skip.equals("false")) {
      throw OgcProblem.badParameter("skipGeometry", "'" + skip + "' is neither true nor false");
    }
    return !"true".equals(skip);
  }

  private static OgcResponse geoJson(NamedCrs crs, byte[] body) {
    return OgcResponse.of(OgcResponse.GEO_JSON, body).header("Content-Crs", "<" + crs.uri() + ">");
  }

  private OgcResponse html(
      OgcRequest request, FeatureSet set, Set<String> properties, PageReader.Page page, Links links) {
    byte[] geoJson = new GeoJsonPage(NamedCrs.CRS84, properties, true).collection(page, List.of());
    List<Attribute> columns = set.attributes().stream()
        .filter(each -> properties == null || properties.contains(each.name()))
        .filter(each -> page.items().stream().anyMatch(item -> item.properties().get(each.name()) != null)).toList();
    return OgcResponse.html(new ItemsHtml(request, features.words()).page(features.title(set, request), columns,
        page.items(), set.id(), geoJson, links.list()));
  }

  public OgcResponse item(OgcRequest request) {
    FeatureSet set = features.find(request.path().get(1));
    Format format = Format.of(request);
    NamedCrs crs = ItemRequest.crs(Query.of(request, List.of("crs")), "crs", set);
    String id = request.path().get(3);
    Item item = set.item(id).orElseThrow(() -> OgcProblem.notFound(
        "there is no item '" + id + "' in the collection " + set.id()));
    Links links = Links.of(request, format, OgcResponse.GEO_JSON).add(
        request.root() + "/collections/" + set.id(), "collection", OgcResponse.JSON, features.title(set, request));
    if (format == Format.HTML) {
      PageReader.Page alone = new PageReader.Page(List.of(item), null, java.util.OptionalLong.of(1));
      return html(request, set, null, alone, links);
    }
    List<Map<String, Object>> all = links.list();
    return geoJson(crs, new GeoJsonPage(crs, null, true).item(item, all));
  }
}
