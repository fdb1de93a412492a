package org.parkland.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.parkland.BadInput;
import org.parkland.land.Feature;
import org.parkland.land.FindingChunk;
import org.parkland.land.Snapshot;
import org.parkland.store.SnapshotWriter;

/**
 * Stores rows in a thread of its own while the next ones are read and checked: each is half of the work. Only a few
 * batches wait, so memory does not grow. A failure to store is thrown at the next row, or at the commit.
 */
final class WriteBehind implements SnapshotWriter {
  private static final int BATCH = 500;
  private static final int MOST_WAITING = 4;
  private static final List<Feature> END = List.of();

  private final SnapshotWriter writer;
  private final BlockingQueue<List<Feature>> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final Thread thread = new Thread(this::store, "store");
  private List<Feature> batch = new ArrayList<>(BATCH);
  private volatile RuntimeException failure;
  private volatile boolean abandoned;

  WriteBehind(SnapshotWriter writer) {
    this.writer = writer;
    thread.setDaemon(true);
    thread.start();
  }

  private void store() {
    try {
      for (List<Feature> rows = waiting.take(); rows != END; rows = waiting.take()) {
        if (failure == null && !abandoned) {
          store(rows);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void store(List<Feature> rows) {
    try {
      rows.forEach(writer::add);
    } catch (RuntimeException e) {
      failure = e;
    } catch (OutOfMemoryError e) {
      failure = new BadInput("import", "needs more memory than there is", "give the program more (JAVA_OPTS=-Xmx…)", e);
    }
  }

  @Override
  public void add(Feature feature) {
    batch.add(feature);
    if (batch.size() == BATCH) {
      hand(batch);
      batch = new ArrayList<>(BATCH);
    }
  }

  private void hand(List<Feature> rows) {
    if (failure != null) {
      throw failure;
    }
    try {
      waiting.put(rows);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while storing", e);
    }
  }

  @Override
  public Snapshot commit(String report, List<FindingChunk> findings) {
    if (!batch.isEmpty()) {
      hand(batch);
      batch = new ArrayList<>();
    }
    end();
    if (failure != null) {
      throw failure;
    }
    return writer.commit(report, findings);
  }

  /** The thread has ended before the writer is used or closed by another. */
  private void end() {
    try {
      if (thread.isAlive()) {
        waiting.put(END);
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while storing", e);
    }
  }

  @Override
  public void close() {
    abandoned = true;
    end();
    writer.close();
  }
}
