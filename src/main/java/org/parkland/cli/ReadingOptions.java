package org.parkland.cli;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.parkland.BadInput;
import org.parkland.geometry.Crs;
import org.parkland.geometry.UnknownCrsException;
import picocli.CommandLine.Option;

/** How a file is to be understood where it does not say so itself: the same options to import and to check. */
final class ReadingOptions {
  private static final String AUTO = "auto";

  @Option(names = "--layer", description = "The layer to take where the file holds several.")
  String layer;

  @Option(names = "--crs", paramLabel = "EPSG:n", description = "Coordinate reference system; overrides the file's."
      + " auto: where the file does not say it, accept what the coordinates look like.")
  private String crs;

  @Option(names = "--swap-axes", description = "The file has northing (or latitude) first: exchange the two.")
  boolean swapAxes;

  @Option(names = "--encoding", description = "Text encoding, such as GBK or UTF-8 (default: found out).")
  private String encoding;

  @Option(names = "--map", paramLabel = "FIELD=COLUMN", description = "Take an attribute from a column.")
  Map<String, String> columns = new LinkedHashMap<>();

  @Option(names = "--map-code", paramLabel = "CODE=CODE", description = "Read a delivered land-use code as another.")
  Map<String, String> codes = new LinkedHashMap<>();

  @Option(names = "--scheme", paramLabel = "ID", description = "Scheme of the land-use codes: land-sea-2023,"
      + " land-sea-2020, survey (DLBM) or gb50137 (default: found out from column and names).")
  String scheme;

  boolean isGuessAccepted() {
    return AUTO.equals(crs);
  }

  Crs crs() {
    try {
      return crs == null || isGuessAccepted() ? null : Crs.of(crs);
    } catch (UnknownCrsException e) {
      throw new BadInput("--crs " + crs, e.getMessage(), "use a code such as EPSG:4526 or EPSG:4547", e);
    }
  }

  Charset charset() {
    try {
      return encoding == null ? null : Charset.forName(encoding);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new BadInput("--encoding " + encoding, "is no encoding", "use GBK, GB18030 or UTF-8", e);
    }
  }
}
