package org.parkland.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parkland.BadInput;
import org.parkland.analysis.Definitions;
import org.parkland.analysis.Figures;
import org.parkland.analysis.StreamedFigures;
import org.parkland.analysis.StreamedLand;
import org.parkland.geometry.AreaMethod;
import org.parkland.geometry.Crs;
import org.parkland.ingest.ImportRequest;
import org.parkland.land.District;
import org.parkland.land.LayerKind;
import org.parkland.land.RedLinePolicy;
import org.parkland.land.State;
import picocli.CommandLine.Option;

/** Land to be read straight from files, without a database. */
final class SourceOptions {
  private static final int SHOWN_FINDINGS = 20;

  @Option(names = "--source", paramLabel = "FILE", required = true, arity = "1..*",
      description = "Read the land from these files instead of a database; nothing is stored.")
  private List<Path> files = new ArrayList<>();

  @Option(names = "--unit-layer", paramLabel = "FILE",
      description = "Units to draw figures for, any number of layers and levels (default: the district's).")
  private List<Path> units = new ArrayList<>();

  @Option(names = "--crs", paramLabel = "EPSG:n", description = "Reference system of the land; overrides the files'.")
  private String crs;

  @Option(names = "--layer", description = "The layer to take where a file holds several.")
  private String layer;

  @Option(names = "--map", paramLabel = "FIELD=COLUMN", description = "Take an attribute from a column.")
  private Map<String, String> columns = new LinkedHashMap<>();

  /**
   * @param asOf day of the land, or null if nobody said
   * @param policy by which the red line is drawn
   */
  Figures draw(Definitions definitions, LocalDate asOf, State state, RedLinePolicy policy, AreaMethod method) {
    StreamedFigures streamed = new StreamedFigures(definitions.importRules(), definitions.policies().redLine().policies(), method);
    unitLayers(definitions.district()).forEach(streamed::addUnits);
    StreamedLand land = streamed.read(files.stream().map(file -> request(file, state)).toList(),
        Terminal.progress("reading"));
    System.err.println(land.summary());
    land.findings().stream().limit(SHOWN_FINDINGS).forEach(each -> System.err.println("  " + each));
    return streamed.figures(land, state, policy, asOf);
  }

  private List<ImportRequest> unitLayers(District district) {
    if (!units.isEmpty()) {
      return units.stream().map(file -> ImportRequest.of(file, LayerKind.UNITS, null)).toList();
    }
    List<ImportRequest> own = district.layers().stream().filter(each -> each.kind() == LayerKind.UNITS)
        .map(each -> ImportRequest.of(each.file(), LayerKind.UNITS, each.asOf())).toList();
    if (own.isEmpty()) {
      throw new BadInput(district.name(), "its pack has no layer of units", "name one with --unit-layer FILE");
    }
    return own;
  }

  private ImportRequest request(Path file, State state) {
    ImportRequest plain = ImportRequest.of(file, state.layer(), null);
    return new ImportRequest(file, plain.kind(), null, layer, null, crs == null ? null : Crs.of(crs), null, columns,
        plain.codes(), true, plain.user());
  }
}
