package org.parkland.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.parkland.BadInput;
import org.parkland.geometry.Crs;
import org.parkland.geometry.CrsGuess;
import org.parkland.geometry.OutsideProjectionException;
import org.parkland.geometry.Reprojection;
import org.parkland.ingest.Inspection.Obstacle;
import org.parkland.land.FindingCatalogue;
import org.parkland.land.LayerKind;
import org.parkland.land.Schema;
import org.parkland.land.Words;
import org.parkland.source.FeatureSource;
import org.parkland.source.Reading;
import org.parkland.source.SourceFeature;
import org.parkland.source.SourceLayer;
import org.parkland.source.Sources;

/** Looks at a file as an import would read it, and stores nothing. */
public final class Inspector {
  private static final int SHOWN_ROWS = 10;
  /** A large layer is judged by its beginning; the import reads all of it. */
  private static final int MOST_READ = 20_000;
  /** Shapes kept for the outline; when there are more, every second one goes. */
  private static final int MOST_SHAPES = 1_500;

  private final ImportRules rules;

  public Inspector(ImportRules rules) {
    this.rules = rules;
  }

  /**
   * @param request as for an import; kind and date may be null
   * @throws BadInput if the file cannot be read at all
   */
  public Inspection inspect(ImportRequest request) {
    Reading reading = request.reading(rules.sources());
    List<String> layers = Sources.layers(request.file(), reading).stream().map(SourceLayer::name).toList();
    boolean choose = layers.size() > 1 && request.layer() == null;
    try (FeatureSource source = request.origin().open(choose ? reading.of(layers.get(0)) : reading)) {
      return new Look(request, source, layers).inspect();
    }
  }

  /** One look at one layer. */
  private final class Look {
    private final ImportRequest request;
    private final FeatureSource source;
    private final SourceLayer layer;
    private final List<String> layers;
    private final List<Obstacle> obstacles = new ArrayList<>();
    private final List<Map<String, Object>> rows = new ArrayList<>();
    private final List<Geometry> shapes = new ArrayList<>();
    private final Envelope box = new Envelope();
    private int step = 1;
    private long read;
    private boolean whole;

    Look(ImportRequest request, FeatureSource source, List<String> layers) {
      this.layers = layers;
      this.request = request;
      this.source = source;
      this.layer = source.layer();
    }

    Inspection inspect() {
      String file = request.file().getFileName().toString();
      LayerKind kind = request.kind() != null ? request.kind() : likelyKind();
      Schema schema = rules.schemas().get(kind);
      FieldMapping mapping = FieldMapping.found(file, schema, layer, request.columns());
      OpenedLayer opened = OpenedLayer.of(request.keepingUnknownCodes(), source, mapping, rules);
      CodeReader codes = opened.codes();
      String codeColumn = opened.columns().codeColumn();
      readRows(opened.rows(), codes, codeColumn);
      mapping.missing(schema).forEach(each -> obstacles.add(new Obstacle("columns",
          "no column holds " + each.label() + " (" + each.name() + ")", "choose the column that does")));
      Crs crs = request.crs() != null ? request.crs() : layer.crs();
      CrsGuess guess = box.isNull() ? null : CrsGuess.of(box, rules.longitude()).orElse(null);
      Crs guessed = crs == null && guess != null ? guess.crs() : null;
      judge(file, kind, codes, crs);
      return new Inspection(layers, layer, kind, crs, guessed, guess != null && guess.swapped(), notices(), mapping.byName(), mapping.unclaimed(),
          codes == null ? null : new Inspection.Codes(codeColumn, codes.edition(),
              codes.mended(), codes.unknownRows()),
          rows, read, whole, inDegrees(crs != null ? crs : guessed), degrees(crs != null ? crs : guessed), obstacles);
    }

    /** In the words of the catalogue, as the import would tell them. */
    private List<Words> notices() {
      FindingCatalogue catalogue = rules.findings();
      return layer.notices().stream().flatMap(each -> catalogue.find(each.code()).stream()
          .map(kind -> kind.textOf(kind.at(0, null, null, null, each.details())))).toList();
    }

    /** The kind whose attributes the columns hold best: first all that are required, then as many as there are. */
    private LayerKind likelyKind() {
      return Stream.of(LayerKind.values()).max(Comparator.<LayerKind>comparingInt(kind -> {
        FieldMapping mapping = FieldMapping.found("", rules.schemas().get(kind), layer, Map.of());
        int complete = mapping.missing(rules.schemas().get(kind)).isEmpty() ? 100 : 0;
        return complete + mapping.columns().size();
      }).thenComparing(Comparator.<LayerKind>naturalOrder().reversed())).orElseThrow();
    }

    private void readRows(FirstRows delivered, CodeReader codes, String codeColumn) {
      try {
        while (read < MOST_READ && delivered.hasNext()) {
          SourceFeature row = delivered.next();
          read++;
          look(row);
          Object cell = codeColumn == null ? null : row.values().get(codeColumn);
          String code = cell == null ? null : CellReader.code(cell);
          if (code != null) {
            codes.read(code, row.row());
          }
        }
        whole = !delivered.hasNext();
      } catch (BadInput e) {
        obstacles.add(new Obstacle("file", e.problem(), e.remedy()));
      }
      if (read == 0 && obstacles.isEmpty()) {
        obstacles.add(new Obstacle("file", "the layer is empty", "export it again"));
      }
    }

    private void look(SourceFeature row) {
      if (rows.size() < SHOWN_ROWS) {
        rows.add(new LinkedHashMap<>(row.values()));
      }
      Geometry shape = row.geometry();
      if (shape == null || shape.isEmpty()) {
        return;
      }
      box.expandToInclude(shape.getEnvelopeInternal());
      if (read % step == 0) {
        shapes.add(shape);
      }
      if (shapes.size() > MOST_SHAPES) {
        step *= 2;
        for (int i = shapes.size() - 1; i >= 0; i -= 2) {
          shapes.remove(i);
        }
      }
    }

    private void judge(String file, LayerKind kind, CodeReader codes, Crs crs) {
      if (crs == null) {
        obstacles.add(new Obstacle("crs", "the file does not say its coordinate reference system", "choose it"));
      } else if (!box.isNull()) {
        try {
          CrsDecision.decide(file, layer, request.reading(rules.sources()), false, box, rules.longitude());
        } catch (BadInput e) {
          obstacles.add(new Obstacle("crs", e.problem(), "choose the right system, or exchange the axes"));
        }
      }
      if (codes != null && !codes.unknownRows().isEmpty() && !request.keepUnknownCodes()) {
        obstacles.add(new Obstacle("codes", codes.unknownRows().size() + " codes are in no classification",
            "translate them, or store them as delivered"));
      }
      if (request.asOf() == null && kind == LayerKind.PARCELS) {
        obstacles.add(new Obstacle("asOf", "the day the parcels describe is missing", "say which day it is"));
      }
    }

    private List<Geometry> inDegrees(Crs crs) {
      List<Geometry> all = new ArrayList<>();
      if (crs != null) {
        Reprojection toDegrees = crs.to(Crs.of(Crs.DEGREES));
        for (Geometry each : shapes) {
          try {
            all.add(toDegrees.apply(each));
          } catch (OutsideProjectionException e) {
            return List.of();
          }
        }
      }
      return all;
    }

    private Envelope degrees(Crs crs) {
      try {
        return crs == null || box.isNull() ? null : crs.to(Crs.of(Crs.DEGREES)).apply(box);
      } catch (OutsideProjectionException e) {
        return null;
      }
    }
  }
}
