package org.parkland.web.edge;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** First to see a request: gives it an id, which the answer carries whatever becomes of it. */
final class Front extends Handler.Wrapper {
  private static final String ID_HEADER = "X-Request-Id";

  Front(Handler next) {
    super(next);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    RequestNote note = RequestNote.attach(request, request.getHeaders().get(ID_HEADER));
    response.getHeaders().put(ID_HEADER, note.id());
    response.getHeaders().put("X-Content-Type-Options", "nosniff");
    return super.handle(request, response, callback);
  }
}
