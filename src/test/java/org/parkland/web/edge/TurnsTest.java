package org.parkland.web.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TurnsTest {
  @Test
  void noMoreAreAtWorkThanThereAreTurns() throws Exception {
    try (BlockedServer server = new BlockedServer(new Turns(2, Duration.ofMinutes(1)))) {
      List<CompletableFuture<HttpResponse<String>>> all = IntStream.range(0, 200).mapToObj(i -> server.get("/quick")).toList();
      assertThat(all).allMatch(each -> each.join().statusCode() == 200);
      assertThat(server.mostAtWork()).isBetween(1, 2);
    }
  }

  @Test
  void whoTakesLongKeepsNobodyWaiting() throws Exception {
    try (BlockedServer server = new BlockedServer(new Turns(2, Duration.ofMillis(50)))) {
      List<CompletableFuture<HttpResponse<String>>> slow = Stream.of("/slow", "/slow", "/slow").map(server::get).toList();
      assertThat(server.get("/quick").join().statusCode()).isEqualTo(200);
      assertThat(slow).noneMatch(CompletableFuture::isDone);
      server.answer(slow);
    }
  }

  @Test
  void whoTookLongGivesNoTurnBackTwice() throws Exception {
    try (BlockedServer server = new BlockedServer(new Turns(1, Duration.ofSeconds(1)))) {
      CompletableFuture<HttpResponse<String>> slow = server.get("/slow");
      server.get("/quick").join();
      server.answer(List.of(slow));
      List<CompletableFuture<HttpResponse<String>>> next = Stream.of("/slow", "/slow").map(server::get).toList();
      Thread.sleep(300);
      assertThat(server.atWork()).isEqualTo(1);
      while (server.atWork() < 2) {
        assertThat(next).noneMatch(CompletableFuture::isDone);
        Thread.sleep(5);
      }
      server.answer(next);
    }
  }
}
