package org.parkland.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/** Asks for the same addresses again and again. */
final class LoadClient {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  /** Three times as many as a server lets wait; more would measure the sockets of the machine that both share. */
  private static final int MOST_IN_FLIGHT = 600;
  private static final int OK = 200;
  private static final int COME_AGAIN = 503;

  /** How it went; times are of answers with status 200, sorted, in nanoseconds. */
  record Result(long sent, long refused, long other, long failed, double seconds, long[] times) {
    long answered() {
      return times.length;
    }

    double perSecond() {
      return times.length / seconds;
    }

    /** The time within which a share of the answers came. */
    double ms(double share) {
      return times.length == 0 ? 0 : times[(int) Math.min(times.length - 1, Math.floor(share * times.length))] / 1e6;
    }
  }

  /** One run's counters. */
  private static final class Tally {
    private final LongAdder sent = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder other = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final ConcurrentLinkedQueue<Long> times = new ConcurrentLinkedQueue<>();
    private final long start = System.nanoTime();

    void add(int status, long nanos) {
      if (status == OK) {
        times.add(nanos);
      } else {
        (status == COME_AGAIN ? refused : other).increment();
      }
    }

    Result result() {
      double seconds = (System.nanoTime() - start) / 1e9;
      long[] sorted = times.stream().mapToLong(Long::longValue).toArray();
      Arrays.sort(sorted);
      return new Result(sent.sum(), refused.sum(), other.sum(), failed.sum(), seconds, sorted);
    }
  }

  private final List<HttpRequest> requests;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();

  LoadClient(String address, List<String> targets) {
    this.requests =
        targets.stream().map(each -> HttpRequest.newBuilder(URI.create(address + each)).timeout(PATIENCE).build()).toList();
  }

  /** Everything once, so that what is drawn only once is not measured. */
  void warmUp() throws Exception {
    for (HttpRequest each : requests) {
      int status = client.send(each, BodyHandlers.discarding()).statusCode();
      if (status != OK) {
        throw new IllegalStateException(each.uri() + " answers " + status);
      }
    }
  }

  /** As many connections, each sending when its last request is answered. */
  Result closed(int connections, int seconds) throws InterruptedException {
    Tally tally = new Tally();
    long end = tally.start + TimeUnit.SECONDS.toNanos(seconds);
    ExecutorService threads = Executors.newFixedThreadPool(connections);
    for (int i = 0; i < connections; i++) {
      int first = i;
      threads.execute(() -> {
        for (int n = first; System.nanoTime() < end; n++) {
          one(requests.get(n % requests.size()), tally);
        }
      });
    }
    threads.shutdown();
    threads.awaitTermination(seconds + 2 * PATIENCE.toSeconds(), TimeUnit.SECONDS);
    return tally.result();
  }

  private void one(HttpRequest request, Tally tally) {
    tally.sent.increment();
    long start = System.nanoTime();
    try {
      tally.add(client.send(request, BodyHandlers.discarding()).statusCode(), System.nanoTime() - start);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (java.io.IOException e) {
      tally.failed.increment();
    }
  }

  /** So many a second whether answered or not; what this machine cannot even send is left out of the count. */
  Result open(double rate, int seconds) {
    Tally tally = new Tally();
    List<CompletableFuture<?>> all = new ArrayList<>();
    LongAdder ended = new LongAdder();
    long wanted = Math.round(rate * seconds);
    for (long n = 0; n < wanted && System.nanoTime() - tally.start < TimeUnit.SECONDS.toNanos(seconds); n++) {
      long due = tally.start + (long) (n / rate * 1e9);
      while (System.nanoTime() < due || all.size() - ended.sum() >= MOST_IN_FLIGHT) {
        LockSupport.parkNanos(100_000);
        if (System.nanoTime() - tally.start > TimeUnit.SECONDS.toNanos(seconds)) {
          break;
        }
      }
      all.add(send(requests.get((int) (n % requests.size())), tally, ended));
    }
    CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
    return tally.result();
  }

  private CompletableFuture<?> send(HttpRequest request, Tally tally, LongAdder ended) {
    tally.sent.increment();
    long start = System.nanoTime();
    return client.sendAsync(request, BodyHandlers.discarding()).handle((answer, failure) -> {
      if (failure != null) {
        tally.failed.increment();
      } else {
        tally.add(answer.statusCode(), System.nanoTime() - start);
      }
      ended.increment();
      return null;
    });
  }
}
