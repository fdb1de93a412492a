package org.parkland.ogc.features;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Envelope;
import org.parkland.ogc.crs.NamedCrs;
import org.parkland.ogc.html.Html;
import org.parkland.ogc.http.Format;
import org.parkland.ogc.http.Links;
import org.parkland.ogc.http.OgcRequest;
import org.parkland.ogc.http.OgcResponse;
import org.parkland.ogc.http.Query;
import org.parkland.ogc.items.FeatureSet;

/** What collections there are, and what each of them is. */
public final class CollectionPages {
  private final Features features;

  public CollectionPages(Features features) {
    this.features = features;
  }

  public OgcResponse collections(OgcRequest request) {
    Query.of(request, List.of());
    Format format = Format.of(request);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("links", Links.of(request, format, OgcResponse.JSON).list());
    body.put("crs", NamedCrs.offered(java.util.Optional.empty()).stream().map(NamedCrs::uri).toList());
    body.put("collections", features.listed().stream()
        .map(each -> describe(each, request, selfLinks(request, each))).toList());
    return answer(request, format, body, features.words().word("collections", request.english()));
  }

  private static Links selfLinks(OgcRequest request, FeatureSet set) {
    return Links.none()
        .add(address(request, set) + "?f=json", "self", OgcResponse.JSON, null)
        .add(address(request, set) + "?f=html", "alternate", OgcResponse.HTML, null);
  }

  public OgcResponse collection(OgcRequest request) {
    Query.of(request, List.of());
    Format format = Format.of(request);
    FeatureSet set = features.find(request.path().get(1));
    Map<String, Object> body = describe(set, request, Links.of(request, format, OgcResponse.JSON));
    return answer(request, format, body, features.title(set, request));
  }

  private OgcResponse answer(OgcRequest request, Format format, Map<String, Object> body, String title) {
    return format == Format.JSON ? OgcResponse.json(OgcResponse.JSON, body)
        : OgcResponse.html(new Html(request, features.words()).trail().heading(title, null).document(body).page(title));
  }

  private Map<String, Object> describe(FeatureSet set, OgcRequest request, Links links) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("id", set.id());
    body.put("title", features.title(set, request));
    body.put("description", features.description(set, request));
    body.put("itemType", "feature");
    extent(set, body);
    body.put("crs", NamedCrs.offered(set.storageCrs()).stream().map(NamedCrs::uri).toList());
    set.storageCrs().ifPresent(crs -> body.put("storageCrs", NamedCrs.of(crs).uri()));
    String here = address(request, set);
    String title = features.title(set, request);
    links.add(here + "/items?f=json", "items", OgcResponse.GEO_JSON, title)
        .add(here + "/items?f=html", "items", OgcResponse.HTML, title)
        .add(here + "/queryables?f=json", "http://www.opengis.net/def/rel/ogc/1.0/queryables", OgcResponse.SCHEMA, null)
        .add(here + "/sortables?f=json", "http://www.opengis.net/def/rel/ogc/1.0/sortables", OgcResponse.SCHEMA, null)
        .add(here + "/schema?f=json", "http://www.opengis.net/def/rel/ogc/1.0/schema", OgcResponse.SCHEMA, null);
    if (set.id().equals("parcels") || set.id().equals("zoning")) {
      links.add(here + "/tiles?f=json", "http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector", OgcResponse.JSON, null);
    }
    body.put("links", links.list());
    return body;
  }

  private static void extent(FeatureSet set, Map<String, Object> body) {
    Map<String, Object> extent = new LinkedHashMap<>();
    Envelope box = set.extent();
    if (box != null) {
      extent.put("spatial", Map.of("bbox", List.of(List.of(down(box.getMinX()), down(box.getMinY()),
          up(box.getMaxX()), up(box.getMaxY()))), "crs", NamedCrs.CRS84.uri()));
    }
    List<LocalDate> days = set.days();
    if (!days.isEmpty()) {
      extent.put("temporal", Map.of("interval", List.of(List.of(days.get(0) + "T00:00:00Z",
          days.get(days.size() - 1) + "T00:00:00Z")), "trs", "http://www.opengis.net/def/uom/ISO-8601/0/Gregorian"));
    }
    if (!extent.isEmpty()) {
      body.put("extent", extent);
    }
  }

  /** Rounded outwards to 0.001°, so that the box holds all items in whatever system it is looked at. */
  private static double down(double degrees) {
    return Math.floor(degrees * 1000) / 1000;
  }

  private static double up(double degrees) {
    return Math.ceil(degrees * 1000) / 1000;
  }

  private static String address(OgcRequest request, FeatureSet set) {
    return request.root() + "/collections/" + set.id();
  }
}
