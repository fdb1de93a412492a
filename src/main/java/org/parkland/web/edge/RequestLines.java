package org.parkland.web.edge;

import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes one line a request and counts it. What was asked for by parameters stays out: they may hold a holder's name
 * or a token.
 */
final class RequestLines implements RequestLog {
  private static final Logger LOG = LoggerFactory.getLogger("org.parkland.web.requests");

  private final Metrics metrics;
  private final boolean written;

  RequestLines(Metrics metrics, boolean written) {
    this.metrics = metrics;
    this.written = written;
  }

  @Override
  public void log(Request request, Response response) {
    RequestNote note = RequestNote.of(request);
    String route = note == null ? RequestNote.NO_ROUTE : note.route();
    long nanos = System.nanoTime() - request.getBeginNanoTime();
    metrics.request(request.getMethod(), route, response.getStatus(), nanos);
    if (written) {
      LOG.atInfo().addKeyValue("request", note == null ? "-" : note.id()).addKeyValue("method", request.getMethod())
          .addKeyValue("path", request.getHttpURI().getDecodedPath()).addKeyValue("route", route)
          .addKeyValue("status", response.getStatus()).addKeyValue("bytes", Response.getContentBytesWritten(response))
          .addKeyValue("ms", TimeUnit.NANOSECONDS.toMillis(nanos))
          .addKeyValue("from", Request.getRemoteAddr(request)).log("request");
    }
  }
}
