package org.parkland.cluster;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.sedona_sql.UDT.GeometryUDT;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.parkland.analysis.Figures;
import org.parkland.land.LandUseRow;
import org.parkland.land.RedLine;
import org.parkland.land.Unit;

/** Figures as tables: one row a unit for the red line, one row a class and unit for the balance. */
record FigureTables(SparkSession spark, Figures figures) {
  /** Areas in m²; the geometry of the unit in the CRS of the land. */
  Dataset<Row> redLines() {
    StructType schema = new StructType().add("kind", DataTypes.StringType).add("unit", DataTypes.StringType)
        .add("name", DataTypes.StringType).add("area_m2", DataTypes.DoubleType)
        .add("numerator_m2", DataTypes.DoubleType).add("denominator_m2", DataTypes.DoubleType)
        .add("ratio", DataTypes.DoubleType).add("lowest", DataTypes.DoubleType)
        .add("highest", DataTypes.DoubleType).add("headroom_m2", DataTypes.DoubleType)
        .add("status", DataTypes.StringType).add("policy", DataTypes.StringType)
        .add(SparkRows.GEOMETRY, new GeometryUDT());
    List<Row> rows = new ArrayList<>();
    for (int place : figures.places()) {
      Unit unit = figures.unit(place);
      RedLine line = figures.redLine(place);
      rows.add(RowFactory.create(unit.kind(), unit.id(), unit.name(), figures.unitM2(place), line.numeratorM2(),
          line.denominatorM2(), line.ratio(), line.lowest(), line.highest(), line.headroomM2(), line.status().word(),
          figures.policy().name(), unit.geometry()));
    }
    return spark.createDataFrame(rows, schema);
  }

  /** Codes as deep as delivered, m² and number of parcels with a piece in the unit. */
  Dataset<Row> landUse() {
    StructType schema = new StructType().add("kind", DataTypes.StringType).add("unit", DataTypes.StringType)
        .add("code", DataTypes.StringType).add("name", DataTypes.StringType).add("area_m2", DataTypes.DoubleType)
        .add("parcels", DataTypes.LongType);
    List<Row> rows = new ArrayList<>();
    for (int place : figures.places()) {
      for (LandUseRow row : figures.landUse(place, false)) {
        rows.add(RowFactory.create(figures.unit(place).kind(), figures.unit(place).id(), row.code(), row.name(),
            row.areaM2(), (long) row.parcels()));
      }
    }
    return spark.createDataFrame(rows, schema);
  }
}
