package org.parkland.web.edge;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.handler.EventsHandler;
import org.eclipse.jetty.util.component.ContainerLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Cuts connections whose client sends or reads too slowly. A silent one is cut by its idle timeout; one that moves a
 * byte now and then would live for ever. Only time spent waiting for the client counts, never time the server takes.
 */
final class SlowClients extends EventsHandler implements Connection.Listener {
  private static final long NOT_WAITING = 0;

  private final long mostNs;
  private final long bytesPerSecond;
  private final Map<Connection, Watch> watches = new ConcurrentHashMap<>();
  private Scheduler scheduler;

  /** What a connection waits for, and since when. */
  private static final class Watch {
    private volatile long headSince = System.nanoTime();
    private volatile long bodySince = NOT_WAITING;
    private volatile long bytes;
    private volatile long writeSince = NOT_WAITING;
  }

  /**
   * @param most for a head to arrive, for a body, and for one portion of an answer to be taken
   * @param bytesPerSecond a body that comes so fast on average may take longer
   */
  SlowClients(Handler next, Duration most, long bytesPerSecond) {
    super(next);
    this.mostNs = most.toNanos();
    this.bytesPerSecond = Math.max(1, bytesPerSecond);
  }

  @Override
  protected void doStart() throws Exception {
    super.doStart();
    scheduler = getServer().getScheduler();
    for (Connector each : getServer().getConnectors()) {
      if (each instanceof ContainerLifeCycle listening) {
        listening.addBean(this, false);
      }
    }
    lookAgain();
  }

  private void lookAgain() {
    scheduler.schedule(this::look, Math.max(mostNs / 4, TimeUnit.MILLISECONDS.toNanos(50)), TimeUnit.NANOSECONDS);
  }

  private void look() {
    long now = System.nanoTime();
    watches.forEach((connection, watch) -> {
      if (isLate(watch.headSince, now) || isLate(watch.writeSince, now) || isLate(watch.bodySince, now) && isSlow(watch, now)) {
        connection.getEndPoint().close(new TimeoutException("the client is too slow"));
      }
    });
    if (isRunning() || isStarting()) {
      lookAgain();
    }
  }

  private boolean isLate(long since, long now) {
    return since != NOT_WAITING && now - since > mostNs;
  }

  private boolean isSlow(Watch watch, long now) {
    return watch.bytes / bytesPerSecond < TimeUnit.NANOSECONDS.toSeconds(now - watch.bodySince);
  }

  @Override
  public void onOpened(Connection connection) {
    watches.put(connection, new Watch());
  }

  @Override
  public void onClosed(Connection connection) {
    watches.remove(connection);
  }

  @Override
  protected void onBeforeHandling(Request request) {
    Watch watch = watch(request);
    watch.headSince = NOT_WAITING;
    watch.bodySince = NOT_WAITING;
    watch.bytes = 0;
  }

  /** Somebody asks for more of the body; without a chunk there was none yet. */
  @Override
  protected void onRequestRead(Request request, Content.Chunk chunk) {
    Watch watch = watch(request);
    if (chunk == null) {
      watch.bodySince = watch.bodySince == NOT_WAITING ? System.nanoTime() : watch.bodySince;
    } else {
      watch.bytes += chunk.remaining();
      watch.bodySince = chunk.isLast() ? NOT_WAITING : watch.bodySince;
    }
  }

  @Override
  protected void onResponseWrite(Request request, boolean last, ByteBuffer content) {
    watch(request).writeSince = System.nanoTime();
  }

  @Override
  protected void onResponseWriteComplete(Request request, boolean last, ByteBuffer content, Throwable failure) {
    watch(request).writeSince = NOT_WAITING;
  }

  @Override
  protected void onComplete(Request request, Throwable failure) {
    Watch watch = watch(request);
    watch.writeSince = NOT_WAITING;
    watch.bodySince = NOT_WAITING;
    watch.headSince = System.nanoTime();
  }

  /** A connection that is closed already is watched no more, but may still tell of its end. */
  private Watch watch(Request request) {
    return watches.getOrDefault(request.getConnectionMetaData().getConnection(), new Watch());
  }
}
