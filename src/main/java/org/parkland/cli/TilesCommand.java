package org.parkland.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parkland.analysis.LandAnalysis;
import org.parkland.analysis.Workspace;
import org.parkland.ingest.Progress;
import org.parkland.land.State;
import org.parkland.tile.TileAddress;
import org.parkland.web.MapTiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code parkland tiles}: the map's tiles made ahead, as one PMTiles file. */
@Command(name = "tiles", mixinStandardHelpOptions = true, description = "Make the map's tiles ahead, as one PMTiles file"
    + " for 'parkland serve --tiles' or any viewer of that format.")
final class TilesCommand implements Callable<Integer> {
  private static final Pattern ZOOMS = Pattern.compile("(\\d{1,2})(?:-(\\d{1,2}))?");

  @Mixin
  private DatabaseOptions database;

  @Option(names = "--out", required = true, paramLabel = "FILE.pmtiles", description = "Where to write them.")
  private Path out;

  @Option(names = "--zoom", paramLabel = "FROM-TO", defaultValue = "8-15",
      description = "Which zooms (default: ${DEFAULT-VALUE}); deeper tiles are drawn when they are asked for.")
  private String zooms;

  @Option(names = "--state", defaultValue = "CURRENT", description = "${COMPLETION-CANDIDATES} use (default: ${DEFAULT-VALUE}).")
  private State state;

  @Option(names = "--as-of", paramLabel = "DATE", description = "Day of the land (default: the newest parcels).")
  private LocalDate asOf;

  @Spec
  private CommandSpec spec;

  @Override
  public Integer call() {
    Matcher range = ZOOMS.matcher(zooms);
    int from = range.matches() ? Integer.parseInt(range.group(1)) : -1;
    int to = range.matches() && range.group(2) != null ? Integer.parseInt(range.group(2)) : from;
    if (from < 0 || to < from || to > TileAddress.MAX_ZOOM) {
      throw new ParameterException(spec.commandLine(),
          "--zoom " + zooms + " is no range of zooms; write it as 8-15, at most " + TileAddress.MAX_ZOOM);
    }
    Progress progress = Terminal.progress("making tiles,");
    try (Workspace workspace = database.open()) {
      long tiles = new MapTiles(workspace, new LandAnalysis(workspace), List.of())
          .archive(state, asOf, from, to, out, progress::rows);
      System.out.printf("%s: %,d tiles, zoom %d to %d, %,d kB%n", out, tiles, from, to, out.toFile().length() >> 10);
    }
    return 0;
  }
}
