package org.parkland.ogc.http;

import java.util.LinkedHashMap;
import java.util.Map;

/** An answer other than the one asked for, as RFC 9457 problem details. */
public final class OgcProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String title;
  private final String parameter;

  private OgcProblem(int status, String title, String detail, String parameter) {
    super(detail);
    this.status = status;
    this.title = title;
    this.parameter = parameter;
  }

  public static OgcProblem badParameter(String parameter, String detail) {
    return new OgcProblem(400, "Bad parameter", detail, parameter);
  }

  public static OgcProblem notFound(String detail) {
    return new OgcProblem(404, "Not found", detail, null);
  }

  public static OgcProblem notAcceptable(String detail) {
    return new OgcProblem(406, "Not acceptable", detail, null);
  }

  /** What the data do not allow. */
  public static OgcProblem cannotAnswer(String detail) {
    return new OgcProblem(422, "Cannot be answered", detail, null);
  }

  public OgcResponse response(String instance) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", "about:blank");
    body.put("title", title);
    body.put("status", status);
    body.put("detail", getMessage());
    body.put("instance", instance);
    if (parameter != null) {
      body.put("parameter", parameter);
    }
    return new OgcResponse(status, OgcResponse.PROBLEM, Map.of(), OgcJson.bytes(body));
  }
}
