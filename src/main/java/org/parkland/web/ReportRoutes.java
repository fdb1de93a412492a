package org.parkland.web;

import io.javalin.http.Context;
import java.math.BigDecimal;
import org.parkland.BadInput;
import org.parkland.analysis.LandAnalysis;
import org.parkland.analysis.Report;
import org.parkland.analysis.ReportQuery;
import org.parkland.analysis.Workspace;
import org.parkland.geometry.AreaMethod;
import org.parkland.land.RedLinePolicy;
import org.parkland.land.State;

/** The reports of {@code analyze --report}, one route each. */
final class ReportRoutes {
  /** Larger than any country; keeps adjusted areas within what a double holds to 0.01 m². */
  private static final double LARGEST_M2 = 1e13;

  private final Workspace workspace;
  private final LandAnalysis analysis;

  ReportRoutes(Workspace workspace, LandAnalysis analysis) {
    this.workspace = workspace;
    this.analysis = analysis;
  }

  void addTo(RouteTable routes) {
    for (Report report : Report.values()) {
      String word = report.name().toLowerCase(java.util.Locale.ROOT);
      String path = report == Report.POLICIES ? word + "/compare" : word;
      routes.get("/api/" + path, Needs.VIEWER, context -> answer(context, report));
    }
  }

  private void answer(Context context, Report report) {
    Parameters parameters = Parameters.of(context, report.parameters().toArray(String[]::new));
    String unit = parameters.text("unit");
    if (unit != null && !analysis.figures().hasUnit(unit, analysis.day(null))) {
      throw Problem.notFound("there is no unit '" + unit + "'", "unit");
    }
    Json.answer(context, analysis.reports().draw(query(report, parameters)).answer());
  }

  private ReportQuery query(Report report, Parameters parameters) {
    boolean compares = report == Report.POLICIES;
    return new ReportQuery(report, parameters.date("asOf"), parameters.word("state", State.class, State.CURRENT),
        parameters.word("area", AreaMethod.class, AreaMethod.ELLIPSOIDAL),
        policy(compares ? "a" : "policy", parameters), compares ? against(parameters) : null, parameters.text("unit"),
        parameters.text("by"), parameters.whole("level", 0, 1, 3), parameters.date("from"), parameters.date("to"),
        parameters.text("control") == null ? null
            : BigDecimal.valueOf(parameters.number("control", 0.01, LARGEST_M2)));
  }

  private RedLinePolicy against(Parameters parameters) {
    parameters.required("b");
    return policy("b", parameters);
  }

  private RedLinePolicy policy(String parameter, Parameters parameters) {
    String name = parameters.text(parameter);
    try {
      return workspace.policies().redLine().find(name != null ? name : workspace.district().policy());
    } catch (BadInput e) {
      throw Problem.badParameter(parameter, e.getMessage());
    }
  }
}
