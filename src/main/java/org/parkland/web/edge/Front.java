package org.parkland.web.edge;

import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * First to see a request: gives it an id, which the answer carries whatever becomes of it, and refuses addresses that
 * cannot be decoded, so that no route takes a parameter for one that was not given.
 */
final class Front extends Handler.Wrapper {
  /** Not followed by two hexadecimal digits (RFC 3986, section 2.1). */
  private static final Pattern BROKEN_PERCENT = Pattern.compile("%(?![0-9A-Fa-f]{2})");
  private static final String ID_HEADER = "X-Request-Id";

  Front(Handler next) {
    super(next);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    RequestNote note = RequestNote.attach(request, request.getHeaders().get(ID_HEADER));
    response.getHeaders().put(ID_HEADER, note.id());
    response.getHeaders().put("X-Content-Type-Options", "nosniff");
    String address = request.getHttpURI().getPathQuery();
    if (address != null && BROKEN_PERCENT.matcher(address).find()) {
      Response.writeError(request, response, callback, HttpStatus.BAD_REQUEST_400);
      return true;
    }
    return super.handle(request, response, callback);
  }
}
