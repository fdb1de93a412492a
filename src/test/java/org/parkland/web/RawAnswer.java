package org.parkland.web;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * The answer to a request written byte by byte, as no client library would.
 *
 * @param status 0 where the server closed the connection without one
 */
record RawAnswer(int status, String body) {
  private static final int PATIENCE_MS = 20_000;

  /** @param headers whole lines */
  static RawAnswer of(String server, String method, String target, String... headers) throws IOException {
    URI address = URI.create(server);
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket.setSoTimeout(PATIENCE_MS);
      StringBuilder request = new StringBuilder(method + " " + target + " HTTP/1.1\r\nConnection: close\r\n");
      if (!String.join("\n", headers).contains("Host:")) {
        request.append("Host: ").append(address.getAuthority()).append("\r\n");
      }
      for (String each : headers) {
        request.append(each).append("\r\n");
      }
      socket.getOutputStream().write(request.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int end = answer.indexOf("\r\n\r\n");
      return new RawAnswer(answer.startsWith("HTTP/1.") ? Integer.parseInt(answer.substring(9, 12)) : 0,
          end < 0 ? "" : answer.substring(end + 4));
    }
  }
}
