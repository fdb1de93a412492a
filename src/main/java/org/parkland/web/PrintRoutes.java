package org.parkland.web;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Envelope;
import org.parkland.BadInput;
import org.parkland.analysis.DayLayers;
import org.parkland.analysis.LandAnalysis;
import org.parkland.analysis.Workspace;
import org.parkland.audit.Action;
import org.parkland.geometry.AreaMethod;
import org.parkland.land.RedLinePolicy;
import org.parkland.land.State;
import org.parkland.print.Language;
import org.parkland.print.MapOrder;
import org.parkland.print.MapPrinter;
import org.parkland.print.MapScale;
import org.parkland.print.Orientation;
import org.parkland.print.Paper;
import org.parkland.print.Typeface;
import org.parkland.report.AreaUnit;
import org.parkland.report.LandReport;
import org.parkland.report.ReportOrder;

/** Map sheets and reports. */
final class PrintRoutes {
  private static final String[] MAP = {"bounds", "unit", "scale", "paper", "orientation", "title", "asOf", "today", "state",
      "layers", "idle", "patterns", "labels", "only", "opacity", "grid", "policy", "lang"};
  private static final String[] REPORT =
      {"unit", "asOf", "from", "today", "state", "policy", "area", "areaUnit", "candidates", "lang"};
  private static final int LONGEST_TITLE = 80;
  private static final int MOST_LAYERS = 60;
  private static final int MOST_CANDIDATES = 100;
  private static final double FAINTEST = 0.2;
  private static final String LAYER_KEY = "(units|protection|constraint|reference|finding):[^,]{0,60}";

  private final Workspace workspace;
  private final LandAnalysis analysis;
  private final PrintQueue queue = new PrintQueue();
  private final Handouts handouts;
  private Typeface typeface;

  PrintRoutes(Workspace workspace, LandAnalysis analysis) {
    this.workspace = workspace;
    this.analysis = analysis;
    this.handouts = new Handouts(workspace.store());
  }

  void addTo(RouteTable routes) {
    routes.get("/api/print/map.pdf", Needs.VIEWER, this::map);
    routes.get("/api/print/frame", Needs.VIEWER, this::frame);
    routes.get("/api/report.pdf", Needs.VIEWER, this::reportPdf);
    routes.get("/report", Needs.VIEWER, this::reportPage);
  }

  /** Read when the first sheet is asked for: most visits print nothing. */
  private synchronized Typeface typeface() {
    if (typeface == null) {
      typeface = Typeface.read(workspace.settings().web());
    }
    return typeface;
  }

  private MapPrinter printer() {
    return new MapPrinter(workspace, analysis, typeface());
  }

  private void map(Context context) {
    MapOrder order = mapOrder(Parameters.of(context, MAP));
    byte[] sheet = queue.print(context, () -> printer().sheet(order));
    handouts.note(context, Action.PRINT, "map");
    send(context, "map.pdf", sheet);
  }

  private void frame(Context context) {
    Parameters parameters = Parameters.of(context, MAP);
    MapPrinter.Frame frame = printer().frame(mapOrder(parameters));
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("scale", frame.scale());
    answer.put("scales", MapScale.all());
    answer.put("crs", frame.crs());
    answer.put("corners", frame.corners());
    Json.answer(context, answer);
  }

  private static void send(Context context, String name, byte[] pdf) {
    context.header("Cache-Control", "no-store");
    context.header("Content-Disposition", "inline; filename=\"" + name + "\"");
    context.contentType("application/pdf").result(pdf);
  }

  private MapOrder mapOrder(Parameters parameters) {
    DayLayers day = analysis.day(parameters.date("asOf"));
    State state = parameters.word("state", State.class, State.CURRENT);
    day.of(state);
    return new MapOrder(day, parameters.date("today"), state, box(parameters, day), scale(parameters),
        parameters.word("paper", Paper.class, Paper.A4),
        parameters.word("orientation", Orientation.class, Orientation.LANDSCAPE), title(parameters), layers(parameters),
        look(parameters), parameters.flag("grid"), policy(parameters), language(parameters));
  }

  private Envelope box(Parameters parameters, DayLayers day) {
    String given = parameters.text("bounds");
    if (given == null) {
      String unit = parameters.unit(analysis, day);
      return unit == null ? analysis.bounds() : analysis.bounds(unit, day);
    }
    Envelope box = parameters.read("bounds", PrintRoutes::box);
    if (!box.intersects(analysis.bounds())) {
      throw Problem.badParameter("bounds", "the box " + given + " shows nothing of the district");
    }
    return box;
  }

  private static Envelope box(String text) {
    String[] parts = text.split(",");
    try {
      double[] sides = Arrays.stream(parts).mapToDouble(Double::parseDouble).toArray();
      if (sides.length == 4 && sides[0] < sides[2] && sides[1] < sides[3] && sides[0] >= -180 && sides[2] <= 180
          && sides[1] >= -90 && sides[3] <= 90) {
        return new Envelope(sides[0], sides[2], sides[1], sides[3]);
      }
    } catch (NumberFormatException e) {
      // told below, as a box inside out is
    }
    throw new IllegalArgumentException("'" + text + "' is no box; write west,south,east,north in degrees");
  }

  private static int scale(Parameters parameters) {
    int scale = parameters.whole("scale", 0, 0, Integer.MAX_VALUE);
    if (scale != 0 && !MapScale.all().contains(scale)) {
      throw Problem.badParameter("scale", "1:" + scale + " is no round scale; use one of " + MapScale.all());
    }
    return scale;
  }

  private static String title(Parameters parameters) {
    String title = parameters.text("title");
    if (title != null && title.codePointCount(0, title.length()) > LONGEST_TITLE) {
      throw Problem.badParameter("title", "the title has more than " + LONGEST_TITLE + " characters");
    }
    return title;
  }

  private static Set<String> layers(Parameters parameters) {
    String given = parameters.text("layers");
    if (given == null) {
      return MapOrder.USUAL_LAYERS;
    }
    Set<String> keys = new LinkedHashSet<>(Arrays.asList(given.split(",")));
    keys.remove("none");
    if (keys.size() > MOST_LAYERS || !keys.stream().allMatch(each -> each.matches(LAYER_KEY))) {
      throw Problem.badParameter("layers",
          "write at most " + MOST_LAYERS + " keys such as units:zone,protection:1,reference:roads, or none");
    }
    return keys;
  }

  private MapOrder.Look look(Parameters parameters) {
    boolean idle = parameters.text("idle") == null || parameters.flag("idle");
    double opacity = parameters.text("opacity") == null ? 1 : parameters.number("opacity", FAINTEST, 1);
    String only = parameters.text("only");
    if (only != null && workspace.standards().classification().find(only).isEmpty()) {
      throw Problem.badParameter("only", "'" + only + "' is in no classification");
    }
    return new MapOrder.Look(
        idle, parameters.flag("patterns"), parameters.word("labels", MapOrder.Labels.class, MapOrder.Labels.NONE), only, opacity);
  }

  private RedLinePolicy policy(Parameters parameters) {
    String name = parameters.text("policy");
    try {
      return workspace.policies().redLine().find(name != null ? name : workspace.district().policy());
    } catch (BadInput e) {
      throw Problem.badParameter("policy", e.getMessage());
    }
  }

  private Language language(Parameters parameters) {
    String tag = parameters.text("lang");
    if (tag != null && !Language.TAGS.contains(tag)) {
      throw Problem.badParameter("lang", "'" + tag + "' is none of " + String.join(", ", Language.TAGS));
    }
    return Language.read(workspace.settings().web(), tag != null ? tag : Language.TAGS.get(0));
  }

  private void reportPdf(Context context) {
    ReportOrder order = reportOrder(Parameters.of(context, REPORT));
    byte[] report = queue.print(context, () -> report().pdf(order));
    handouts.note(context, Action.REPORT, "report.pdf");
    send(context, "report.pdf", report);
  }

  private void reportPage(Context context) {
    ReportOrder order = reportOrder(Parameters.of(context, REPORT));
    String page = queue.print(context, () -> report().html(order));
    handouts.note(context, Action.REPORT, "report");
    context.header("Cache-Control", "no-store");
    context.contentType("text/html; charset=utf-8").result(page);
  }

  private LandReport report() {
    return new LandReport(workspace, analysis, typeface());
  }

  private ReportOrder reportOrder(Parameters parameters) {
    DayLayers day = analysis.day(parameters.date("asOf"));
    return new ReportOrder(parameters.unit(analysis, day), parameters.date("asOf"), parameters.date("from"),
        parameters.date("today"), parameters.word("state", State.class, State.CURRENT), policy(parameters),
        parameters.word("area", AreaMethod.class, AreaMethod.ELLIPSOIDAL),
        parameters.word("areaUnit", AreaUnit.class, AreaUnit.HA),
        language(parameters), parameters.whole("candidates", ReportOrder.USUAL_CANDIDATES, 0, MOST_CANDIDATES));
  }
}
