package org.parkland.ogc.tiles;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parkland.land.Classification;
import org.parkland.land.LandUseClass;
import org.parkland.land.State;
import org.parkland.ogc.http.Links;
import org.parkland.ogc.http.OgcJson;
import org.parkland.ogc.http.OgcProblem;
import org.parkland.ogc.http.OgcRequest;
import org.parkland.ogc.http.OgcResponse;
import org.parkland.ogc.http.Query;
import org.parkland.tile.TileAddress;

/** The look of the map in the official colours, as Mapbox style JSON (version 8): fill by class, thin outlines. */
public final class StylePages {
  public static final String TYPE = "application/vnd.mapbox.style+json";
  /** For land whose code is in no classification. */
  private static final String UNKNOWN = "#d9d9d9";
  private static final String OUTLINE = "#5b6770";
  private static final int OUTLINE_FROM_ZOOM = 14;

  private final Classification classification;

  public StylePages(Classification classification) {
    this.classification = classification;
  }

  /** {@code /styles} and {@code /styles/{current|planned}} */
  public OgcResponse styles(OgcRequest request) {
    Query.of(request, List.of());
    if (request.path().size() == 1) {
      List<Map<String, Object>> styles = new ArrayList<>();
      for (State state : State.values()) {
        styles.add(Map.of("id", state.word(), "links", Links.none().add(
            request.root() + "/styles/" + state.word(), "stylesheet", TYPE, null).list()));
      }
      return OgcResponse.json(OgcResponse.JSON, Map.of("styles", styles));
    }
    for (State state : State.values()) {
      if (request.path().size() == 2 && request.path().get(1).equals(state.word())) {
        return OgcResponse.of(TYPE, OgcJson.bytes(style(request, state)));
      }
    }
    throw OgcProblem.notFound("there is nothing at " + request.resource() + "; the styles are current and planned");
  }

  private Map<String, Object> style(OgcRequest request, State state) {
    String collection = state == State.CURRENT ? "parcels" : "zoning";
    Map<String, Object> source = new LinkedHashMap<>();
    source.put("type", "vector");
    source.put("tiles", List.of(request.root() + "/collections/" + collection + "/tiles/" + TilePages.SCHEME + "/{z}/{y}/{x}"));
    source.put("minzoom", 0);
    source.put("maxzoom", TileAddress.USEFUL_ZOOM);
    Map<String, Object> style = new LinkedHashMap<>();
    style.put("version", 8);
    style.put("name", "Parkland " + state.word());
    style.put("sources", Map.of("land", source));
    style.put("layers", List.of(
        layer("land", "fill", 0, Map.of("fill-color", colours(), "fill-outline-color", colours())),
        layer("outline", "line", OUTLINE_FROM_ZOOM, Map.of("line-color", OUTLINE, "line-width", 0.5))));
    return style;
  }

  private static Map<String, Object> layer(String id, String type, int minZoom, Map<String, Object> paint) {
    Map<String, Object> layer = new LinkedHashMap<>();
    layer.put("id", id);
    layer.put("type", type);
    layer.put("source", "land");
    layer.put("source-layer", "land");
    layer.put("minzoom", minZoom);
    layer.put("paint", paint);
    return layer;
  }

  private List<Object> colours() {
    List<Object> match = new ArrayList<>(List.of("match", List.of("get", "code")));
    for (LandUseClass each : classification.classes()) {
      match.add(each.code());
      match.add(each.color());
    }
    match.add(UNKNOWN);
    return match;
  }
}
