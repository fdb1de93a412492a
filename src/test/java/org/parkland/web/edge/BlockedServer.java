package org.parkland.web.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;

/** A server on loopback behind a handler under test; it answers {@code /slow} when it is told to, all else at once. */
final class BlockedServer implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Server server = new Server();
  private final HttpClient client = HttpClient.newHttpClient();
  private final AtomicInteger atWork = new AtomicInteger();
  private final AtomicInteger mostAtWork = new AtomicInteger();
  private volatile CountDownLatch gate = new CountDownLatch(1);

  BlockedServer(Handler.Singleton tested) throws Exception {
    ServerConnector connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    tested.setHandler(new Answers());
    server.setHandler(tested);
    server.setErrorHandler(new Refusals());
    server.start();
  }

  private final class Answers extends Handler.Abstract {
    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
      mostAtWork.accumulateAndGet(atWork.incrementAndGet(), Math::max);
      try {
        if (Request.getPathInContext(request).equals("/slow")) {
          gate.await();
        }
      } finally {
        atWork.decrementAndGet();
      }
      response.write(true, StandardCharsets.UTF_8.encode("answered"), callback);
      return true;
    }
  }

  CompletableFuture<HttpResponse<String>> get(String path) {
    return client.sendAsync(HttpRequest.newBuilder(server.getURI().resolve(path)).timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
  }

  int atWork() {
    return atWork.get();
  }

  int mostAtWork() {
    return mostAtWork.get();
  }

  /** Lets all these answer, those too that have yet to get to work; whoever asks afterwards waits for the next time. */
  void answer(List<CompletableFuture<HttpResponse<String>>> asked) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!asked.stream().allMatch(CompletableFuture::isDone)) {
      assertThat(System.nanoTime()).as("in time").isLessThan(end);
      CountDownLatch open = gate;
      gate = new CountDownLatch(1);
      open.countDown();
      Thread.sleep(5);
    }
    assertThat(asked).allMatch(each -> each.join().statusCode() == HttpStatus.OK_200);
  }

  @Override
  public void close() throws Exception {
    gate.countDown();
    server.stop();
  }
}
