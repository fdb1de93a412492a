package org.parkland.ingest;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.parkland.BadInput;
import org.parkland.check.Place;
import org.parkland.check.RowChecks;
import org.parkland.geometry.AreaMeasure;
import org.parkland.geometry.AreaMethod;
import org.parkland.geometry.Crs;
import org.parkland.geometry.Repair;
import org.parkland.ingest.CodeReader.Reading;
import org.parkland.land.Attribute;
import org.parkland.land.Feature;
import org.parkland.land.LayerKind;
import org.parkland.land.LostLand;
import org.parkland.source.SourceFeature;

/** Turns delivered rows into features of the store, or into a finding why not. */
final class RowReader {
  private final String file;
  private final LayerKind kind;
  private final boolean surveying;
  private final FieldMapping mapping;
  private final CodeColumns columns;
  private final CodeReader codes;
  private final AreaMeasure measure;
  private final ImportReport report;
  private final double largestRepair;
  private final RowChecks checks;

  /**
   * @param surveying whether a value that cannot be understood costs its row only, instead of ending the import
   * @param checks of the rows that are to be stored; null where rows are only read, because checks remember every
   *     number they have seen
   */
  RowReader(String file, LayerKind kind, boolean surveying, FieldMapping mapping, CodeReader codes, Crs crs,
      ImportReport report, double largestRepair, RowChecks checks) {
    this.file = file;
    this.kind = kind;
    this.surveying = surveying;
    this.mapping = mapping;
    this.columns = CodeColumns.of(mapping);
    this.codes = codes;
    this.largestRepair = largestRepair;
    this.checks = checks;
    this.measure = AreaMeasure.of(AreaMethod.ELLIPSOIDAL, crs);
    this.report = report;
  }

  /** The feature to store; null where the row is rejected, which the report then tells. */
  Feature read(SourceFeature row) {
    report.rowRead();
    Map<String, Object> attributes = new HashMap<>();
    boolean understood = attributes(row, attributes);
    Reading code = code(row, attributes);
    Geometry geometry = geometry(row, (String) attributes.get("id"));
    if (geometry == null || !understood) {
      lose(row, attributes);
      return null;
    }
    Feature feature = new Feature(row.row(), geometry, attributes, extra(row, code));
    double areaM2 = kind.isPolygonal() ? measure.areaM2(geometry) : 0;
    report.addLand(geometry, areaM2);
    if (code != null) {
      codes.addLand(code, areaM2);
    }
    if (checks != null) {
      checks.check(feature, areaM2);
    }
    return feature;
  }

  /** Translates the delivered code, which the attributes hold until then; null where there is none. */
  private Reading code(SourceFeature row, Map<String, Object> attributes) {
    String delivered = columns.isPresent() ? (String) attributes.remove(columns.code().name()) : null;
    if (delivered == null) {
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

  /** Tells a row that could not be read and is left out; its land is missing. */
  void refuse(SourceFeature row, BadInput why) {
    report.add("unreadable-row", row.row(), null, null, Place.in(row.geometry()), "why", why.getMessage());
    lose(row, Map.of());
  }

  /** Of what size the missing land is, where anything tells. */
  private void lose(SourceFeature row, Map<String, Object> attributes) {
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

  /** Fills in what the row says; false if, in a survey, something could not be understood. */
  private boolean attributes(SourceFeature row, Map<String, Object> attributes) {
    boolean understood = true;
    for (Map.Entry<Attribute, String> each : mapping.columns().entrySet()) {
      try {
        Object value = value(each.getKey(), each.getValue(), row);
        if (value != null) {
          attributes.put(each.getKey().name(), value);
        }
      } catch (BadInput e) {
        if (!surveying) {
          throw e;
        }
        understood = false;
        tell(row, each.getKey(), each.getValue(), e);
      }
    }
    return understood;
  }

  private void tell(SourceFeature row, Attribute attribute, String column, BadInput problem) {
    String code = row.values().get(column) == null || problem.getCause() == null
        ? "missing-value" : "unreadable-value";
    report.add(code, row.row(), null, null, Place.in(row.geometry()), "label", attribute.label(), "column", column,
        "problem", problem.problem());
  }

  private Object value(Attribute attribute, String column, SourceFeature row) {
    Object cell = row.values().get(column);
    try {
      Object value = cell == null ? null : CellReader.read(attribute, column, cell);
      if (value == null) {
        return missing(attribute, column, row);
      }
      return value;
    } catch (IllegalArgumentException e) {
      throw new BadInput(file + " row " + row.row() + " field " + column, e.getMessage(),
          "correct the value or leave it empty", e);
    }
  }

  /** Land without a class is stored and counted as unclassified; any other required value must be there. */
  private Object missing(Attribute attribute, String column, SourceFeature row) {
    if (attribute.required() && attribute.type() == Attribute.Type.CLASS) {
      report.add("unclassified", row.row(), null, null, Place.in(row.geometry()), "label", attribute.label());
    } else if (attribute.required()) {
      throw new BadInput(file + " row " + row.row() + " field " + column, attribute.label() + " is empty",
          "fill it in, or name another column with --map " + attribute.name() + "=COLUMN");
    }
    return null;
  }

  private Map<String, String> extra(SourceFeature row, Reading code) {
    Map<String, String> extra = new LinkedHashMap<>();
    if (code != null && code.isToBeKept()) {
      extra.put(columns.codeColumn(), code.delivered());
    }
    for (String column : mapping.unclaimed()) {
      Object value = row.values().get(column);
      if (value != null) {
        extra.put(column, value.toString());
      }
    }
    return extra;
  }

  private Geometry geometry(SourceFeature row, String id) {
    Geometry geometry = row.geometry();
    if (geometry == null || geometry.isEmpty()) {
      return reject("no-geometry", row, id, null);
    }
    if (!kind.isPolygonal()) {
      return geometry;
    }
    if (geometry.getDimension() < 2) {
      return reject("not-a-polygon", row, id, null, "type", geometry.getGeometryType());
    }
    Repair repair = Repair.of(geometry);
    return repair.wasNeeded() ? repaired(row, id, repair) : geometry;
  }

  private Geometry repaired(SourceFeature row, String id, Repair repair) {
    double before = measure.areaM2(repair.original());
    double after = measure.areaM2(repair.geometry());
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
