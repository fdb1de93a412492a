package org.parkland.ingest;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.parkland.BadInput;
import org.parkland.geometry.AreaMeasure;
import org.parkland.geometry.AreaMethod;
import org.parkland.geometry.Crs;
import org.parkland.geometry.Repair;
import org.parkland.land.Attribute;
import org.parkland.land.Feature;
import org.parkland.land.LayerKind;
import org.parkland.land.LostLand;
import org.parkland.source.SourceFeature;

/** Turns delivered rows into features of the store, or into a finding why not. */
final class RowReader {
  /** A repair that changes the area by more than this share is no repair but a guess. */
  private static final double LARGEST_REPAIR = 0.01;

  private final String file;
  private final LayerKind kind;
  private final FieldMapping mapping;
  private final CodeReader codes;
  private final AreaMeasure measure;
  private final ImportReport report;

  RowReader(String file, LayerKind kind, FieldMapping mapping, CodeReader codes, Crs crs, ImportReport report) {
    this.file = file;
    this.kind = kind;
    this.mapping = mapping;
    this.codes = codes;
    this.measure = AreaMeasure.of(AreaMethod.ELLIPSOIDAL, crs);
    this.report = report;
  }

  /** The feature to store; null where the row is rejected, which the report then tells. */
  Feature read(SourceFeature row) {
    report.rowRead();
    Map<String, Object> attributes = attributes(row);
    Geometry geometry = geometry(row, (String) attributes.get("id"));
    if (geometry == null) {
      lose(row, attributes);
      return null;
    }
    return new Feature(row.row(), geometry, attributes, extra(row));
  }

  /** Tells a row that could not be read and is left out; its land is missing. */
  void refuse(SourceFeature row, BadInput why) {
    report.add("unreadable-row", row.row(), null, null, row.geometry(), "why", why.getMessage());
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

  private Map<String, Object> attributes(SourceFeature row) {
    Map<String, Object> attributes = new HashMap<>();
    mapping.columns().forEach((attribute, column) -> {
      Object value = value(attribute, column, row);
      if (value != null) {
        attributes.put(attribute.name(), value);
      }
    });
    return attributes;
  }

  private Object value(Attribute attribute, String column, SourceFeature row) {
    Object cell = row.values().get(column);
    try {
      Object value = cell == null ? null : CellReader.read(attribute, column, cell);
      if (value == null) {
        return missing(attribute, column, row);
      }
      return attribute.type() == Attribute.Type.CLASS ? codes.read((String) value, row.row()) : value;
    } catch (IllegalArgumentException e) {
      throw new BadInput(file + " row " + row.row() + " field " + column, e.getMessage(),
          "correct the value or leave it empty", e);
    }
  }

  /** Land without a class is stored and counted as unclassified; any other required value must be there. */
  private Object missing(Attribute attribute, String column, SourceFeature row) {
    if (attribute.required() && attribute.type() == Attribute.Type.CLASS) {
      report.add("unclassified", row.row(), null, null, row.geometry(), "label", attribute.label());
    } else if (attribute.required()) {
      throw new BadInput(file + " row " + row.row() + " field " + column, attribute.label() + " is empty",
          "fill it in, or name another column with --map " + attribute.name() + "=COLUMN");
    }
    return null;
  }

  private Map<String, String> extra(SourceFeature row) {
    Map<String, String> extra = new LinkedHashMap<>();
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
    if (Math.abs(change) > LARGEST_REPAIR * Math.max(before, after)) {
      return reject("repair-too-large", row, id, change, "reason", repair.reason(),
          "before", String.format("%.2f", before), "after", String.format("%.2f", after));
    }
    report.add("repaired", row.row(), id, change, repair.place(), "reason", repair.reason(),
        "change", String.format("%.4f", change));
    return repair.geometry();
  }

  private Geometry reject(String code, SourceFeature row, String id, Double figure, Object... details) {
    report.add(code, row.row(), id, figure, row.geometry(), details);
    return null;
  }
}
