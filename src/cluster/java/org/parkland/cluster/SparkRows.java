package org.parkland.cluster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.parkland.source.FeatureSource;
import org.parkland.source.SourceFeature;
import org.parkland.source.SourceLayer;

/** Rows of a Spark partition as a layer; the geometry is Sedona's or, from JDBC, WKB. */
final class SparkRows implements FeatureSource {
  /** Under this name the geometry stands in every table of a job. */
  static final String GEOMETRY = "geometry";

  private final SourceLayer layer;
  private final StructField[] fields;
  private final Iterator<Row> rows;
  private final WKBReader wkb = new WKBReader();
  private long count;

  SparkRows(String name, StructType schema, Iterator<Row> rows) {
    List<String> columns = new ArrayList<>(List.of(schema.fieldNames()));
    columns.remove(GEOMETRY);
    this.layer = new SourceLayer("Spark", name, columns, null, null, -1);
    this.fields = schema.fields();
    this.rows = rows;
  }

  @Override
  public SourceLayer layer() {
    return layer;
  }

  @Override
  public boolean hasNext() {
    return rows.hasNext();
  }

  @Override
  public SourceFeature next() {
    Row row = rows.next();
    Map<String, Object> values = new HashMap<>();
    Geometry geometry = null;
    for (int i = 0; i < fields.length; i++) {
      if (fields[i].name().equals(GEOMETRY)) {
        geometry = geometry(row.get(i));
      } else if (!row.isNullAt(i)) {
        values.put(fields[i].name(), row.get(i) instanceof Boolean flag ? flag : String.valueOf(row.get(i)));
      }
    }
    return new SourceFeature(++count, geometry, values);
  }

  /** Null where the bytes are no geometry, which the reader then counts. */
  private Geometry geometry(Object value) {
    try {
      return value instanceof byte[] bytes ? wkb.read(bytes) : (Geometry) value;
    } catch (ParseException e) {
      return null;
    }
  }

  @Override
  public void close() {
    // Spark owns the rows.
  }
}
