package org.parkland.overlay;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.parkland.land.Parcel;
import org.parkland.land.PieceCollector;

/**
 * A stream of parcels through prepared units, by any number of threads.
 *
 * <p>The stream is read once, in batches, one thread at a time; nothing of it is kept. Which thread gets which
 * parcels differs from run to run, so collectors must not depend on order; with
 * {@link org.parkland.land.ExactSum} their figures are the same to the last bit.
 */
public final class Overlay {
  private static final int BATCH = 512;

  private final PreparedUnits units;

  public Overlay(PreparedUnits units) {
    this.units = units;
  }

  /**
   * Overlays all parcels.
   *
   * @param parcels read by one thread at a time; an exception it throws ends the run and is thrown on
   * @param threads at least 1
   * @param newCollector called once per thread
   * @return the merged collectors
   */
  public <C extends PieceCollector<C>> C collect(
      Iterator<Parcel> parcels, int threads, Supplier<C> newCollector) {
    if (threads == 1) {
      return drain(parcels, newCollector.get());
    }
    ExecutorService pool = Executors.newFixedThreadPool(threads, Overlay::daemon);
    try {
      List<Future<C>> parts = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        C collector = newCollector.get();
        parts.add(pool.submit(() -> drain(parcels, collector)));
      }
      return merged(parts);
    } finally {
      pool.shutdownNow();
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "overlay");
    thread.setDaemon(true);
    return thread;
  }

  private <C extends PieceCollector<C>> C drain(Iterator<Parcel> parcels, C collector) {
    ParcelOverlay overlay = new ParcelOverlay(units);
    Parcel[] batch = new Parcel[BATCH];
    int count;
    while ((count = next(parcels, batch)) > 0) {
      for (int i = 0; i < count; i++) {
        overlay.overlay(batch[i], collector);
      }
    }
    return collector;
  }

  private static int next(Iterator<Parcel> parcels, Parcel[] batch) {
    synchronized (parcels) {
      int count = 0;
      while (count < batch.length && parcels.hasNext()) {
        batch[count++] = parcels.next();
      }
      return count;
    }
  }

  private static <C extends PieceCollector<C>> C merged(List<Future<C>> parts) {
    C result = null;
    for (Future<C> part : parts) {
      C collector = join(part);
      if (result == null) {
        result = collector;
      } else {
        result.merge(collector);
      }
    }
    return result;
  }

  private static <C> C join(Future<C> part) {
    try {
      return part.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
