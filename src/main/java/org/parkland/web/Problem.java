package org.parkland.web;

import io.javalin.http.HttpResponseException;
import java.util.LinkedHashMap;
import java.util.Map;

/** An answer other than the one asked for, as RFC 9457 problem details. */
final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String title;
  private final String parameter;

  private Problem(int status, String title, String detail, String parameter) {
    super(detail);
    this.status = status;
    this.title = title;
    this.parameter = parameter;
  }

  static Problem badParameter(String parameter, String detail) {
    return new Problem(400, "Bad parameter", detail, parameter);
  }

  /** A parcel, unit or route that is not there. */
  static Problem notFound(String detail, String parameter) {
    return new Problem(404, "Not found", detail, parameter);
  }

  /** More than the server takes. */
  static Problem tooLarge(String detail) {
    return new Problem(413, "Too large", detail, null);
  }

  /** Nobody has said who they are. */
  static Problem unauthorized(String detail) {
    return new Problem(401, "Not logged in", detail, null);
  }

  /** Too many failed attempts. */
  static Problem tooMany(String detail) {
    return new Problem(429, "Too many attempts", detail, null);
  }

  static Problem forbidden(String detail) {
    return new Problem(403, "Forbidden", detail, null);
  }

  /** What was asked for collides with what somebody else did meanwhile. */
  static Problem conflict(String detail) {
    return new Problem(409, "Conflict", detail, null);
  }

  /** Too much is asked for at once. */
  static Problem busy(String detail) {
    return new Problem(503, "Busy", detail, null);
  }

  static Problem badInput(String detail) {
    return new Problem(422, "Cannot be answered", detail, null);
  }

  /** What the server itself refuses: an unknown route, a wrong method. */
  static Problem of(HttpResponseException e, String path) {
    return e.getStatus() == 404 ? notFound("there is no route " + path, null)
        : new Problem(e.getStatus(), e.getMessage(), e.getMessage(), null);
  }

  static Problem internal(String request) {
    return new Problem(500, "Internal error", "the request failed; the log has it as " + request, null);
  }

  int status() {
    return status;
  }

  Map<String, Object> body(String instance) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", "about:blank");
    body.put("title", title);
    body.put("status", status);
    body.put("detail", getMessage());
    body.put("instance", instance);
    if (parameter != null) {
      body.put("parameter", parameter);
    }
    return body;
  }
}
