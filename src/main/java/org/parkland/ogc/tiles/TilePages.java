package org.parkland.ogc.tiles;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Envelope;
import org.parkland.land.State;
import org.parkland.ogc.features.Features;
import org.parkland.ogc.html.Html;
import org.parkland.ogc.http.Format;
import org.parkland.ogc.http.Links;
import org.parkland.ogc.http.OgcProblem;
import org.parkland.ogc.http.OgcRequest;
import org.parkland.ogc.http.OgcResponse;
import org.parkland.ogc.http.Query;
import org.parkland.ogc.items.FeatureSet;
import org.parkland.ogc.items.TimeRange;
import org.parkland.tile.Tile;
import org.parkland.tile.TileAddress;

/** Vector tiles of parcels and planned blocks: the tiles of the map. */
public final class TilePages {
  static final String SCHEME = "WebMercatorQuad";
  public static final String MVT = "application/vnd.mapbox-vector-tile";
  private static final String SCHEME_URI = "http://www.opengis.net/def/tilematrixset/OGC/1.0/" + SCHEME;
  private static final String CRS = "http://www.opengis.net/def/crs/EPSG/0/3857";
  private static final Map<String, State> STATES = Map.of("parcels", State.CURRENT, "zoning", State.PLANNED);

  private final Features features;
  private final TileSource source;

  public TilePages(Features features, TileSource source) {
    this.features = features;
    this.source = source;
  }

  private static State state(FeatureSet set) {
    State state = STATES.get(set.id());
    if (state == null) {
      throw OgcProblem.notFound("the collection " + set.id() + " has no tiles; parcels and zoning have");
    }
    return state;
  }

  /** {@code /collections/{id}/tiles…} */
  public OgcResponse tiles(OgcRequest request) {
    FeatureSet set = features.find(request.path().get(1));
    State state = state(set);
    List<String> rest = request.path().subList(3, request.path().size());
    if (!rest.isEmpty() && !rest.get(0).equals(SCHEME)) {
      throw OgcProblem.notFound("there is no tiling scheme '" + rest.get(0) + "' here; use " + SCHEME);
    }
    return switch (rest.size()) {
      case 0 -> list(request, set);
      case 1 -> answer(request, tileSet(request, set, Links.of(request, Format.of(request), OgcResponse.JSON)));
      case 2 -> tileJson(request, set, rest.get(1));
      case 4 -> tile(request, state, rest);
      default -> throw OgcProblem.notFound("there is nothing at " + request.resource());
    };
  }

  private OgcResponse answer(OgcRequest request, Map<String, Object> body) {
    Query.of(request, List.of());
    String title = features.words().word("tilesets", request.english());
    return Format.of(request) == Format.JSON ? OgcResponse.json(OgcResponse.JSON, body)
        : OgcResponse.html(new Html(request, features.words()).trail().heading(title, null).document(body).page(title));
  }

  private OgcResponse list(OgcRequest request, FeatureSet set) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("links", Links.of(request, Format.of(request), OgcResponse.JSON).list());
    body.put("tilesets", List.of(tileSet(request, set, Links.none()
        .add(address(request, set) + "?f=json", "self", OgcResponse.JSON, null))));
    return answer(request, body);
  }

  private static String address(OgcRequest request, FeatureSet set) {
    return request.root() + "/collections/" + set.id() + "/tiles/" + SCHEME;
  }

  private Map<String, Object> tileSet(OgcRequest request, FeatureSet set, Links links) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("title", features.title(set, request));
    body.put("dataType", "vector");
    body.put("crs", CRS);
    body.put("tileMatrixSetURI", SCHEME_URI);
    Envelope box = set.extent();
    if (box != null) {
      body.put("boundingBox", Map.of("lowerLeft", List.of(box.getMinX(), box.getMinY()),
          "upperRight", List.of(box.getMaxX(), box.getMaxY()), "crs", "http://www.opengis.net/def/crs/OGC/1.3/CRS84"));
    }
    body.put("layers", List.of(Map.of("id", "land", "dataType", "vector", "geometryDimension", 2)));
    links.add(request.root() + "/tileMatrixSets/" + SCHEME + "?f=json",
        "http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme", OgcResponse.JSON, SCHEME)
        .add(address(request, set) + "/tilejson", "describedby", OgcResponse.JSON, "TileJSON")
        .addTemplated(address(request, set) + "/{tileMatrix}/{tileRow}/{tileCol}", "item", MVT);
    body.put("links", links.list());
    return body;
  }

  private OgcResponse tileJson(OgcRequest request, FeatureSet set, String word) {
    Query.of(request, List.of());
    if (!word.equals("tilejson")) {
      throw OgcProblem.notFound("there is nothing at " + request.resource());
    }
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("tilejson", "3.0.0");
    body.put("name", features.title(set, request));
    body.put("tiles", List.of(address(request, set) + "/{z}/{y}/{x}"));
    body.put("minzoom", 0);
    body.put("maxzoom", TileAddress.USEFUL_ZOOM);
    Envelope box = set.extent();
    if (box != null) {
      body.put("bounds", List.of(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()));
      body.put("center", List.of(box.centre().x, box.centre().y, 12));
    }
    body.put("vector_layers", List.of(Map.of("id", "land", "fields",
        Map.of("id", "String", "code", "String", "idle", "String", "count", "Number"))));
    return OgcResponse.json(OgcResponse.JSON, body);
  }

  private OgcResponse tile(OgcRequest request, State state, List<String> rest) {
    Query query = Query.of(request, List.of("datetime"));
    String text = query.text("datetime");
    LocalDate day = null;
    try {
      day = text == null ? null : TimeRange.read(text).to();
    } catch (IllegalArgumentException e) {
      throw OgcProblem.badParameter("datetime", e.getMessage());
    }
    Tile tile = source.tile(state, address(rest), day);
    return OgcResponse.of(MVT, tile.bytes()).header("ETag", tile.etag()).header("Cache-Control", "private, no-cache");
  }

  /** Row before column, as the standard has it. */
  private static TileAddress address(List<String> rest) {
    try {
      return new TileAddress(Integer.parseInt(rest.get(1)), Integer.parseInt(rest.get(3)), Integer.parseInt(rest.get(2)));
    } catch (IllegalArgumentException e) {
      throw OgcProblem.notFound("there is no tile " + String.join("/", rest.subList(1, 4)) + ": " + e.getMessage());
    }
  }

  /** {@code /tileMatrixSets…} */
  public OgcResponse schemes(OgcRequest request) {
    Links links = Links.of(request, Format.of(request), OgcResponse.JSON);
    if (request.path().size() == 1) {
      return answer(request, Map.of("links", links.list(), "tileMatrixSets", List.of(Map.of("id", SCHEME, "uri", SCHEME_URI,
          "links", Links.none().add(request.root() + "/tileMatrixSets/" + SCHEME + "?f=json", "self",
              OgcResponse.JSON, SCHEME).list()))));
    } else if (request.path().size() == 2 && request.path().get(1).equals(SCHEME)) {
      return answer(request, WebMercatorQuad.describe());
    }
    throw OgcProblem.notFound("there is nothing at " + request.resource());
  }
}
