package org.parkland.web;

import io.javalin.http.Context;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.parkland.ogc.OgcService;
import org.parkland.ogc.http.OgcRequest;
import org.parkland.ogc.http.OgcResponse;

/** Everything below {@code /ogc}, handed to the package that speaks for it. */
final class OgcRoutes {
  private static final String ROOT = "/ogc";

  private final OgcService service;

  OgcRoutes(OgcService service) {
    this.service = service;
  }

  void addTo(RouteTable routes) {
    routes.get(ROOT, Needs.OGC, this::answer);
    routes.get(ROOT + "/*", Needs.OGC, this::answer);
  }

  private void answer(Context context) {
    OgcResponse response = service.answer(request(context));
    context.status(response.status()).contentType(response.type());
    response.headers().forEach(context::header);
    context.header("Vary", "Accept, Accept-Language, Cookie, Authorization, Accept-Encoding");
    context.result(response.body());
  }

  private static OgcRequest request(Context context) {
    String path = context.req().getRequestURI().substring(ROOT.length());
    List<String> parts = Arrays.stream(path.split("/")).filter(each -> !each.isEmpty())
        .map(each -> URLDecoder.decode(each.replace("+", "%2B"), StandardCharsets.UTF_8)).toList();
    String languages = context.header("Accept-Language");
    boolean english = languages != null && languages.toLowerCase(Locale.ROOT).startsWith("en");
    return new OgcRequest(context.scheme() + "://" + context.host(), parts, context.queryParamMap(),
        context.header("Accept"), english);
  }
}
