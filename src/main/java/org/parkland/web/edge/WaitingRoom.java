package org.parkland.web.edge;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.QoSHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Lets a number of requests of one weight be worked on at once and more wait, without a thread; everyone else is told
 * to come again. Each weight has its own, so that no report keeps the map waiting.
 */
final class WaitingRoom extends QoSHandler {
  /** Who was sent away and comes again when told to finds all places given out again. */
  private static final long CROWD_NS = TimeUnit.SECONDS.toNanos(Refusals.RETRY_AFTER_S);

  private final String name;
  private final int atOnce;
  private final int most;
  private final AtomicInteger taken = new AtomicInteger();
  private final LongAdder turnedAway = new LongAdder();
  private volatile long crowdedAt = System.nanoTime() - CROWD_NS;

  /**
   * @param name of the weight, for metrics
   * @param most waiting
   * @param patience after which one that waits is told to come again
   */
  WaitingRoom(String name, int atOnce, int most, Duration patience) {
    this.name = name;
    this.atOnce = atOnce;
    this.most = most;
    setMaxRequestCount(atOnce);
    setMaxSuspendedRequestCount(-1);
    setMaxSuspend(patience);
  }

  /**
   * Who finds no place is sent away here. Jetty, asked to bound those who wait, counts whom it refuses among them for a
   * moment, and a request that ends in that moment spins until the next one waits, which may be never.
   */
  @Override
  public boolean onConditionsMet(Request request, Response response, Callback callback) throws Exception {
    if (!takePlace()) {
      turnedAway.increment();
      Response.writeError(request, response, callback, HttpStatus.SERVICE_UNAVAILABLE_503);
      return true;
    }
    Request.addCompletionListener(request, failure -> taken.decrementAndGet());
    return super.onConditionsMet(request, response, callback);
  }

  /**
   * While more come than can be served, a longer queue only makes everyone in it later. So once all places were taken,
   * half as many may wait; from time to time all are given out again, to see whether the crowd has gone.
   */
  private boolean takePlace() {
    long now = System.nanoTime();
    boolean crowd = now - crowdedAt < CROWD_NS;
    int places = atOnce + (crowd ? most / 2 : most);
    if (taken.incrementAndGet() <= places) {
      return true;
    }
    taken.decrementAndGet();
    if (!crowd) {
      crowdedAt = now;
    }
    return false;
  }

  String name() {
    return name;
  }

  /** Sent away since the start, without a place or out of patience. */
  long refused() {
    return turnedAway.sum() + getTotalExpiredRequestCount();
  }

  /** Without the cause, of which Jetty would write a warning for each just when there is most to do. */
  @Override
  protected void failSuspended(Request request, Response response, Callback callback, int status, Throwable cause) {
    Response.writeError(request, response, callback, status);
  }
}
