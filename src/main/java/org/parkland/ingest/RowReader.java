package org.parkland.ingest;

import java.util.LinkedHashMap;
import java.util.Map;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.parkland.check.Place;
import org.parkland.check.RowChecks;
import org.parkland.geometry.AreaMeasure;
import org.parkland.geometry.AreaMethod;
import org.parkland.geometry.Crs;
import org.parkland.geometry.Repair;
import org.parkland.ingest.CodeReader.Reading;
import org.parkland.ingest.ParsedRow.Misfit;
import org.parkland.land.Feature;
import org.parkland.land.LayerKind;
import org.parkland.land.LostLand;
import org.parkland.source.SourceFeature;

/** Turns delivered rows, in their order, into features of the store, or into findings why not. */
final class RowReader {
  private final LayerKind kind;
  private final boolean leavingOut;
  private final OpenedLayer layer;
  private final CodeColumns columns;
  private final CodeReader codes;
  private final ImportReport report;
  private final AreaMeasure measure;
  private final RowParser parser;
  private final double largestRepair;
  private final RowChecks checks;

  /**
   * @param leavingOut whether a value that cannot be understood costs its row only, instead of ending the import
   * @param checks of the rows that are to be stored; null where rows are only read, because checks remember every
   *     number they have seen
   */
  RowReader(OpenedLayer layer, Crs crs, boolean leavingOut, double largestRepair, RowChecks checks) {
    this.kind = layer.request().kind();
    this.leavingOut = leavingOut;
    this.layer = layer;
    this.columns = layer.columns();
    this.codes = layer.codes();
    this.report = layer.report();
    this.largestRepair = largestRepair;
    this.checks = checks;
    this.measure = AreaMeasure.of(AreaMethod.ELLIPSOIDAL, crs);
    this.parser = new RowParser(layer.file(), kind.isPolygonal(), layer.mapping(), measure);
  }

  /** What is to be done with each row before {@link #read}; may be done in any thread. */
  RowParser parser() {
    return parser;
  }

  /**
   * @param parsed by this reader's parser
   * @return the feature to store; null where the row is rejected, which the report then tells
   */
  Feature read(ParsedRow parsed) {
    report.rowRead();
    if (!parsed.misfits().isEmpty()) {
      tell(parsed);
    }
    Reading code = code(parsed);
    Geometry geometry = geometry(parsed);
    if (geometry == null || !parsed.misfits().isEmpty()) {
      lose(parsed);
      return null;
    }
    SourceFeature row = parsed.row();
    Feature feature = new Feature(row.row(), geometry, parsed.attributes(), extra(row, code));
    report.addLand(geometry, parsed.areaM2());
    if (code != null) {
      codes.addLand(code, parsed.areaM2());
    }
    if (checks != null) {
      checks.check(feature, parsed.areaM2());
    }
    return feature;
  }

  private void tell(ParsedRow parsed) {
    if (!leavingOut) {
      throw parsed.misfits().get(0).why();
    }
    for (Misfit each : parsed.misfits()) {
      report.add(each.missing() ? "missing-value" : "unreadable-value", parsed.row().row(), null, null,
          Place.in(parsed.row().geometry()), "label", each.attribute().label(), "column", each.column(),
          "problem", each.why().problem());
    }
  }

  /** Translates the delivered code, which the attributes hold until then; null where there is none. */
  private Reading code(ParsedRow parsed) {
    if (!columns.isPresent()) {
      return null;
    }
    SourceFeature row = parsed.row();
    Map<String, Object> attributes = parsed.attributes();
    String delivered = (String) attributes.remove(columns.code().name());
    if (delivered == null) {
      unclassified(row);
      return null;
    }
    Reading reading = codes.read(delivered, row.row());
    if (reading.code() != null) {
      attributes.put(columns.code().name(), reading.code());
    }
    if (reading.newIndustry()) {
      attributes.putIfAbsent("new_industry", true);
    }
    String name = columns.name() == null ? null : (String) attributes.get(columns.name().name());
    if (codes.fit(reading, name, row.row()) == CodeReader.Fit.CONTRADICTS) {
      report.add("code-name-contradiction", row.row(), (String) attributes.get("id"), null,
          Place.in(row.geometry()), codes.contradiction(reading, name));
    }
    return reading;
  }

  /** Land without a class is stored and counted as such. */
  private void unclassified(SourceFeature row) {
    if (columns.code().required()) {
      report.add("unclassified", row.row(), null, null, Place.in(row.geometry()), "label", columns.code().label());
    }
  }

  /** Of what size the missing land is, where anything tells. */
  private void lose(ParsedRow parsed) {
    report.rowRejected();
    SourceFeature row = parsed.row();
    Map<String, Object> attributes = parsed.attributes();
    Geometry shape = row.geometry() == null || row.geometry().isEmpty() ? null : row.geometry();
    Double registeredM2 = (Double) attributes.get("registered_area_m2");
    double areaM2 = registeredM2 != null ? registeredM2 : shape == null ? 0 : measure.areaM2(shape);
    if (areaM2 > 0) {
      String id = (String) attributes.get("id");
      report.addLost(new LostLand(id != null ? id : "row " + row.row(), (String) attributes.get("land_use"), areaM2,
          shape == null ? null : box(shape.getEnvelopeInternal())));
    }
  }

  private static double[] box(Envelope box) {
    return new double[] {box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()};
  }

  /** Delivered columns without an attribute, and the code as it came where the stored one does not tell it. */
  private Map<String, String> extra(SourceFeature row, Reading code) {
    Map<String, String> extra = new LinkedHashMap<>();
    if (code != null && code.isToBeKept()) {
      extra.put(columns.codeColumn(), code.delivered());
    }
    for (String column : layer.mapping().unclaimed()) {
      Object value = row.values().get(column);
      if (value != null) {
        extra.put(column, value.toString());
      }
    }
    return extra;
  }

  private Geometry geometry(ParsedRow parsed) {
    SourceFeature row = parsed.row();
    String id = (String) parsed.attributes().get("id");
    Geometry geometry = row.geometry();
    if (geometry == null || geometry.isEmpty()) {
      return reject("no-geometry", row, id, null);
    }
    if (!kind.isPolygonal()) {
      return geometry;
    }
    if (parsed.repair() == null) {
      return reject("not-a-polygon", row, id, null, "type", geometry.getGeometryType());
    }
    return parsed.repair().wasNeeded() ? repaired(row, id, parsed.repair(), parsed.areaM2()) : geometry;
  }

  private Geometry repaired(SourceFeature row, String id, Repair repair, double after) {
    double before = measure.areaM2(repair.original());
    double change = after - before;
    if (repair.geometry().isEmpty()) {
      return reject("no-area", row, id, before, "reason", repair.reason());
    }
    if (Math.abs(change) > largestRepair * Math.max(before, after)) {
      return reject("repair-too-large", row, id, change, "reason", repair.reason(),
          "before", String.format("%.2f", before), "after", String.format("%.2f", after));
    }
    report.add("repaired", row.row(), id, change, repair.place(), "reason", repair.reason(),
        "change", String.format("%.4f", change));
    return repair.geometry();
  }

  private Geometry reject(String code, SourceFeature row, String id, Double figure, Object... details) {
    report.add(code, row.row(), id, figure, Place.in(row.geometry()), details);
    return null;
  }
}
