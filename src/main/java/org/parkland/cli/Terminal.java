package org.parkland.cli;

import java.time.Duration;
import org.parkland.check.LayerChecks;
import org.parkland.ingest.Progress;

/** A progress line on standard error, when that is a terminal. */
final class Terminal {
  private static final Duration BETWEEN = Duration.ofMillis(200);

  private Terminal() {}

  static Progress progress(String what) {
    return System.console() == null ? Progress.NONE : new Bar(what);
  }

  /** The same for the windows of a layer that is checked. */
  static LayerChecks.Progress windows(String what) {
    Progress progress = progress(what);
    return progress::rows;
  }

  private static final class Bar implements Progress {
    private final String what;
    private final long startNs = System.nanoTime();
    private long shownNs = startNs - BETWEEN.toNanos();

    Bar(String what) {
      this.what = what;
    }

    @Override
    public void rows(long done, long total) {
      long nowNs = System.nanoTime();
      boolean last = done == total;
      if (!last && nowNs - shownNs < BETWEEN.toNanos()) {
        return;
      }
      shownNs = nowNs;
      double seconds = Math.max(0.001, (nowNs - startNs) / 1e9);
      double rate = done / seconds;
      String share = total > 0
          ? String.format(" %3d%%, %.0f s left", 100 * done / total, (total - done) / rate) : "";
      System.err.printf("\r%s %,d rows, %,.0f/s%s   %s", what, done, rate, share, last ? "\n" : "");
      System.err.flush();
    }
  }
}
