package org.parkland.ogc;

import java.util.ArrayList;
import java.util.List;
import org.parkland.BadInput;
import org.parkland.analysis.LandAnalysis;
import org.parkland.analysis.Workspace;
import org.parkland.ogc.describe.ApiDocument;
import org.parkland.ogc.features.CollectionPages;
import org.parkland.ogc.features.Features;
import org.parkland.ogc.features.ItemPages;
import org.parkland.ogc.features.LandingPages;
import org.parkland.ogc.features.SchemaPages;
import org.parkland.ogc.filter.FilterLimits;
import org.parkland.ogc.http.Dictionary;
import org.parkland.ogc.http.OgcProblem;
import org.parkland.ogc.http.OgcRequest;
import org.parkland.ogc.http.OgcResponse;
import org.parkland.ogc.items.FeatureSet;
import org.parkland.ogc.tiles.StylePages;
import org.parkland.ogc.tiles.TilePages;
import org.parkland.ogc.tiles.TileSource;

/** Answers every request below {@code /ogc}. Safe to share between threads. */
public final class OgcService {
  private final LandingPages landing;
  private final CollectionPages collections;
  private final SchemaPages schemas;
  private final ItemPages items;
  private final ApiDocument api;
  private final TilePages tiles;
  private final StylePages styles;

  /** @param more collections that other parts of Parkland draw up, such as scenarios */
  public OgcService(Workspace workspace, LandAnalysis analysis, TileSource source, List<FeatureSet> more) {
    Dictionary words = Dictionary.read(workspace.settings().web(), workspace.district());
    List<FeatureSet> sets = new ArrayList<>(new Catalogue(workspace, analysis, words).sets());
    sets.addAll(more);
    Features features = new Features(List.copyOf(sets), words);
    this.landing = new LandingPages(workspace.district(), words);
    this.collections = new CollectionPages(features);
    this.schemas = new SchemaPages(features);
    this.items = new ItemPages(features, FilterLimits.of(workspace.settings().values()));
    this.api = new ApiDocument(features);
    this.tiles = new TilePages(features, source);
    this.styles = new StylePages(workspace.standards().classification());
  }

  /** The answer; what was asked wrongly is told in it. */
  public OgcResponse answer(OgcRequest request) {
    try {
      return route(request);
    } catch (OgcProblem e) {
      return e.response(request.resource());
    } catch (BadInput e) {
      return OgcProblem.cannotAnswer(e.getMessage()).response(request.resource());
    }
  }

  private OgcResponse route(OgcRequest request) {
    List<String> path = request.path();
    String first = path.isEmpty() ? "" : path.get(0);
    return switch (first) {
      case "" -> landing.landing(request);
      case "conformance" -> alone(request, landing.conformance(request));
      case "api" -> alone(request, api.api(request));
      case "collections" -> collection(request);
      case "tileMatrixSets" -> tiles.schemes(request);
      case "styles" -> styles.styles(request);
      default -> throw unknown(request);
    };
  }

  private static OgcResponse alone(OgcRequest request, OgcResponse answer) {
    if (request.path().size() > 1) {
      throw unknown(request);
    }
    return answer;
  }

  private OgcResponse collection(OgcRequest request) {
    List<String> path = request.path();
    String what = path.size() > 2 ? path.get(2) : "";
    if (what.equals("tiles")) {
      return tiles.tiles(request);
    }
    return switch (path.size()) {
      case 1 -> collections.collections(request);
      case 2 -> collections.collection(request);
      case 3 -> switch (what) {
        case "items" -> items.items(request);
        case "queryables" -> schemas.queryables(request);
        case "sortables" -> schemas.sortables(request);
        case "schema" -> schemas.schema(request);
        default -> throw unknown(request);
      };
      case 4 -> {
        if (!what.equals("items")) {
          throw unknown(request);
        }
        yield items.item(request);
      }
      default -> throw unknown(request);
    };
  }

  private static OgcProblem unknown(OgcRequest request) {
    return OgcProblem.notFound("there is nothing at " + request.resource());
  }
}
