package org.parkland.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.locationtech.jts.geom.Envelope;
import org.parkland.BadInput;
import org.parkland.analysis.LandAnalysis;
import org.parkland.analysis.Workspace;
import org.parkland.audit.Action;
import org.parkland.land.State;
import org.parkland.print.Language;
import org.parkland.print.MapOrder;
import org.parkland.print.MapPrinter;
import org.parkland.print.MapScale;
import org.parkland.print.Orientation;
import org.parkland.print.Paper;
import org.parkland.print.Typeface;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code parkland print}: a map sheet as PDF. */
@Command(name = "print", mixinStandardHelpOptions = true,
    description = "Print a map to PDF at a round scale: of the district, a unit, or a box.")
final class PrintCommand implements Callable<Integer> {
  @Mixin
  private DatabaseOptions database;

  @Option(names = "--out", paramLabel = "FILE", required = true, description = "PDF file to write.")
  private Path out;

  @Option(names = "--unit", paramLabel = "ID", description = "Show this unit (default: the whole district).")
  private String unit;

  @Option(names = "--bounds", paramLabel = "W,S,E,N", split = ",", arity = "1",
      description = "Show this box of degrees instead.")
  private double[] bounds;

  @Option(names = "--scale", paramLabel = "N", description = "The n of 1:n, a round one (default: the largest that fits).")
  private int scale;

  @Option(names = "--paper", description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).", defaultValue = "A4")
  private Paper paper;

  @Option(names = "--orientation", description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).",
      defaultValue = "LANDSCAPE")
  private Orientation orientation;

  @Option(names = "--title", paramLabel = "TEXT", description = "Title of the sheet.")
  private String title;

  @Option(names = "--as-of", paramLabel = "DATE", description = "Day of the map (default: the newest parcels).")
  private LocalDate asOf;

  @Option(names = "--today", paramLabel = "DATE", description = "Day idle land is marked for (default: the day of the data).")
  private LocalDate today;

  @Option(names = "--state", description = "${COMPLETION-CANDIDATES} use (default: ${DEFAULT-VALUE}).",
      defaultValue = "CURRENT")
  private State state;

  @Option(names = "--layers", paramLabel = "KEY,…", split = ",",
      description = "Lines and names, such as units:zone or reference:roads (default: ${DEFAULT-VALUE}).")
  private Set<String> layers = MapOrder.USUAL_LAYERS;

  @Option(names = "--labels", description = "On parcels: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).",
      defaultValue = "CLASS")
  private MapOrder.Labels labels;

  @Option(names = "--patterns", description = "Patterns on classes, to read the map without colour.")
  private boolean patterns;

  @Option(names = "--no-idle", description = "Do not mark idle land.")
  private boolean noIdle;

  @Option(names = "--grid", description = "Coordinates along the frame.")
  private boolean grid;

  @Option(names = "--policy", paramLabel = "NAME", description = "Red-line policy to name (default: the district's).")
  private String policy;

  @Option(names = "--lang", paramLabel = "TAG", description = "zh-CN or en (default: ${DEFAULT-VALUE}).", defaultValue = "zh-CN")
  private String lang;

  @Override
  public Integer call() {
    if (scale != 0 && !MapScale.all().contains(scale)) {
      throw new BadInput("--scale " + scale, "is no round scale", "use one of " + MapScale.all());
    }
    try (Workspace workspace = database.open()) {
      LandAnalysis analysis = new LandAnalysis(workspace);
      MapPrinter printer = new MapPrinter(workspace, analysis, Typeface.read(workspace.settings().web()));
      write(out, printer.sheet(order(workspace, analysis)));
      Map<String, Object> asked = new LinkedHashMap<>();
      asked.put("unit", unit);
      asked.put("bounds", bounds);
      Handout.note(workspace, Action.PRINT, "map", out, asked);
      return 0;
    }
  }

  private MapOrder order(Workspace workspace, LandAnalysis analysis) {
    return new MapOrder(analysis.day(asOf), today, state, box(analysis), scale, paper, orientation, title, layers,
        new MapOrder.Look(!noIdle, patterns, labels, null, 1), grid,
        workspace.policies().redLine().find(policy != null ? policy : workspace.district().policy()),
        language(workspace, lang));
  }

  private Envelope box(LandAnalysis analysis) {
    if (bounds == null) {
      return unit == null ? analysis.bounds() : analysis.bounds(unit, analysis.day(asOf));
    }
    if (bounds.length != 4 || bounds[0] >= bounds[2] || bounds[1] >= bounds[3]) {
      throw new BadInput("--bounds", "is no box", "write west,south,east,north in degrees");
    }
    return new Envelope(bounds[0], bounds[2], bounds[1], bounds[3]);
  }

  static Language language(Workspace workspace, String tag) {
    if (!Language.TAGS.contains(tag)) {
      throw new BadInput("--lang " + tag, "is no language of the program", "use one of " + String.join(", ", Language.TAGS));
    }
    return Language.read(workspace.settings().web(), tag);
  }

  static void write(Path file, byte[] bytes) {
    try {
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new BadInput(file.toString(), "cannot be written", "choose another file with --out", e);
    }
  }
}
