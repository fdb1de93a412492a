package org.parkland.report;

import java.util.Base64;
import java.util.List;
import org.parkland.analysis.LandAnalysis;
import org.parkland.analysis.Workspace;
import org.parkland.land.Classification;
import org.parkland.land.District;
import org.parkland.print.Charts;
import org.parkland.print.MapPrinter;
import org.parkland.print.Picture;
import org.parkland.print.Typeface;

/** Writes the report 用地分析报告, as a page or as PDF. Safe to share between threads. */
public final class LandReport {
  private static final int PAGE_DPI = 130;

  private final Workspace workspace;
  private final LandAnalysis analysis;
  private final Typeface typeface;
  private final Maps maps;
  private final Charts charts;

  public LandReport(Workspace workspace, LandAnalysis analysis, Typeface typeface) {
    this.workspace = workspace;
    this.analysis = analysis;
    this.typeface = typeface;
    this.maps = new Maps(analysis, new MapPrinter(workspace, analysis, typeface));
    this.charts = new Charts(typeface);
  }

  /**
   * A page that stands for itself but for its style sheet, {@code /css/report.css}.
   *
   * @throws org.parkland.BadInput if there is no such unit or day
   */
  public String html(ReportOrder order) {
    Draft draft = draft(order);
    String page = page(draft, draft.html.toString());
    List<Picture> pictures = draft.pictures();
    for (int i = 0; i < pictures.size(); i++) {
      page = page.replace("\"" + Draft.PICTURE + i + ".pdf\"",
          "\"data:image/png;base64," + Base64.getEncoder().encodeToString(pictures.get(i).png(PAGE_DPI)) + "\"");
    }
    return "<!doctype html>\n" + page;
  }

  /** The same as PDF. */
  public byte[] pdf(ReportOrder order) {
    Draft draft = draft(order);
    ReportPdf pdf = new ReportPdf(typeface, workspace.settings().web().resolve("css/report.css"));
    String body = draft.html.toString();
    int missing = typeface.missing(body);
    if (missing > 0) {
      body += new Html().element("p", draft.say("print.missing", "count", missing), "class", "note");
    }
    return pdf.write(typeface.printable(page(draft, body)), draft.pictures(), order.language().tag());
  }

  private Draft draft(ReportOrder order) {
    Draft draft = new Draft(order, new Answers(workspace, analysis, order),
        workspace.standards().classification());
    sections().forEach(each -> each.write(draft));
    return draft;
  }

  private List<Section> sections() {
    District district = workspace.district();
    Classification classification = workspace.standards().classification();
    return List.of(new CoverSection(district, maps), new RedLineSection(charts),
        new BalanceSection(classification, charts), new StructureSection(), new LedgerSection(), new ProtectionSection(),
        new IdleSection(), new CandidateSection(), new ParkSection(maps));
  }

  private String page(Draft draft, String body) {
    District district = workspace.district();
    String name = draft.language().name(district.name(), district.nameEn());
    String title = new CoverSection(district, maps).title(draft);
    Html head = new Html().open("head").empty("meta", "charset", "utf-8")
        .element("title", title).empty("link", "rel", "icon", "href", "/favicon.svg")
        .empty("link", "rel", "stylesheet", "href", "/css/report.css").close();
    Html running = new Html().open("div", "class", "running")
        .element("span", title + (title.contains(name) ? "" : " · " + name)
            + (district.synthetic() ? " · " + draft.say("synthetic") : "")).close();
    return "<html lang=\"" + draft.language().tag() + "\">\n" + head + "<body>\n" + running + "<main>\n" + body
        + "</main>\n</body>\n</html>\n";
  }
}
