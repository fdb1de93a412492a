package org.parkland.web;

import io.javalin.http.Context;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Lets one sheet be printed at a time, a few wait for it, and asks everyone else to come again. */
final class PrintQueue {
  private static final int MOST_WAITING = 4;
  private static final int PATIENCE_S = 60;
  private static final int RETRY_AFTER_S = 10;

  private final Semaphore press = new Semaphore(1, true);
  private final Semaphore places;

  PrintQueue() {
    this(MOST_WAITING);
  }

  PrintQueue(int mostWaiting) {
    this.places = new Semaphore(1 + mostWaiting);
  }

  /** @throws Problem with status 503 if too many wait already, or the press stays busy */
  <T> T print(Context context, Supplier<T> job) {
    if (!places.tryAcquire()) {
      throw busy(context);
    }
    try {
      if (!press.tryAcquire(PATIENCE_S, TimeUnit.SECONDS)) {
        throw busy(context);
      }
      try {
        return job.get();
      } catch (OutOfMemoryError e) {
        throw Problem.busy("this sheet needs more memory than the server has now; ask for a smaller one, or later");
      } finally {
        press.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw busy(context);
    } finally {
      places.release();
    }
  }

  private static Problem busy(Context context) {
    context.header("Retry-After", String.valueOf(RETRY_AFTER_S));
    return Problem.busy("the printer has too much to do; ask again in " + RETRY_AFTER_S + " seconds");
  }
}
