package org.parkland.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/**
 * Asks for the same addresses again and again from one thread, because it shares the processors with the server that is
 * measured: a client with a thread for each connection takes more of them than the server.
 */
final class LoadClient {
  private static final int PATIENCE_S = 30;
  private static final int BUFFER_BYTES = 1 << 18;
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

  private final InetSocketAddress server;
  private final List<ByteBuffer> requests;

  LoadClient(String address, List<String> targets) {
    URI uri = URI.create(address);
    this.server = new InetSocketAddress(uri.getHost(), uri.getPort());
    this.requests = targets.stream().map(each -> ByteBuffer.wrap(("GET " + each + " HTTP/1.1\r\nHost: " + uri.getAuthority()
        + "\r\nAccept-Encoding: gzip\r\n\r\n").getBytes(StandardCharsets.US_ASCII)).asReadOnlyBuffer()).toList();
  }

  /** As many connections, each sending when its last request is answered. */
  Result closed(int connections, int seconds) throws IOException {
    try (Run run = new Run(connections)) {
      return run.send(Double.POSITIVE_INFINITY, seconds);
    }
  }

  /**
   * So many requests a second whether the server keeps up or not, as far as there are connections to send them on.
   *
   * @return the seconds in which all connections are made, and those in which they stand
   */
  List<Result> open(int connections, double perSecond, int onset, int seconds) throws IOException {
    try (Run run = new Run(connections)) {
      return List.of(run.send(perSecond, onset), run.send(perSecond, seconds));
    }
  }

  private final class Run implements AutoCloseable {
    private final Selector selector = Selector.open();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
    private final Deque<LoadConnection> free = new ArrayDeque<>();
    private LongStream.Builder times;
    private long start;
    private int underWay;
    private long sent;
    private long refused;
    private long other;
    private long failed;

    Run(int connections) throws IOException {
      for (int i = 0; i < connections; i++) {
        free.add(new LoadConnection(server, selector));
      }
    }

    Result send(double perSecond, int seconds) throws IOException {
      times = LongStream.builder();
      sent = refused = other = failed = 0;
      start = System.nanoTime();
      until(perSecond, TimeUnit.SECONDS.toNanos(seconds));
      return result();
    }

    private void until(double perSecond, long nanos) throws IOException {
      long past = 0;
      while (past < nanos || underWay > 0 && past < nanos + TimeUnit.SECONDS.toNanos(PATIENCE_S)) {
        double due = perSecond * past / 1e9;
        while (past < nanos && !free.isEmpty() && sent < due) {
          send(free.poll());
        }
        selector.select(this::ready, 1);
        past = System.nanoTime() - start;
      }
      failed += underWay;
    }

    private void send(LoadConnection connection) throws IOException {
      connection.send(requests.get((int) (sent % requests.size())).duplicate());
      sent++;
      underWay++;
    }

    private void ready(SelectionKey key) {
      LoadConnection connection = (LoadConnection) key.attachment();
      try {
        if (connection.read(buffer)) {
          count(connection);
          underWay--;
          free.add(connection);
        }
      } catch (IOException e) {
        replace(connection);
      }
    }

    private void count(LoadConnection connection) {
      if (connection.status() == OK) {
        times.add(connection.nanosSinceSent());
      } else if (connection.status() == COME_AGAIN) {
        refused++;
      } else {
        other++;
      }
    }

    /** A free one may be closed by the server at any time; only a request under way that is never answered is a failure. */
    private void replace(LoadConnection closed) {
      if (!free.remove(closed)) {
        failed++;
        underWay--;
      }
      try {
        closed.close();
        free.add(new LoadConnection(server, selector));
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }

    private Result result() {
      long[] sorted = times.build().toArray();
      Arrays.sort(sorted);
      return new Result(sent, refused, other, failed, (System.nanoTime() - start) / 1e9, sorted);
    }

    @Override
    public void close() throws IOException {
      for (SelectionKey each : selector.keys()) {
        ((LoadConnection) each.attachment()).close();
      }
      selector.close();
    }
  }
}
