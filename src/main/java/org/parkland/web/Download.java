package org.parkland.web;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Says that an answer is a file, and under which name to keep it. */
final class Download {
  private Download() {}

  /**
   * Names the file as RFC 6266 and RFC 5987 tell: the name as it is for whoever reads UTF-8, and one of plain letters
   * for the rest.
   */
  static void name(Context context, String name, String plainName) {
    String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
    context.header("Content-Disposition",
        "attachment; filename=\"" + plainName + "\"; filename*=UTF-8''" + encoded);
  }
}
