package org.parkland.cli;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.parkland.BadInput;
import org.parkland.analysis.LandAnalysis;
import org.parkland.analysis.Workspace;
import org.parkland.audit.Action;
import org.parkland.export.Content;
import org.parkland.export.ExportOptions;
import org.parkland.export.ExportQuery;
import org.parkland.export.Exporter;
import org.parkland.export.Exports;
import org.parkland.export.FileFormat;
import org.parkland.geometry.Crs;
import org.parkland.geometry.UnknownCrsException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code parkland export --layer NAME --format FORMAT --out FILE}. */
@Command(name = "export", mixinStandardHelpOptions = true,
    description = "Export a layer, a list or a selection as a file that other programs read.")
final class ExportCommand implements Callable<Integer> {
  private static final int BOX_NUMBERS = 4;

  @Option(names = "--layer", required = true, paramLabel = "NAME", description = "parcels, zoning, units, protection,"
      + " constraint, approval, reference; idle, candidates, findings; ledger, structure and the other reports.")
  private String what;

  @Option(names = "--name", description = "Which layer, where there are several of a kind.")
  private String name;

  @Option(names = "--format", required = true, description = "${COMPLETION-CANDIDATES}.")
  private FileFormat format;

  @Option(names = "--out", required = true, paramLabel = "FILE",
      description = "The file to write, or a folder, in which it gets its own name.")
  private Path out;

  @Option(names = {"--date", "--as-of"}, paramLabel = "DATE", description = "Day of the data (default: the newest).")
  private LocalDate asOf;

  @Option(names = "--crs", paramLabel = "EPSG:n", description = "Coordinates of the file (default: as stored; GeoJSON:"
      + " longitude and latitude).")
  private String crs;

  @Option(names = "--encoding", description = "Of a shapefile: UTF-8 (default) or GBK.")
  private String encoding;

  @Option(names = "--shapes", negatable = true, description = "Whether CSV and XLSX have a column WKT.")
  private Boolean shapes;

  @Option(names = "--ids", split = ",", paramLabel = "ID", description = "Only these parcels.")
  private List<String> ids;

  @Option(names = "--unit", paramLabel = "ID", description = "Only what lies in this unit by half or more.")
  private String unit;

  @Option(names = "--bbox", split = ",", paramLabel = "W,S,E,N", description = "Only what meets this box in degrees.")
  private List<Double> box;

  @Option(names = "--filter", paramLabel = "CONDITION",
      description = "Only rows that meet it (ECQL), such as \"land_use LIKE '10%%' AND registered_area_m2 > 5000\".")
  private String filter;

  @Option(names = "--today", paramLabel = "DATE", description = "idle, candidates: day the law is asked for.")
  private LocalDate today;

  @Option(names = "--from", paramLabel = "DATE", description = "ledger: the earlier day.")
  private LocalDate from;

  @Option(names = "--to", paramLabel = "DATE", description = "ledger: the later day.")
  private LocalDate to;

  @Option(names = "--state", description = "Reports: current (default) or planned use.")
  private org.parkland.land.State state;

  @Option(names = "--policy", description = "Reports: the red-line policy.")
  private String policy;

  @Option(names = "--english", description = "Head lists in English.")
  private boolean english;

  @Mixin
  private DatabaseOptions database;

  @Override
  public Integer call() {
    if (box != null && box.size() != BOX_NUMBERS) {
      throw new BadInput("--bbox", "has " + box.size() + " numbers", "give west,south,east,north in degrees");
    }
    try (Workspace workspace = database.open()) {
      Content content = new Exports(workspace, new LandAnalysis(workspace)).find(query());
      Exporter exporter = new Exporter(content, new ExportOptions(format, crs(), charset(), shapes));
      Path file = Files.isDirectory(out) ? out.resolve(exporter.fileName()) : out;
      long rows = exporter.writeTo(file, Terminal.progress("exporting " + what)::rows);
      Map<String, Object> asked = new LinkedHashMap<>();
      asked.put("format", format.word());
      asked.put("count", rows);
      asked.put("filter", filter);
      asked.put("unit", unit);
      asked.put("bbox", box);
      asked.put("ids", ids == null ? null : ids.size());
      Handout.note(workspace, Action.EXPORT, what, file, asked);
      System.out.println(file + ": " + rows + " rows");
    }
    return 0;
  }

  private ExportQuery query() {
    return new ExportQuery(what, asOf, today, from, to, name, state == null ? null : state.word(), policy,
        ids == null ? null : Set.copyOf(ids), unit, box, filter, english, null);
  }

  private Crs crs() {
    try {
      return crs == null ? null : Crs.of(crs);
    } catch (UnknownCrsException e) {
      throw new BadInput("--crs " + crs, e.getMessage(), "use a code such as EPSG:4526, EPSG:4547 or EPSG:4490", e);
    }
  }

  private Charset charset() {
    if (encoding != null && !Arrays.asList("UTF-8", "GBK").contains(encoding.toUpperCase(java.util.Locale.ROOT))) {
      throw new BadInput("--encoding " + encoding, "is none a shapefile is written in", "use UTF-8 or GBK");
    }
    return encoding == null ? null : Charset.forName(encoding);
  }
}
