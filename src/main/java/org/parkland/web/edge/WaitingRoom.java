package org.parkland.web.edge;

import java.time.Duration;
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
  private final String name;
  private final int places;
  private final AtomicInteger taken = new AtomicInteger();
  private final LongAdder turnedAway = new LongAdder();

  /**
   * @param name of the weight, for metrics
   * @param most waiting
   * @param patience after which one that waits is told to come again
   */
  WaitingRoom(String name, int atOnce, int most, Duration patience) {
    this.name = name;
    this.places = atOnce + most;
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
    if (taken.incrementAndGet() > places) {
      taken.decrementAndGet();
      turnedAway.increment();
      Response.writeError(request, response, callback, HttpStatus.SERVICE_UNAVAILABLE_503);
      return true;
    }
    Request.addCompletionListener(request, failure -> taken.decrementAndGet());
    return super.onConditionsMet(request, response, callback);
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
