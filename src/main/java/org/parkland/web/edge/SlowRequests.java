package org.parkland.web.edge;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.handler.EventsHandler;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Cuts connections that take too long to send the head of a request. A silent one is cut by its idle timeout; one that
 * sends a byte now and then would live for ever.
 */
final class SlowRequests extends EventsHandler implements Connection.Listener {
  private static final long BUSY = Long.MAX_VALUE;

  private final long mostNs;
  /** Connection → when it began to wait for a request. */
  private final Map<Connection, Long> since = new ConcurrentHashMap<>();
  private Scheduler scheduler;

  /** @param most for a head to arrive, and between requests */
  SlowRequests(Handler next, Duration most) {
    super(next);
    this.mostNs = most.toNanos();
  }

  @Override
  protected void doStart() throws Exception {
    super.doStart();
    scheduler = getServer().getScheduler();
    lookAgain();
  }

  private void lookAgain() {
    scheduler.schedule(this::look, Math.max(mostNs / 4, TimeUnit.MILLISECONDS.toNanos(50)), TimeUnit.NANOSECONDS);
  }

  private void look() {
    long now = System.nanoTime();
    since.forEach((connection, start) -> {
      if (start != BUSY && now - start > mostNs) {
        connection.getEndPoint().close(new TimeoutException("no request arrived in time"));
      }
    });
    if (isRunning() || isStarting()) {
      lookAgain();
    }
  }

  @Override
  public void onOpened(Connection connection) {
    since.put(connection, System.nanoTime());
  }

  @Override
  public void onClosed(Connection connection) {
    since.remove(connection);
  }

  @Override
  protected void onBeforeHandling(Request request) {
    mark(request, BUSY);
  }

  @Override
  protected void onComplete(Request request, Throwable failure) {
    mark(request, System.nanoTime());
  }

  private void mark(Request request, long time) {
    since.computeIfPresent(request.getConnectionMetaData().getConnection(), (connection, before) -> time);
  }
}
