package org.parkland.cluster;

import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.executor.TaskMetrics;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/** What the tasks of a job cost, as Spark itself counts it. */
final class Metering extends SparkListener {
  private final AtomicLong bytesRead = new AtomicLong();
  private final AtomicLong bytesShuffled = new AtomicLong();
  private final AtomicLong bytesReturned = new AtomicLong();

  @Override
  public void onTaskEnd(SparkListenerTaskEnd ended) {
    TaskMetrics metrics = ended.taskMetrics();
    if (metrics != null) {
      bytesRead.addAndGet(metrics.inputMetrics().bytesRead());
      bytesShuffled.addAndGet(metrics.shuffleReadMetrics().totalBytesRead());
      bytesReturned.addAndGet(metrics.resultSize());
    }
  }

  void reset() {
    bytesRead.set(0);
    bytesShuffled.set(0);
    bytesReturned.set(0);
  }

  /** Of the input. */
  long bytesRead() {
    return bytesRead.get();
  }

  /** Between tasks. */
  long bytesShuffled() {
    return bytesShuffled.get();
  }

  /** From tasks to the driver. */
  long bytesReturned() {
    return bytesReturned.get();
  }
}
