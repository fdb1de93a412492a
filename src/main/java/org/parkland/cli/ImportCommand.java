package org.parkland.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.parkland.BadInput;
import org.parkland.analysis.Workspace;
import org.parkland.check.FindingBook;
import org.parkland.config.ServerAddress;
import org.parkland.ingest.ImportReport;
import org.parkland.ingest.ImportRequest;
import org.parkland.ingest.Progress;
import org.parkland.land.LayerKind;
import org.parkland.source.Origin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code parkland import FILE --as KIND}: one layer becomes one snapshot. */
@Command(name = "import", mixinStandardHelpOptions = true,
    description = "Import a layer: all of it or, with a clear reason, nothing.")
final class ImportCommand implements Callable<Integer> {
  private static final int SHOWN_FINDINGS = 20;

  @Parameters(index = "0", arity = "0..1", paramLabel = "FILE", description = "Shapefile (.shp, .zip or folder),"
      + " GeoPackage, GeoJSON, FlatGeobuf, [地块坐标] text, CSV; through GDAL also .gdb, DWG, DXF, MapInfo, KML.")
  private Path file;

  @Option(names = "--from", paramLabel = "URL", description = "Instead of a file: jdbc:postgresql://HOST/DATABASE.")
  private String from;

  @Option(names = "--table", paramLabel = "SCHEMA.TABLE", description = "The table or view to take with --from.")
  private String table;

  @Spec
  private CommandSpec spec;

  @Option(names = "--as", required = true, paramLabel = "KIND",
      description = "What the layer is: ${COMPLETION-CANDIDATES}.")
  private LayerKind kind;

  @Option(names = "--name", description = "Tells layers of one kind apart (constraint, reference; default: the layer's name).")
  private String name;

  @Option(names = "--date", paramLabel = "YYYY-MM-DD",
      description = "The day the data describe (required for parcels; default for other layers: today).")
  private LocalDate date;

  @Option(names = "--keep-unknown-codes", description = "Store land-use codes of no classification as delivered; the"
      + " red line then says what they leave open.")
  private boolean keepUnknownCodes;

  @Option(names = "--no-check", description = "Do not look for overlaps, gaps and land outside the district afterwards;"
      + " 'parkland check' does it later.")
  private boolean unchecked;

  @Mixin
  private ReadingOptions reading;

  @Mixin
  private DatabaseOptions database;

  @Override
  public Integer call() {
    Origin origin = origin();
    ImportRequest request = new ImportRequest(origin, kind, name, reading.layer, asOf(), reading.crs(),
        reading.isGuessAccepted(), reading.swapAxes, reading.charset(), reading.columns, reading.codes,
        keepUnknownCodes, reading.scheme, System.getProperty("user.name"));
    try (Workspace workspace = database.openForImport()) {
      ImportReport report = run(workspace, request, Terminal.progress("importing " + origin.name()));
      show(origin.label(), report);
      if (!unchecked && !report.isAlreadyStored()) {
        show(workspace.inspection().run(report.snapshot(), Terminal.windows("checking " + origin.name())));
      }
    } catch (CancellationException e) {
      return Parkland.INTERRUPTED;
    }
    return 0;
  }

  private static ImportReport run(Workspace workspace, ImportRequest request, Progress progress) {
    try (Interruption interruption = new Interruption()) {
      return workspace.importer().run(request, interruption.watch(progress));
    }
  }

  /** What the layer as a whole shows, apart from its rows. */
  private static void show(FindingBook found) {
    System.out.println("  layer checked: " + FindingPrinter.summary(found.counts()));
    FindingPrinter.print(found.samples(), SHOWN_FINDINGS);
  }

  private void show(String label, ImportReport report) {
    System.out.println(label + ": " + report.summary());
    System.out.println("  " + report.layer().format() + ", layer " + report.layer().name() + ", "
        + report.snapshot().crs() + (report.layer().encoding() == null ? "" : ", " + report.layer().encoding())
        + ", as of " + report.snapshot().asOf() + ", snapshot " + report.snapshot().id());
    FindingPrinter.print(report.findings(), SHOWN_FINDINGS);
  }

  private Origin origin() {
    if ((file == null) == (from == null) || (from == null) != (table == null)) {
      throw new ParameterException(spec.commandLine(), "name a FILE, or --from jdbc:postgresql://… with --table");
    }
    return file != null ? Origin.of(file) : new Origin.Table(ServerAddress.of(from), table);
  }

  private LocalDate asOf() {
    if (date == null && kind == LayerKind.PARCELS) {
      throw new BadInput("--date", "is missing: figures need the day the parcels describe",
          "add --date YYYY-MM-DD");
    }
    return date != null ? date : LocalDate.now();
  }
}
