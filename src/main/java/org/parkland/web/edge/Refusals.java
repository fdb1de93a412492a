package org.parkland.web.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** What is refused before it reaches a route, told as the routes tell it: problem details, never a stack trace. */
final class Refusals extends ErrorHandler {
  private static final String TYPE = "application/problem+json; charset=utf-8";
  static final int RETRY_AFTER_S = 5;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<Integer, byte[]> BODIES = new ConcurrentHashMap<>();
  private static final Map<Integer, String> DETAILS = Map.of(
      HttpStatus.BAD_REQUEST_400, "the request is no HTTP that can be understood, or its address"
          + " holds a % without two hexadecimal digits behind it",
      HttpStatus.REQUEST_TIMEOUT_408, "the request did not arrive in time",
      HttpStatus.PAYLOAD_TOO_LARGE_413, "the body is larger than the server takes",
      HttpStatus.URI_TOO_LONG_414, "the address is longer than the server takes",
      HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE_431, "the headers are larger than the server takes",
      HttpStatus.SERVICE_UNAVAILABLE_503, "the server has too much to do, or is stopping; ask again in "
          + RETRY_AFTER_S + " seconds");

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    int status = response.getStatus();
    if (status == HttpStatus.SERVICE_UNAVAILABLE_503) {
      response.getHeaders().put(HttpHeader.RETRY_AFTER, RETRY_AFTER_S);
    }
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, TYPE);
    response.write(true, body(status), callback);
    return true;
  }

  /** For what could not even be read as a request. */
  @Override
  public ByteBuffer badMessageError(int status, String reason, HttpFields.Mutable fields) {
    fields.put(HttpHeader.CONTENT_TYPE, TYPE);
    fields.put("X-Content-Type-Options", "nosniff");
    return body(status);
  }

  /** The same for everyone, because who refuses thousands a second must spend nothing on each. */
  private static ByteBuffer body(int status) {
    return ByteBuffer.wrap(BODIES.computeIfAbsent(status, Refusals::problem));
  }

  private static byte[] problem(int status) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", "about:blank");
    body.put("title", HttpStatus.getMessage(status));
    body.put("status", status);
    body.put("detail", DETAILS.getOrDefault(status, HttpStatus.getMessage(status)));
    try {
      return JSON.writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts and numbers always become JSON", e);
    }
  }
}
