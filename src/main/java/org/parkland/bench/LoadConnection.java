package org.parkland.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** A connection that is kept open and has one request under way at most. */
final class LoadConnection implements AutoCloseable {
  private final SocketChannel channel;
  private final AnswerReader answer = new AnswerReader();
  private long sentAt;

  LoadConnection(InetSocketAddress server, Selector selector) throws IOException {
    channel = SocketChannel.open(server);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.configureBlocking(false);
    channel.register(selector, SelectionKey.OP_READ, this);
  }

  void send(ByteBuffer request) throws IOException {
    sentAt = System.nanoTime();
    channel.write(request);
    if (request.hasRemaining()) {
      throw new IOException("a request of " + request.limit() + " bytes does not fit the socket");
    }
  }

  /**
   * Reads what has come; whether the answer is whole.
   *
   * @throws IOException if the server has closed the connection
   */
  boolean read(ByteBuffer buffer) throws IOException {
    int count = channel.read(buffer.clear());
    if (count < 0) {
      throw new IOException("closed by the server");
    }
    return answer.take(buffer.flip());
  }

  int status() {
    return answer.status();
  }

  long nanosSinceSent() {
    return System.nanoTime() - sentAt;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
