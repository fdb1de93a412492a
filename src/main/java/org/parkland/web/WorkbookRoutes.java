package org.parkland.web;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.parkland.analysis.LandAnalysis;
import org.parkland.analysis.Workspace;
import org.parkland.audit.Action;
import org.parkland.export.FileFormat;
import org.parkland.geometry.AreaMethod;
import org.parkland.land.State;
import org.parkland.workbook.BookName;
import org.parkland.workbook.BookQuery;
import org.parkland.workbook.TemplateFiller;
import org.parkland.workbook.Workbooks;

/** Formatted workbooks, and the office's own template filled. */
final class WorkbookRoutes {
  private static final String XLSX = FileFormat.XLSX.mediaType();

  private final LandAnalysis analysis;
  private final Handouts handouts;
  private final Workbooks books;
  private final TemplateFiller filler;

  WorkbookRoutes(Workspace workspace, LandAnalysis analysis) {
    this.analysis = analysis;
    this.handouts = new Handouts(workspace.store());
    this.books = new Workbooks(workspace, analysis);
    this.filler = new TemplateFiller(workspace, analysis);
  }

  void addTo(RouteTable routes) {
    routes.get("/api/workbooks/{name}.xlsx", Needs.PLANNER, this::workbook);
    routes.post("/api/workbooks/fill", Needs.PLANNER, this::fill);
  }

  private void workbook(Context context) throws IOException {
    String word = context.pathParam("name");
    BookName name = BookName.find(word).orElseThrow(() -> Problem.notFound("there is no workbook '" + word + "'; use "
        + Arrays.stream(BookName.values()).map(BookName::word).collect(Collectors.joining(", ")), "name"));
    BookQuery query = query(context);
    ByteArrayOutputStream book = new ByteArrayOutputStream();
    books.write(name, query, book);
    handouts.note(context, Action.EXPORT, "workbook " + name.word());
    answer(context, book.toByteArray(), books.fileName(name, query), name.word() + ".xlsx");
  }

  /** The body is the template itself; its media type keeps other pages from sending it unasked. */
  private void fill(Context context) {
    if (!XLSX.equals(context.contentType())) {
      throw Problem.badParameter("Content-Type", "send the template as " + XLSX);
    }
    byte[] filled = filler.fill("template.xlsx", context.bodyAsBytes(), query(context));
    handouts.note(context, Action.EXPORT, "filled template");
    answer(context, filled, "已填报.xlsx", "filled.xlsx");
  }

  private static void answer(Context context, byte[] book, String name, String plainName) {
    context.disableCompression();
    Download.name(context, name, plainName);
    context.contentType(XLSX).result(book);
  }

  private BookQuery query(Context context) {
    Parameters parameters =
        Parameters.of(context, "asOf", "today", "from", "to", "state", "area", "unit", "policy", "lang");
    return new BookQuery(parameters.date("asOf"), parameters.date("today"), parameters.date("from"),
        parameters.date("to"), parameters.word("state", State.class, State.CURRENT),
        parameters.word("area", AreaMethod.class, AreaMethod.ELLIPSOIDAL),
        parameters.unit(analysis, analysis.day(parameters.date("asOf"))), parameters.text("policy"),
        ExportRoutes.english(parameters));
  }
}
