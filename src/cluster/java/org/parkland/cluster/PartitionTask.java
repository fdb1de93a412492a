package org.parkland.cluster;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.Function2;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/**
 * Works off one partition. A failure is first left to Spark, which tries again elsewhere; only the last attempt
 * lists the partition with its parcels instead of ending the job.
 */
record PartitionTask(Job job, StructType schema, int attempts)
    implements Function2<Integer, Iterator<Row>, Iterator<Part>> {
  @Override
  public Iterator<Part> call(Integer partition, Iterator<Row> rows) {
    long start = cpuNanos();
    Remembering remembering = new Remembering(rows, idColumn());
    try {
      Part part = Part.of(Kernel.of(job).read(new SparkRows(job.name(), schema, remembering)), cpuNanos() - start);
      return List.of(part).iterator();
    } catch (RuntimeException e) {
      if (TaskContext.get().attemptNumber() + 1 < attempts) {
        throw e;
      }
      return List.of(Part.failed(new Part.Failed(partition, e.toString(), remembering.all()))).iterator();
    }
  }

  private int idColumn() {
    Iterator<String> columns = Kernel.of(job).columns(schema).iterator();
    return schema.fieldIndex(columns.next());
  }

  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  /** Rows whose numbers are kept until the partition is done, so that they can be listed if it fails. */
  private static final class Remembering implements Iterator<Row> {
    private final Iterator<Row> rows;
    private final int idColumn;
    private final List<String> seen = new ArrayList<>();

    Remembering(Iterator<Row> rows, int idColumn) {
      this.rows = rows;
      this.idColumn = idColumn;
    }

    @Override
    public boolean hasNext() {
      return rows.hasNext();
    }

    @Override
    public Row next() {
      Row row = rows.next();
      seen.add(String.valueOf(row.get(idColumn)));
      return row;
    }

    /** Those seen, and those after them as far as they can still be read. */
    List<String> all() {
      try {
        while (hasNext()) {
          next();
        }
      } catch (RuntimeException e) {
        seen.add("and further rows, which cannot be read: " + e.getMessage());
      }
      return seen;
    }
  }
}
