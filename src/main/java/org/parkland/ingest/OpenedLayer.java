package org.parkland.ingest;

import org.parkland.geometry.Crs;
import org.parkland.source.FeatureSource;

/**
 * A delivered layer with everything decided that its columns and first rows decide; import, stream and inspection
 * begin with it.
 *
 * @param rows to be read once, from the first
 * @param codes null where the layer has no land-use codes
 */
record OpenedLayer(ImportRequest request, FeatureSource source, FieldMapping mapping, ImportRules rules,
    ImportReport report, FirstRows rows, CodeColumns columns, CodeReader codes) {

  /** @throws org.parkland.BadInput if the codes cannot be read as the user wants them read */
  static OpenedLayer of(ImportRequest request, FeatureSource source, FieldMapping mapping, ImportRules rules) {
    return of(request, source, mapping, rules, null);
  }

  /**
   * The same where it may have been decided before in which scheme the codes are.
   *
   * @param decided null: the first rows tell
   */
  static OpenedLayer of(ImportRequest request, FeatureSource source, FieldMapping mapping, ImportRules rules,
      CodeDecision decided) {
    ImportReport report = new ImportReport(source.layer(), mapping, rules.findings());
    FirstRows rows = new FirstRows(source, rules.schemes().sampleRows());
    CodeColumns columns = CodeColumns.of(mapping);
    return new OpenedLayer(request, source, mapping, rules, report, rows, columns,
        decided == null ? columns.reader(rules, request, rows, report)
            : columns.reader(rules, request, decided.in(rules.schemes()), report));
  }

  /** What messages call the file. */
  String file() {
    return request.origin().label();
  }

  /**
   * The reference system of the layer; what is to be said about it and the rest of the layer goes into the report.
   *
   * @throws org.parkland.BadInput if it is not known, or the coordinates do not fit it
   */
  Crs decideCrs() {
    CrsDecision decision = CrsDecision.decide(
        file(), source.layer(), request.reading(rules.sources()), request.guessAccepted(), rows.box(), rules.longitude());
    report.addAll(decision.notices());
    report.addAll(source.layer().notices());
    report.addAll(mapping.notices());
    return decision.crs();
  }

  /**
   * To be called after the last row.
   *
   * @throws org.parkland.BadInput if a code is of no classification and such are not kept
   */
  void finish() {
    report.addAll(source.notices());
    if (codes != null) {
      codes.requireAllKnown(file(), columns.codeColumn());
      codes.tell(report, columns.codeColumn());
    }
  }
}
