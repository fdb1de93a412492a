package org.parkland.cluster;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.sedona_sql.UDT.GeometryUDT;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.locationtech.jts.geom.Geometry;
import org.parkland.geometry.Repair;
import org.parkland.ingest.LayerReader;
import org.parkland.land.OverlayFinding;
import org.parkland.land.Parcel;
import org.parkland.land.PieceCollector;
import org.parkland.land.Pieces;
import org.parkland.land.Unit;
import org.parkland.overlay.ParcelOverlay;
import org.parkland.overlay.PieceGeometry;
import org.parkland.overlay.PreparedUnits;

/** The pieces of a partition's parcels as rows, one parcel after the other. */
record PieceRows(Job job, StructType land) implements MapPartitionsFunction<Row, Row> {
  /** Parcel, class, kind and id of the unit, m² by the job's area method, and the piece in the CRS of the land. */
  static StructType schema() {
    return new StructType().add("parcel", DataTypes.StringType).add("land_use", DataTypes.StringType)
        .add("kind", DataTypes.StringType).add("unit", DataTypes.StringType).add("area_m2", DataTypes.DoubleType)
        .add(SparkRows.GEOMETRY, new GeometryUDT());
  }

  @Override
  public Iterator<Row> call(Iterator<Row> rows) {
    Kernel kernel = Kernel.of(job);
    return new Cutting(kernel.units(), kernel.reader(new SparkRows(job.name(), land, rows)));
  }

  private static final class Cutting implements Iterator<Row>, PieceCollector<Cutting> {
    private final PreparedUnits units;
    private final LayerReader reader;
    private final ParcelOverlay overlay;
    private final Deque<Row> ready = new ArrayDeque<>();

    Cutting(PreparedUnits units, LayerReader reader) {
      this.units = units;
      this.reader = reader;
      this.overlay = new ParcelOverlay(units);
    }

    @Override
    public boolean hasNext() {
      while (ready.isEmpty() && reader.hasNext()) {
        overlay.overlay(Parcel.of(reader.next()), this);
      }
      return !ready.isEmpty();
    }

    @Override
    public Row next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return ready.remove();
    }

    @Override
    public void accept(Pieces pieces) {
      Parcel parcel = pieces.parcel();
      Geometry shape = pieces.isCut() ? Repair.of(parcel.geometry()).geometry() : parcel.geometry();
      for (int i = 0; i < pieces.size(); i++) {
        Unit unit = units.units().get(pieces.unit(i));
        Geometry piece = pieces.isCut() ? PieceGeometry.inUnit(units, pieces.unit(i), shape) : shape;
        ready.add(RowFactory.create(
            parcel.id(), parcel.landUse(), unit.kind(), unit.id(), pieces.pieceM2(i), piece));
      }
    }

    @Override
    public void accept(OverlayFinding finding) {
      // Told with the sums.
    }

    @Override
    public void merge(Cutting other) {
      throw new IllegalStateException("pieces are not summed");
    }
  }
}
