package org.parkland.web.edge;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.server.Request;

/** What is known of a request from its arrival to its end: its id, and later the route that answers it. */
public final class RequestNote {
  private static final String KEY = RequestNote.class.getName();
  private static final Pattern USABLE = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  /** A file of the page, or nothing at all: one word, so that metrics do not grow with what is asked for. */
  static final String NO_ROUTE = "none";

  private final String id;
  private volatile String route = NO_ROUTE;

  private RequestNote(String id) {
    this.id = id;
  }

  /** Takes over the sender's id where it is a harmless one. */
  static RequestNote attach(Request request, String sent) {
    RequestNote note = new RequestNote(sent != null && USABLE.matcher(sent).matches() ? sent
        : newId());
    request.setAttribute(KEY, note);
    return note;
  }

  /** Nothing secret, so that it need not wait for the random numbers that are. */
  private static String newId() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return new UUID(random.nextLong(), random.nextLong()).toString();
  }

  /** Null for what was refused before it was understood. */
  static RequestNote of(Request request) {
    return (RequestNote) request.getAttribute(KEY);
  }

  /** Of a request that reached the routes. */
  public static RequestNote of(HttpServletRequest request) {
    return of(ServletContextRequest.getServletContextRequest(request));
  }

  /** Names the request in log and answer. */
  public String id() {
    return id;
  }

  String route() {
    return route;
  }

  /** @param template of the route, such as {@code /api/parcels/{id}} */
  public void route(String template) {
    route = template;
  }
}
