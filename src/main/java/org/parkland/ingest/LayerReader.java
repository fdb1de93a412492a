package org.parkland.ingest;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Stream;
import org.parkland.geometry.Crs;
import org.parkland.land.Feature;
import org.parkland.source.FeatureSource;
import org.parkland.source.SourceFeature;

/**
 * The rows of a layer as an import would store them, one after the other and without storing them. Nothing can be
 * taken back here, so that a row for which an import would refuse the file is left out and told in the report.
 */
public final class LayerReader implements Iterator<Feature>, AutoCloseable {
  private final OpenedLayer layer;
  private final Crs crs;
  private final RowReader rows;
  private final Iterator<ParsedRow> parsed;
  private final Runnable ending;
  private Feature next;

  private LayerReader(ImportRequest request, FeatureSource source, ImportRules rules, Set<String> wanted,
      CodeDecision decided, boolean ahead) {
    FieldMapping mapping = FieldMapping.of(request.origin().label(), rules.schemas().get(request.kind()),
        source.layer(), request.columns());
    this.layer = OpenedLayer.of(request, source, mapping.only(wanted), rules, decided);
    this.crs = layer.decideCrs();
    // Figures are drawn here; what else is wrong with rows is for an import or a check to say.
    this.rows = new RowReader(layer, crs, true, rules.limits().repairShare(), null);
    ReadAhead reading = ahead ? new ReadAhead(layer.rows(), rows.parser()) : null;
    this.parsed = ahead ? reading : parsed(layer.rows(), rows.parser());
    this.ending = ahead ? reading::close : () -> { };
  }

  private static Iterator<ParsedRow> parsed(Iterator<SourceFeature> rows, RowParser parser) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return rows.hasNext();
      }

      @Override
      public ParsedRow next() {
        return parser.parse(rows.next());
      }
    };
  }

  /** Opens the file of a request and reads it with all processors; otherwise as {@link #of}. */
  public static LayerReader open(ImportRequest request, ImportRules rules, Set<String> wanted) {
    return of(request, request.origin().open(request.reading(rules.sources())), rules, wanted, null, true);
  }

  /**
   * Reads in the thread that asks.
   *
   * @param source closed with the reader
   * @param wanted the attributes to read; those that layers must have are missed all the same. A column that no
   *     attribute claims is kept if it is named here
   * @param decided in which scheme the codes are, or null: then the first rows tell
   * @throws BadInput if the layer lacks a column or its reference system is not known
   */
  public static LayerReader of(ImportRequest request, FeatureSource source, ImportRules rules, Set<String> wanted,
      CodeDecision decided) {
    return of(request, source, rules, wanted, decided, false);
  }

  private static LayerReader of(ImportRequest request, FeatureSource source, ImportRules rules, Set<String> wanted,
      CodeDecision decided, boolean ahead) {
    try {
      return new LayerReader(request, source, rules, wanted, decided, ahead);
    } catch (RuntimeException e) {
      source.close();
      throw e;
    }
  }

  /** The columns that are read, the one of the parcel's number first. */
  public List<String> columns() {
    return Stream.concat(layer.mapping().columns().values().stream(), layer.mapping().unclaimed().stream()).toList();
  }

  /** In which scheme the codes are; null where the layer has none. */
  public CodeDecision decision() {
    return layer.codes() == null ? null : CodeDecision.of(layer.codes().decision());
  }

  /** What is left open of the rows that were handed on; safe to ask from other threads. */
  public OpenCodes open() {
    return new OpenCodes(
        layer.columns().codeColumn(), Map.of(), layer.codes() == null ? Map.of() : layer.codes().open());
  }

  /** Of the geometries. */
  public Crs crs() {
    return crs;
  }

  /** What was read so far; complete after {@link #finish}. */
  public ImportReport report() {
    return layer.report();
  }

  /** Rows of the layer, or -1 where only reading tells. */
  public long count() {
    return layer.source().layer().count();
  }

  @Override
  public boolean hasNext() {
    while (next == null && parsed.hasNext()) {
      next = rows.read(parsed.next());
    }
    return next != null;
  }

  @Override
  public Feature next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Feature feature = next;
    next = null;
    return feature;
  }

  /**
   * To be called after the last row.
   *
   * @throws BadInput if a code is of no classification, as an import would
   */
  public void finish() {
    layer.finish();
  }

  @Override
  public void close() {
    ending.run();
    layer.source().close();
  }
}
