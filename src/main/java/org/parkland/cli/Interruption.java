package org.parkland.cli;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.parkland.ingest.Progress;

/**
 * Ctrl-C during an import: the import is told to stop, and the program waits until it has rolled back and removed what
 * it had unpacked. To be closed when the import has ended, however it ended.
 */
final class Interruption implements AutoCloseable {
  private static final int LONGEST_WAIT_SECONDS = 20;

  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread hook = new Thread(this::stop, "interruption");
  private volatile boolean asked;
  private volatile boolean stopped;

  Interruption() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void stop() {
    asked = true;
    try {
      if (ended.await(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS) && stopped) {
        System.err.println("\nstopped; nothing was stored");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The same progress, which ends the import when it is to stop. */
  Progress watch(Progress progress) {
    return (done, total) -> {
      if (asked) {
        stopped = true;
        throw new CancellationException("interrupted");
      }
      progress.rows(done, total);
    };
  }

  @Override
  public void close() {
    ended.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      asked = true; // the program is ending already, and the hook has what it waits for
    }
  }
}
