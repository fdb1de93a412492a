package org.parkland.ogc.http;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What is sent back. */
public record OgcResponse(int status, String type, Map<String, String> headers, byte[] body) {
  public static final String JSON = "application/json";
  public static final String GEO_JSON = "application/geo+json";
  public static final String HTML = "text/html";
  public static final String SCHEMA = "application/schema+json";
  public static final String OPEN_API = "application/vnd.oai.openapi+json;version=3.0";
  public static final String PROBLEM = "application/problem+json";

  public static OgcResponse of(String type, byte[] body) {
    return new OgcResponse(200, type, Map.of(), body);
  }

  public static OgcResponse json(String type, Object body) {
    return of(type, OgcJson.bytes(body));
  }

  public static OgcResponse html(String page) {
    return of(HTML + "; charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
  }

  public OgcResponse header(String name, String value) {
    Map<String, String> all = new java.util.LinkedHashMap<>(headers);
    all.put(name, value);
    return new OgcResponse(status, type, all, body);
  }
}
