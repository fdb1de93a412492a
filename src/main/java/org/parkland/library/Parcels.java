package org.parkland.library;

import java.nio.file.Path;
import java.util.List;
import org.parkland.analysis.Definitions;
import org.parkland.analysis.FigureQuery;
import org.parkland.analysis.StreamedFigures;
import org.parkland.analysis.StreamedLand;
import org.parkland.geometry.AreaMethod;
import org.parkland.ingest.ImportRequest;
import org.parkland.ingest.Progress;
import org.parkland.land.LayerKind;
import org.parkland.land.RedLinePolicy;
import org.parkland.land.State;

/** Current land, to be laid over units. */
public final class Parcels {
  private final Definitions definitions;
  private final ImportRequest request;

  Parcels(Definitions definitions, ImportRequest request) {
    this.definitions = definitions;
    this.request = request;
  }

  /**
   * Lays the parcels over the units of a layer; areas are ellipsoidal, the red line is by the district's policy.
   *
   * @param units a layer with {@code id}, {@code name} and {@code kind}
   * @throws org.parkland.BadInput if a file cannot be read or understood
   */
  public Indicators within(Path units) {
    RedLinePolicy policy = definitions.policies().redLine().find(definitions.district().policy());
    FigureQuery query = new FigureQuery(State.CURRENT, policy, AreaMethod.ELLIPSOIDAL);
    StreamedFigures figures = new StreamedFigures(
        definitions.importRules(), definitions.policies().redLine().policies(), query.method());
    figures.addUnits(ImportRequest.of(units, LayerKind.UNITS, null));
    StreamedLand land = figures.read(List.of(request), Progress.NONE);
    return new Indicators(figures.figures(land, query.state(), policy, request.asOf()));
  }
}
