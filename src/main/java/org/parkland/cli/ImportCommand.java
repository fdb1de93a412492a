package org.parkland.cli;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.parkland.BadInput;
import org.parkland.analysis.Workspace;
import org.parkland.geometry.Crs;
import org.parkland.geometry.UnknownCrsException;
import org.parkland.ingest.ImportReport;
import org.parkland.ingest.ImportRequest;
import org.parkland.land.Finding;
import org.parkland.land.LayerKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code parkland import FILE --as KIND}: one layer becomes one snapshot. */
@Command(name = "import", mixinStandardHelpOptions = true,
    description = "Import a layer: all of it or, with a clear reason, nothing.")
final class ImportCommand implements Callable<Integer> {
  private static final int SHOWN_FINDINGS = 20;

  @Parameters(index = "0", paramLabel = "FILE", description = "Shapefile (.shp, .zip or folder), GeoPackage, GeoJSON.")
  private Path file;

  @Option(names = "--as", required = true, paramLabel = "KIND",
      description = "What the layer is: ${COMPLETION-CANDIDATES}.")
  private LayerKind kind;

  @Option(names = "--layer", description = "The layer to take where the file holds several.")
  private String layer;

  @Option(names = "--name", description = "Tells layers of one kind apart (constraint, reference; default: the layer's name).")
  private String name;

  @Option(names = "--date", paramLabel = "YYYY-MM-DD",
      description = "The day the data describe (required for parcels; default for other layers: today).")
  private LocalDate date;

  @Option(names = "--crs", paramLabel = "EPSG:n", description = "Coordinate reference system; overrides the file's.")
  private String crs;

  @Option(names = "--encoding", description = "Text encoding, such as GBK or UTF-8 (default: found out).")
  private String encoding;

  @Option(names = "--map", paramLabel = "FIELD=COLUMN", description = "Take an attribute from a column.")
  private Map<String, String> columns = new LinkedHashMap<>();

  @Option(names = "--map-code", paramLabel = "CODE=CODE", description = "Read a delivered land-use code as another.")
  private Map<String, String> codes = new LinkedHashMap<>();

  @Option(names = "--keep-unknown-codes", description = "Store land-use codes of no classification as delivered; the"
      + " red line then says what they leave open.")
  private boolean keepUnknownCodes;

  @Mixin
  private DatabaseOptions database;

  @Override
  public Integer call() {
    ImportRequest request = new ImportRequest(file, kind, name, layer, asOf(), crs(), charset(), columns, codes,
        keepUnknownCodes, System.getProperty("user.name"));
    try (Interruption interruption = new Interruption(); Workspace workspace = database.openForImport()) {
      show(workspace.importer().run(request,
          interruption.watch(Terminal.progress("importing " + file.getFileName()))));
    } catch (CancellationException e) {
      return Parkland.INTERRUPTED;
    }
    return 0;
  }

  private void show(ImportReport report) {
    System.out.println(file + ": " + report.summary());
    System.out.println("  " + report.layer().format() + ", layer " + report.layer().name() + ", "
        + report.snapshot().crs() + (report.layer().encoding() == null ? "" : ", " + report.layer().encoding())
        + ", as of " + report.snapshot().asOf() + ", snapshot " + report.snapshot().id());
    for (Finding finding : report.findings().stream().limit(SHOWN_FINDINGS).toList()) {
      System.out.println("  " + finding.severity().word() + " row "
          + finding.row() + (finding.id() == null ? "" : " " + finding.id()) + ": " + finding.message());
    }
    if (report.findings().size() > SHOWN_FINDINGS) {
      System.out.println("  … and more; all are kept with the snapshot");
    }
  }

  private LocalDate asOf() {
    if (date == null && kind == LayerKind.PARCELS) {
      throw new BadInput("--date", "is missing: figures need the day the parcels describe",
          "add --date YYYY-MM-DD");
    }
    return date != null ? date : LocalDate.now();
  }

  private Crs crs() {
    try {
      return crs == null ? null : Crs.of(crs);
    } catch (UnknownCrsException e) {
      throw new BadInput("--crs " + crs, e.getMessage(), "use a code such as EPSG:4526 or EPSG:4547", e);
    }
  }

  private Charset charset() {
    try {
      return encoding == null ? null : Charset.forName(encoding);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new BadInput("--encoding " + encoding, "is no encoding", "use GBK, GB18030 or UTF-8", e);
    }
  }
}
