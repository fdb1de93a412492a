package org.parkland.web;

import io.javalin.http.Context;
import java.io.InputStream;

/** The one file of the charting library; its jar lists no folders, so it cannot be served as one. */
final class ChartLibrary {
  private static final String FILE = "/META-INF/resources/_static/echarts/6.0.0/dist/echarts.esm.min.js";

  void addTo(RouteTable routes) {
    routes.get("/webjars/echarts/6.0.0/echarts.esm.min.js", Needs.NOTHING, ChartLibrary::file);
  }

  private static void file(Context context) {
    InputStream file = ChartLibrary.class.getResourceAsStream(FILE);
    context.header("Cache-Control", "public, max-age=31536000, immutable");
    context.contentType("text/javascript; charset=utf-8").result(file);
  }
}
