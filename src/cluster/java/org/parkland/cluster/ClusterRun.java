package org.parkland.cluster;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;

/** Runs a job over a table of land. */
final class ClusterRun {
  /** Parts are merged in so many rounds, so that the driver never holds those of a whole country at once. */
  private static final int ROUNDS = 3;

  private final Job job;
  private final Dataset<Row> land;

  /** @param land with the geometry in {@link SparkRows#GEOMETRY}; other columns than needed are not read */
  ClusterRun(Job job, Dataset<Row> land) {
    this.job = job;
    List<Column> columns = new ArrayList<>();
    Kernel.of(job).columns(land.schema()).forEach(each -> columns.add(functions.col(quoted(each))));
    columns.add(functions.col(SparkRows.GEOMETRY));
    this.land = land.select(columns.toArray(Column[]::new));
  }

  private static String quoted(String column) {
    return '`' + column.replace("`", "``") + '`';
  }

  int partitions() {
    return land.javaRDD().getNumPartitions();
  }

  /** Sums of all partitions; the same to the last bit however the land is shared out. */
  Part sums() {
    JavaRDD<Part> parts = land.javaRDD().mapPartitionsWithIndex(
        new PartitionTask(job, land.schema(), attempts()), true);
    return parts.treeReduce(Part::merge, ROUNDS);
  }

  /** How often Spark tries a task; a local master says it in its name, {@code local[2,4]}. */
  private int attempts() {
    String master = land.sparkSession().sparkContext().master();
    if (master.startsWith("local")) {
      return master.matches("local\\[.+,\\d+]") ? Integer.parseInt(master.replaceAll(".*,(\\d+)]", "$1")) : 1;
    }
    return land.sparkSession().sparkContext().conf().getInt("spark.task.maxFailures", 4);
  }

  /** Every piece of every parcel, with its shape. */
  Dataset<Row> pieces() {
    StructType schema = PieceRows.schema();
    return land.mapPartitions(new PieceRows(job, land.schema()), Encoders.row(schema));
  }
}
