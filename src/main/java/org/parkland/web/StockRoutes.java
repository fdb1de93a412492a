package org.parkland.web;

import io.javalin.http.Context;
import org.parkland.analysis.DayLayers;
import org.parkland.analysis.LandAnalysis;

/** Land approved and not supplied, and supplied and not used. */
final class StockRoutes {
  private final LandAnalysis analysis;

  StockRoutes(LandAnalysis analysis) {
    this.analysis = analysis;
  }

  void addTo(RouteTable routes) {
    routes.get("/api/stock", Needs.VIEWER, this::stock);
  }

  private void stock(Context context) {
    Parameters parameters = Parameters.of(context, "asOf", "today");
    DayLayers day = analysis.day(parameters.date("asOf"));
    Json.answer(context, analysis.stock(day, parameters.date("today")).json());
  }
}
