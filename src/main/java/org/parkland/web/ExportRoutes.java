package org.parkland.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parkland.analysis.LandAnalysis;
import org.parkland.analysis.SiteQuery;
import org.parkland.analysis.Workspace;
import org.parkland.export.Content;
import org.parkland.export.ExportOptions;
import org.parkland.export.ExportQuery;
import org.parkland.export.Exporter;
import org.parkland.export.Exports;
import org.parkland.export.FileFormat;
import org.parkland.geometry.Crs;
import org.parkland.geometry.UnknownCrsException;
import org.parkland.land.State;

/** Layers, lists and selections as files. */
final class ExportRoutes {
  private static final int BOX_NUMBERS = 4;

  private final Workspace workspace;
  private final Exports exports;
  private final Handouts handouts;

  ExportRoutes(Workspace workspace, LandAnalysis analysis) {
    this.workspace = workspace;
    this.exports = new Exports(workspace, analysis);
    this.handouts = new Handouts(workspace.store());
  }

  void addTo(RouteTable routes) {
    routes.get("/api/export", Needs.PLANNER, context -> Json.answer(context, Map.of("layers", Exports.names(), "formats",
        Arrays.stream(FileFormat.values()).map(FileFormat::word).toList())));
    routes.get("/api/export/{what}", Needs.PLANNER, this::export);
  }

  private void export(Context context) throws IOException {
    Parameters parameters = Parameters.of(context, "format", "asOf", "crs", "encoding", "shapes", "name", "ids", "unit",
        "bbox", "filter", "today", "from", "to", "state", "policy", "lang", "weights");
    String what = context.pathParam("what");
    if (!Exports.names().contains(what)) {
      throw Problem.notFound("'" + what + "' is nothing that can be exported; use one of "
          + String.join(", ", Exports.names()), "what");
    }
    parameters.required("format");
    FileFormat format = parameters.word("format", FileFormat.class, null);
    Content content = exports.find(query(what, parameters));
    Exporter exporter = new Exporter(content, options(format, parameters));
    FileAnswer.send(context, handouts, exporter, format, what);
  }

  private ExportQuery query(String what, Parameters parameters) {
    String ids = parameters.text("ids");
    return new ExportQuery(what, parameters.date("asOf"), parameters.date("today"), parameters.date("from"),
        parameters.date("to"), parameters.text("name"), parameters.word("state", State.class, State.CURRENT).word(),
        parameters.text("policy"), ids == null ? null : Set.of(ids.split(",")), parameters.text("unit"),
        box(parameters.text("bbox")), parameters.text("filter"), english(parameters),
        parameters.read("weights", text -> SiteQuery.weights(text, workspace.policies().sites().ranking())));
  }

  static boolean english(Parameters parameters) {
    String lang = parameters.text("lang");
    if (lang != null && !List.of("zh", "en").contains(lang)) {
      throw Problem.badParameter("lang", "'" + lang + "' is neither zh nor en");
    }
    return "en".equals(lang);
  }

  private static List<Double> box(String text) {
    if (text == null) {
      return null;
    }
    try {
      List<Double> box = Arrays.stream(text.split(",")).map(Double::valueOf).toList();
      if (box.size() == BOX_NUMBERS && box.stream().allMatch(Double::isFinite)) {
        return box;
      }
    } catch (NumberFormatException e) {
      // told below, as a box of other than four numbers is
    }
    throw Problem.badParameter("bbox", "'" + text + "' is no box; write west,south,east,north in degrees");
  }

  /** What {@code crs}, {@code encoding} and {@code shapes} ask for. */
  static ExportOptions options(FileFormat format, Parameters parameters) {
    return new ExportOptions(format, crs(parameters), encoding(parameters),
        parameters.text("shapes") == null ? null : Boolean.valueOf(parameters.flag("shapes")));
  }

  private static Crs crs(Parameters parameters) {
    String code = parameters.text("crs");
    try {
      return code == null ? null : Crs.of(code);
    } catch (UnknownCrsException e) {
      throw Problem.badParameter("crs", e.getMessage());
    }
  }

  private static Charset encoding(Parameters parameters) {
    String name = parameters.text("encoding");
    if (name != null && !List.of("UTF-8", "GBK").contains(name)) {
      throw Problem.badParameter("encoding", "'" + name + "' is neither UTF-8 nor GBK");
    }
    return name == null ? null : Charset.forName(name);
  }
}
