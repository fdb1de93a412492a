package org.parkland.ogc.features;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parkland.land.District;
import org.parkland.ogc.html.Html;
import org.parkland.ogc.http.Dictionary;
import org.parkland.ogc.http.Format;
import org.parkland.ogc.http.Links;
import org.parkland.ogc.http.OgcRequest;
import org.parkland.ogc.http.OgcResponse;
import org.parkland.ogc.http.Query;

/** Where clients begin: the landing page and the classes that hold. */
public final class LandingPages {
  private static final String FEATURES_1 = "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/";
  private static final String FEATURES_2 = "http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/";
  private static final String FEATURES_3 = "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/";
  private static final String CQL = "http://www.opengis.net/spec/cql2/1.0/conf/";
  private static final String TILES = "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/";
  /** What the tests hold us to. */
  public static final List<String> CLASSES = List.of(
      FEATURES_1 + "core", FEATURES_1 + "oas30", FEATURES_1 + "html", FEATURES_1 + "geojson",
      FEATURES_2 + "crs",
      FEATURES_3 + "queryables", FEATURES_3 + "queryables-query-parameters", FEATURES_3 + "filter",
      FEATURES_3 + "features-filter",
      CQL + "cql2-text", CQL + "cql2-json", CQL + "basic-cql2", CQL + "advanced-comparison-operators",
      CQL + "case-insensitive-comparison", CQL + "basic-spatial-functions", CQL + "basic-spatial-functions-plus",
      CQL + "spatial-functions", CQL + "property-property",
      TILES + "core", TILES + "tileset", TILES + "tilesets-list", TILES + "mvt");

  private final District district;
  private final Dictionary words;

  public LandingPages(District district, Dictionary words) {
    this.district = district;
    this.words = words;
  }

  public OgcResponse landing(OgcRequest request) {
    Query.of(request, List.of());
    Format format = Format.of(request);
    String root = request.root();
    boolean english = request.english();
    Links links = Links.of(request, format, OgcResponse.JSON)
        .add(root + "/api?f=json", "service-desc", OgcResponse.OPEN_API, words.word("api", english))
        .add(root + "/api?f=html", "service-doc", OgcResponse.HTML, words.word("api", english))
        .add(root + "/conformance?f=json", "conformance", OgcResponse.JSON, words.word("conformance", english))
        .add(root + "/collections?f=json", "data", OgcResponse.JSON, words.word("collections", english))
        .add(root + "/tileMatrixSets?f=json", "http://www.opengis.net/def/rel/ogc/1.0/tiling-schemes",
            OgcResponse.JSON, words.word("tilingSchemes", english))
        .add(root + "/styles/current", "stylesheet", "application/vnd.mapbox.style+json", words.word("style", english));
    Map<String, Object> body = new LinkedHashMap<>();
    String title = (english && district.nameEn() != null ? district.nameEn() : district.name()) + " · Parkland";
    body.put("title", title);
    body.put("description", description(english, format));
    body.put("links", links.list());
    return format == Format.JSON ? OgcResponse.json(OgcResponse.JSON, body) : OgcResponse.html(
        new Html(request, words).heading(title, (String) body.get("description")).document(links.list())
            .page(words.word("home", english)));
  }

  /** Pages carry the note of the sample anyway. */
  private String description(boolean english, Format format) {
    String note = format == Format.HTML ? null : words.note(english);
    return words.word("landing", english) + (note == null ? "" : " " + note);
  }

  public OgcResponse conformance(OgcRequest request) {
    Query.of(request, List.of());
    Format format = Format.of(request);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("links", Links.of(request, format, OgcResponse.JSON).list());
    body.put("conformsTo", CLASSES);
    String title = words.word("conformance", request.english());
    return format == Format.JSON ? OgcResponse.json(OgcResponse.JSON, body)
        : OgcResponse.html(new Html(request, words).trail().heading(title, null).document(body).page(title));
  }
}
