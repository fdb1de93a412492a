package org.parkland.ingest;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.parkland.geometry.Crs;
import org.parkland.land.LayerKind;
import org.parkland.source.Origin;
import org.parkland.source.Reading;
import org.parkland.source.SourceLimits;

/**
 * What to import and how to understand it. Everything but origin, kind and date may be null or empty: then the
 * file itself decides.
 *
 * @param name tells layers of one kind apart; ignored where a kind has one layer only
 * @param layer the layer of a file that holds several
 * @param asOf the day the data describe
 * @param crs overrides what the file declares
 * @param guessAccepted whether a system guessed from the coordinates may stand in where the file declares none
 * @param swapAxes whether the file has northing (or latitude) first
 * @param columns attribute → column, overrides the alias table
 * @param codes delivered land-use code → code of the classification
 * @param keepUnknownCodes whether a land-use code of no classification is stored as delivered instead of refusing
 *     the file; figures then say what it leaves open
 * @param scheme id of the scheme of codes ({@code land-sea-2020}, {@code survey} …) whatever the layer looks like
 * @param user who imports, for the record
 */
public record ImportRequest(
    Origin origin,
    LayerKind kind,
    String name,
    String layer,
    LocalDate asOf,
    Crs crs,
    boolean guessAccepted,
    boolean swapAxes,
    Charset encoding,
    Map<String, String> columns,
    Map<String, String> codes,
    boolean keepUnknownCodes,
    String scheme,
    String user) {

  public ImportRequest {
    columns = Map.copyOf(columns);
    codes = Map.copyOf(codes);
  }

  /** A request about a file that says its system itself, or for which the user says it. */
  public ImportRequest(Path file, LayerKind kind, String name, String layer, LocalDate asOf, Crs crs, Charset encoding,
      Map<String, String> columns, Map<String, String> codes, boolean keepUnknownCodes, String user) {
    this(Origin.of(file), kind, name, layer, asOf, crs, false, false, encoding, columns, codes, keepUnknownCodes, null,
        user);
  }

  /** The file the layer comes from. */
  public Path file() {
    return origin instanceof Origin.Delivered delivered ? delivered.file() : Path.of(origin.name());
  }

  /** What the user decided about the reading of the file, and what the file may ask of the machine. */
  Reading reading(SourceLimits limits) {
    return new Reading(layer, encoding, crs, swapAxes, limits);
  }

  /** The same, with codes of no classification stored as delivered. */
  ImportRequest keepingUnknownCodes() {
    return new ImportRequest(origin, kind, name, layer, asOf, crs, guessAccepted, swapAxes, encoding, columns, codes,
        true, scheme, user);
  }

  /** A request in which the file decides everything. */
  public static ImportRequest of(Path file, LayerKind kind, LocalDate asOf) {
    return new ImportRequest(file, kind, null, null, asOf, null, null, Map.of(), Map.of(), false,
        System.getProperty("user.name"));
  }
}
