package org.parkland.ingest;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.parkland.BadInput;
import org.parkland.geometry.Crs;
import org.parkland.land.Feature;
import org.parkland.source.FeatureSource;
import org.parkland.source.SourceFeature;

/**
 * The rows of a layer as an import would store them, one after the other and without storing them. Nothing can be
 * taken back here, so that a row for which an import would refuse the file is left out and told in the report.
 */
public final class LayerReader implements Iterator<Feature>, AutoCloseable {
  private final String file;
  private final FeatureSource source;
  private final FirstRows delivered;
  private final FieldMapping mapping;
  private final ImportReport report;
  private final Crs crs;
  private final CodeReader codes;
  private final RowReader rows;
  private Feature next;

  private LayerReader(ImportRequest request, FeatureSource source, ImportRules rules, Set<String> wanted) {
    this.file = request.origin().label();
    this.source = source;
    this.delivered = new FirstRows(source, rules.schemes().sampleRows());
    this.mapping = FieldMapping.of(file, rules.schemas().get(request.kind()), source.layer(), request.columns())
        .only(wanted);
    this.report = new ImportReport(source.layer(), mapping, rules.findings());
    CrsDecision decision = CrsDecision.decide(
        file, source.layer(), request.reading(rules.sources()), request.guessAccepted(), delivered.box(), rules.longitude());
    this.crs = decision.crs();
    report.addAll(decision.notices());
    report.addAll(source.layer().notices());
    this.codes = CodeColumns.of(mapping).reader(rules, request, delivered, report);
    // Figures are drawn here; what else is wrong with rows is for an import or a check to say.
    this.rows = new RowReader(
        file, request.kind(), false, mapping, codes, crs, report, rules.limits().repairShare(), null);
  }

  /** Opens the file of a request; otherwise as {@link #of}. */
  public static LayerReader open(ImportRequest request, ImportRules rules, Set<String> wanted) {
    return of(request, request.origin().open(request.reading(rules.sources())), rules, wanted);
  }

  /**
   * @param source closed with the reader
   * @param wanted the attributes to read; those that layers must have are missed all the same
   * @throws BadInput if the layer lacks a column or its reference system is not known
   */
  public static LayerReader of(ImportRequest request, FeatureSource source, ImportRules rules, Set<String> wanted) {
    try {
      return new LayerReader(request, source, rules, wanted);
    } catch (RuntimeException e) {
      source.close();
      throw e;
    }
  }

  /** The columns that are read, the one of the parcel's number first. */
  public List<String> columns() {
    return List.copyOf(mapping.columns().values());
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
    while (next == null && delivered.hasNext()) {
      next = read(delivered.next());
    }
    return next != null;
  }

  private Feature read(SourceFeature row) {
    try {
      return rows.read(row);
    } catch (BadInput e) {
      rows.refuse(row, e);
      return null;
    }
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
    report.addAll(source.notices());
    if (codes != null) {
      String column = CodeColumns.of(mapping).codeColumn();
      codes.requireAllKnown(file, column);
      codes.tell(report, column);
    }
  }

  @Override
  public void close() {
    source.close();
  }
}
