package org.parkland.web.edge;

import java.time.Duration;
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

  /**
   * @param name of the weight, for metrics
   * @param most waiting
   * @param patience after which one that waits is told to come again
   */
  WaitingRoom(String name, int atOnce, int most, Duration patience) {
    this.name = name;
    setMaxRequestCount(atOnce);
    setMaxSuspendedRequestCount(most);
    setMaxSuspend(patience);
  }

  String name() {
    return name;
  }

  /** Sent away since the start, without a place or out of patience. */
  long refused() {
    return getTotalExceededRequestCount() + getTotalExpiredRequestCount();
  }

  @Override
  protected void reject(Request request, Response response, Callback callback, int status) {
    Refusals.comeAgain(response);
    super.reject(request, response, callback, status);
  }

  @Override
  protected void failSuspended(Request request, Response response, Callback callback, int status, Throwable cause) {
    Refusals.comeAgain(response);
    Response.writeError(request, response, callback, status);
  }
}
