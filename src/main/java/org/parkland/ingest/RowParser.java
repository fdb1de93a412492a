package org.parkland.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.parkland.BadInput;
import org.parkland.geometry.AreaMeasure;
import org.parkland.geometry.Repair;
import org.parkland.ingest.ParsedRow.Misfit;
import org.parkland.land.Attribute;
import org.parkland.source.SourceFeature;

/** Understands rows one by one: values, shape, area. Nothing is told or counted. Safe to share between threads. */
final class RowParser {
  private record Cell(Attribute attribute, String column, CellReader reader) {}

  private final String file;
  private final boolean polygonal;
  private final AreaMeasure measure;
  private final List<Cell> cells;

  /** @param polygonal whether rows need a polygon */
  RowParser(String file, boolean polygonal, FieldMapping mapping, AreaMeasure measure) {
    this.file = file;
    this.polygonal = polygonal;
    this.measure = measure;
    this.cells = mapping.columns().entrySet().stream()
        .map(each -> new Cell(each.getKey(), each.getValue(), new CellReader(each.getKey(), each.getValue()))).toList();
  }

  ParsedRow parse(SourceFeature row) {
    Map<String, Object> attributes = new HashMap<>(2 * cells.size());
    List<Misfit> misfits = new ArrayList<>(0);
    for (Cell each : cells) {
      parse(row, each, attributes, misfits);
    }
    Geometry shape = row.geometry();
    boolean polygon = polygonal && shape != null && !shape.isEmpty() && shape.getDimension() == 2;
    Repair repair = polygon ? Repair.of(shape) : null;
    return new ParsedRow(row, attributes, misfits, repair, polygon ? measure.areaM2(repair.geometry()) : 0);
  }

  private void parse(SourceFeature row, Cell cell, Map<String, Object> attributes, List<Misfit> misfits) {
    Attribute attribute = cell.attribute();
    Object delivered = row.values().get(cell.column());
    try {
      Object value = delivered == null ? null : cell.reader().read(delivered);
      if (value != null) {
        attributes.put(attribute.name(), value);
      } else if (attribute.required() && attribute.type() != Attribute.Type.CLASS) {
        misfits.add(new Misfit(attribute, cell.column(), true, new BadInput(place(row, cell),
            attribute.label() + " is empty",
            "fill it in, or name another column with --map " + attribute.name() + "=COLUMN")));
      }
    } catch (IllegalArgumentException e) {
      misfits.add(new Misfit(attribute, cell.column(), false,
          new BadInput(place(row, cell), e.getMessage(), "correct the value or leave it empty", e)));
    }
  }

  private String place(SourceFeature row, Cell cell) {
    return file + " row " + row.row() + " field " + cell.column();
  }
}
