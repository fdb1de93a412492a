package org.parkland.web.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WaitingRoomTest {
  private static final int AT_ONCE = 1;
  private static final int WAITING = 4;

  private final WaitingRoom room = new WaitingRoom("tested", AT_ONCE, WAITING, Duration.ofMinutes(1));

  @Test
  void whileACrowdIsThereHalfAsManyWait() throws Exception {
    try (BlockedServer server = new BlockedServer(room)) {
      fill(server, AT_ONCE + WAITING);
      fill(server, AT_ONCE + WAITING / 2);
      Thread.sleep(6_000);
      fill(server, AT_ONCE + WAITING);
      assertThat(room.refused()).isEqualTo(3);
    }
  }

  /** So many find a place and the next one none; then all are answered. */
  private void fill(BlockedServer server, int places) throws Exception {
    List<CompletableFuture<HttpResponse<String>>> in = IntStream.range(0, places).mapToObj(i -> server.get("/slow")).toList();
    while (server.atWork() + room.getSuspendedRequestCount() < places) {
      assertThat(in).noneMatch(CompletableFuture::isDone);
      Thread.sleep(5);
    }
    HttpResponse<String> refused = server.get("/quick").join();
    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.headers().firstValue("Retry-After")).hasValue("5");
    server.answer(in);
    // An answer may be with the client before its place is free.
    Thread.sleep(200);
  }
}
