package org.parkland.ingest;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.parkland.BadInput;
import org.parkland.geometry.Crs;
import org.parkland.land.Attribute;
import org.parkland.land.Classification;
import org.parkland.land.Feature;
import org.parkland.land.Schema;
import org.parkland.source.FeatureSource;
import org.parkland.source.SourceFeature;

/**
 * The rows of a layer as an import would store them, one after the other and without storing them. Rows that an
 * import would reject are left out and told in the report.
 */
public final class LayerReader implements Iterator<Feature>, AutoCloseable {
  private final String file;
  private final FeatureSource source;
  private final FieldMapping mapping;
  private final ImportReport report;
  private final Crs crs;
  private final CodeReader codes;
  private final RowReader rows;
  private Feature next;
  private SourceFeature first;

  private LayerReader(
      ImportRequest request, FeatureSource source, Classification classification, Schema schema) {
    this.file = request.file().toString();
    this.source = source;
    this.mapping = FieldMapping.of(file, schema, source.layer(), request.columns());
    this.report = new ImportReport(source.layer(), mapping);
    this.first = source.hasNext() ? source.next() : null;
    this.crs = CrsDecision.decide(
        file, source.layer().crs(), request.crs(), first == null ? null : first.geometry());
    this.codes = new CodeReader(classification, request.codes(), request.keepUnknownCodes());
    this.rows = new RowReader(file, request.kind(), mapping, codes, crs, report);
  }

  /**
   * @param source closed with the reader
   * @throws BadInput if the layer lacks a column or its reference system is not known
   */
  public static LayerReader of(
      ImportRequest request, FeatureSource source, Classification classification, Schema schema) {
    try {
      return new LayerReader(request, source, classification, schema);
    } catch (RuntimeException e) {
      source.close();
      throw e;
    }
  }

  /** Of the geometries. */
  public Crs crs() {
    return crs;
  }

  /** What was read so far; complete after {@link #finish}. */
  public ImportReport report() {
    return report;
  }

  /** Rows of the layer, or -1 where only reading tells. */
  public long count() {
    return source.layer().count();
  }

  @Override
  public boolean hasNext() {
    while (next == null && (first != null || source.hasNext())) {
      SourceFeature row = first != null ? first : source.next();
      first = null;
      next = rows.read(row);
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
    String column = mapping.columns().entrySet().stream()
        .filter(each -> each.getKey().type() == Attribute.Type.CLASS).map(each -> each.getValue()).findFirst().orElse("");
    codes.requireAllKnown(file, column);
    codes.keptUnknown().forEach(report::add);
    report.mendedCodes(codes.mended());
  }

  @Override
  public void close() {
    source.close();
  }
}
