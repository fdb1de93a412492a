package org.parkland.web;

import io.javalin.http.Context;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * The reverse proxies of the office. Only what comes from one of them is believed about where a request began; anybody
 * else could write such headers.
 *
 * @param addresses as the connection shows them
 */
record Proxies(Set<String> addresses) {
  /** The address of whoever asked: what the nearest trusted proxy saw, or the other end of the connection. */
  String client(Context context) {
    String address = context.req().getRemoteAddr();
    List<String> seen =
        List.of(String.join(",", Collections.list(context.req().getHeaders("X-Forwarded-For"))).split(","));
    for (int i = seen.size() - 1; i >= 0 && addresses.contains(address) && !seen.get(i).isBlank(); i--) {
      address = seen.get(i).strip();
    }
    return address;
  }

  /** Whether the browser's connection is encrypted: a cookie may then ask never to travel otherwise. */
  boolean isSecure(Context context) {
    return context.req().isSecure() || addresses.contains(context.req().getRemoteAddr())
        && "https".equalsIgnoreCase(context.req().getHeader("X-Forwarded-Proto"));
  }

  /** Whether somebody passed the request on. */
  static boolean isForwarded(Context context) {
    return context.req().getHeader("X-Forwarded-For") != null || context.req().getHeader("Forwarded") != null;
  }
}
