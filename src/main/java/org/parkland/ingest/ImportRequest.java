package org.parkland.ingest;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.parkland.geometry.Crs;
import org.parkland.land.LayerKind;

/**
 * What to import and how to understand it. Everything but file, kind and date may be null or empty: then the
 * file itself decides.
 *
 * @param name tells layers of one kind apart; ignored where a kind has one layer only
 * @param layer the layer of a file that holds several
 * @param asOf the day the data describe
 * @param crs overrides what the file declares
 * @param columns attribute → column, overrides the alias table
 * @param codes delivered land-use code → code of the classification
 * @param keepUnknownCodes whether a land-use code of no classification is stored as delivered instead of refusing
 *     the file; figures then say what it leaves open
 * @param scheme id of the scheme of codes ({@code land-sea-2020}, {@code survey} …) whatever the layer looks like
 * @param user who imports, for the record
 */
public record ImportRequest(
    Path file,
    LayerKind kind,
    String name,
    String layer,
    LocalDate asOf,
    Crs crs,
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

  /** Without a scheme: the layer itself tells it. */
  public ImportRequest(Path file, LayerKind kind, String name, String layer, LocalDate asOf, Crs crs,
      Charset encoding, Map<String, String> columns, Map<String, String> codes, boolean keepUnknownCodes,
      String user) {
    this(file, kind, name, layer, asOf, crs, encoding, columns, codes, keepUnknownCodes, null, user);
  }

  /** The same, with codes of no classification stored as delivered. */
  ImportRequest keepingUnknownCodes() {
    return new ImportRequest(file, kind, name, layer, asOf, crs, encoding, columns, codes, true, scheme, user);
  }

  /** A request in which the file decides everything. */
  public static ImportRequest of(Path file, LayerKind kind, LocalDate asOf) {
    return new ImportRequest(file, kind, null, null, asOf, null, null, Map.of(), Map.of(), false,
        System.getProperty("user.name"));
  }
}
