package org.parkland.cli;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.parkland.BadInput;
import org.parkland.analysis.Workspace;
import org.parkland.config.ServerAddress;
import org.parkland.geometry.Crs;
import org.parkland.geometry.UnknownCrsException;
import org.parkland.ingest.ImportReport;
import org.parkland.ingest.ImportRequest;
import org.parkland.land.Finding;
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
  private static final String AUTO = "auto";

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

  @Option(names = "--layer", description = "The layer to take where the file holds several.")
  private String layer;

  @Option(names = "--name", description = "Tells layers of one kind apart (constraint, reference; default: the layer's name).")
  private String name;

  @Option(names = "--date", paramLabel = "YYYY-MM-DD",
      description = "The day the data describe (required for parcels; default for other layers: today).")
  private LocalDate date;

  @Option(names = "--crs", paramLabel = "EPSG:n", description = "Coordinate reference system; overrides the file's."
      + " auto: where the file does not say it, accept what the coordinates look like.")
  private String crs;

  @Option(names = "--swap-axes", description = "The file has northing (or latitude) first: exchange the two.")
  private boolean swapAxes;

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
    Origin origin = origin();
    ImportRequest request = new ImportRequest(origin, kind, name, layer, asOf(), crs(), AUTO.equals(crs),
        swapAxes, charset(), columns, codes, keepUnknownCodes, System.getProperty("user.name"));
    try (Workspace workspace = database.openForImport()) {
      show(origin.label(), workspace.importer().run(request, Terminal.progress("importing " + origin.name())));
    }
    return 0;
  }

  private void show(String label, ImportReport report) {
    System.out.println(label + ": " + report.summary());
    System.out.println("  " + report.layer().format() + ", layer " + report.layer().name() + ", "
        + report.snapshot().crs() + (report.layer().encoding() == null ? "" : ", " + report.layer().encoding())
        + ", as of " + report.snapshot().asOf() + ", snapshot " + report.snapshot().id());
    for (Finding finding : report.findings().stream().limit(SHOWN_FINDINGS).toList()) {
      System.out.println("  " + finding.severity().word() + (finding.row() == 0 ? "" : " row " + finding.row())
          + (finding.id() == null ? "" : " " + finding.id()) + ": " + finding.message());
    }
    if (report.findings().size() > SHOWN_FINDINGS) {
      System.out.println("  … and more; all are kept with the snapshot");
    }
  }

  private Origin origin() {
    if ((file == null) == (from == null) || (from == null) != (table == null)) {
      throw new ParameterException(spec.commandLine(), "name a FILE, or --from jdbc:postgresql://… with --table");
    }
    return file != null ? Origin.of(file) : new Origin.Table(new ServerAddress(from, System.getenv()), table);
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
      return crs == null || AUTO.equals(crs) ? null : Crs.of(crs);
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
