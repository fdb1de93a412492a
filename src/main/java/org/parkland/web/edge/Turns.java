package org.parkland.web.edge;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ConditionalHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Of the requests let in, works on as many at once as the processors can serve. More would finish none sooner and would
 * take the processors from the thread that reads what comes and sends away what is too much. Who holds a turn for
 * longer than a short answer takes is waiting for something, a pass over a layer, a database or a slow client, and goes
 * on without it, so that nobody waits behind it.
 */
final class Turns extends ConditionalHandler.Abstract {
  private final Semaphore free;
  private final long shortNs;
  private final Set<Turn> taken = ConcurrentHashMap.newKeySet();

  /** One request at work, known by itself. */
  private static final class Turn {
    private final long since = System.nanoTime();
  }

  /** @param shortAnswer after which whoever waits for a turn need not wait for this one */
  Turns(int atOnce, Duration shortAnswer) {
    this.free = new Semaphore(atOnce);
    this.shortNs = shortAnswer.toNanos();
  }

  @Override
  protected boolean onConditionsMet(Request request, Response response, Callback callback) throws Exception {
    Turn turn = take();
    try {
      return nextHandler(request, response, callback);
    } finally {
      end(turn);
    }
  }

  @Override
  protected boolean onConditionsNotMet(Request request, Response response, Callback callback) throws Exception {
    return nextHandler(request, response, callback);
  }

  private Turn take() throws InterruptedException {
    while (!free.tryAcquire(shortNs, TimeUnit.NANOSECONDS)) {
      long now = System.nanoTime();
      taken.stream().filter(each -> now - each.since > shortNs).forEach(this::end);
    }
    Turn turn = new Turn();
    taken.add(turn);
    return turn;
  }

  /** Only whoever takes it out of the set gives it back. */
  private void end(Turn turn) {
    if (taken.remove(turn)) {
      free.release();
    }
  }
}
