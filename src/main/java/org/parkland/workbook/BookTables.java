package org.parkland.workbook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parkland.analysis.DayLayers;
import org.parkland.analysis.FigureQuery;
import org.parkland.analysis.Figures;
import org.parkland.analysis.LandAnalysis;
import org.parkland.analysis.Report;
import org.parkland.analysis.ReportQuery;
import org.parkland.analysis.Workspace;
import org.parkland.export.ListTable;
import org.parkland.land.Heading;
import org.parkland.land.RedLine;
import org.parkland.land.RedLinePolicy;
import org.parkland.land.Words;
import org.parkland.pack.Headings;
import org.parkland.workbook.BookTable.BookColumn;

/** Draws the tables of the workbooks from the figures that the API answers with. */
final class BookTables {
  private static final double HECTARE_M2 = 10_000;
  private static final int TEXT_WIDTH = 20;
  private static final int NUMBER_WIDTH = 14;
  private static final int NAME_WIDTH = 26;
  /** In lists, which have many columns: characters by heading. */
  private static final Map<String, Integer> WIDTHS = Map.of("parcel", 21, "treatment", 26, "reason", 26, "location", 20,
      "holder", 18, "landUse", 8, "missing", 18, "clause", 16, "way", 14);
  private static final int LIST_TEXT_WIDTH = 14;
  private static final int LIST_NUMBER_WIDTH = 11;
  private static final String FINE_SHARE = "0.000000%";

  private final Workspace workspace;
  private final LandAnalysis analysis;
  private final Headings headings;

  BookTables(Workspace workspace, LandAnalysis analysis) {
    this.workspace = workspace;
    this.analysis = analysis;
    this.headings = Headings.read(workspace.settings().standards());
  }

  BookTable draw(BookName name, BookQuery query) {
    return switch (name) {
      case STRUCTURE -> structure(query);
      case REDLINE -> redLine(query);
      case LEDGER -> ledger(query);
      case IDLE -> list(BookName.IDLE, query, ListTable.idle(analysis.idle(day(query), query.today()), query.unit(),
          query.english()));
      case CANDIDATES -> list(BookName.CANDIDATES, query,
          ListTable.candidates(analysis.sites(day(query), query.today()), query.unit(), Map.of(), query.english()));
    };
  }

  String fileName(BookName name, BookQuery query) {
    String district = query.english() ? workspace.district().nameEn() : workspace.district().name();
    return (district + "_" + word("book." + name.word(), query) + "_" + day(query).asOf() + ".xlsx")
        .replaceAll("[\\\\/:*?\"<>|\\s]+", "_");
  }

  private DayLayers day(BookQuery query) {
    return analysis.day(query.asOf());
  }

  private RedLinePolicy policy(BookQuery query) {
    return workspace.policies().redLine()
        .find(query.policy() != null ? query.policy() : workspace.district().policy());
  }

  private String word(String key, BookQuery query) {
    return text(headings.word(key), query);
  }

  private static String text(Words words, BookQuery query) {
    return query.english() ? words.en() : words.zh();
  }

  private String title(BookName name, BookQuery query) {
    return (query.english() ? workspace.district().nameEn() + ": " : workspace.district().name())
        + word("book." + name.word(), query);
  }

  /** What the figures are of: day, state, how areas are measured. */
  private String basis(String days, BookQuery query) {
    return days + (query.english() ? "; " : "　") + word("state." + query.state().word(), query)
        + (query.english() ? "; " : "　") + word("area." + query.method().word(), query);
  }

  private String dataOf(LocalDate day, BookQuery query) {
    return word("note.data", query) + (query.english() ? " " : "：") + day;
  }

  private String definition(RedLinePolicy policy, BookQuery query) {
    String title = query.english() ? policy.titleEn() : policy.title();
    return word("note.definition", query) + "：" + title + "（" + policy.name() + "）。" + word("note.numerator", query)
        + " " + String.join(",", policy.numerator()) + "；" + word("note.denominator", query) + " "
        + String.join(",", policy.denominator()) + "；" + word("note.threshold", query) + " "
        + java.math.BigDecimal.valueOf(policy.threshold()).movePointRight(2).stripTrailingZeros().toPlainString()
        + "%。" + word("note.source", query) + "：" + policy.source() + "，" + policy.date();
  }

  private List<String> notes(BookQuery query, String... lines) {
    List<String> notes = new ArrayList<>(List.of(lines));
    if (workspace.district().synthetic()) {
      notes.add(query.english() ? workspace.district().noteEn() : workspace.district().note());
    }
    return notes;
  }

  private String unit(String key, BookQuery query) {
    return word("note.unit", query) + (query.english() ? ": " : "：") + word("note." + key, query);
  }

  private String head(String key, BookQuery query) {
    return text(headings.of(key).words(), query);
  }

  // Structure and red line: hectares.

  private BookTable structure(BookQuery query) {
    Map<String, Object> answer = report(Report.STRUCTURE, query);
    List<BookColumn> columns = List.of(new BookColumn(head("kind", query), null, NUMBER_WIDTH),
        new BookColumn(head("unitName", query), null, TEXT_WIDTH), new BookColumn(head("name", query), null, NAME_WIDTH),
        new BookColumn(head("areaM2", query), BookColumn.AREA, NUMBER_WIDTH),
        new BookColumn(head("share", query), BookColumn.SHARE, NUMBER_WIDTH));
    List<List<Object>> rows = new ArrayList<>();
    List<Integer> strong = new ArrayList<>();
    for (Map<String, Object> unit : maps(answer.get("units"))) {
      for (Map<String, Object> line : maps(unit.get("structure"))) {
        boolean part = line.get("within") != null;
        if (!part) {
          strong.add(rows.size());
        }
        String name = (String) line.get(query.english() ? "nameEn" : "name");
        rows.add(row(word("kind." + unit.get("kind"), query), unit.get(query.english() ? "nameEn" : "name"),
            part ? (query.english() ? "  of which: " : "　其中：") + name : name, hectares(line.get("areaM2")),
            line.get("share")));
      }
    }
    return new BookTable(title(BookName.STRUCTURE, query), notes(query, basis(dataOf(day(query).asOf(), query), query),
        word("note.of", query)), unit("hectare", query), columns, rows, strong, BookTable.Page.A4_PORTRAIT, word("note.page", query));
  }

  private BookTable redLine(BookQuery query) {
    RedLinePolicy policy = policy(query);
    Figures figures = analysis.figures().draw(day(query), new FigureQuery(query.state(), policy, query.method()));
    List<BookColumn> columns = new ArrayList<>(List.of(new BookColumn(head("kind", query), null, NUMBER_WIDTH),
        new BookColumn(head("unitName", query), null, NAME_WIDTH)));
    for (String key : List.of("areaM2", "numeratorM2", "denominatorM2", "ratio", "headroomM2", "status", "lowestRatio",
        "highestRatio")) {
      columns.add(new BookColumn(head(key, query), format(headings.of(key).type()), NUMBER_WIDTH));
    }
    List<List<Object>> rows = new ArrayList<>();
    for (int place : figures.places()) {
      if (query.unit() == null || figures.unit(place).id().equals(query.unit())) {
        RedLine line = figures.redLine(place);
        String english = figures.unit(place).nameEn();
        rows.add(row(word("kind." + figures.unit(place).kind(), query),
            query.english() && english != null ? english : figures.unit(place).name(),
            hectares(figures.unitM2(place)), hectares(line.numeratorM2()), hectares(line.denominatorM2()), line.ratio(),
            hectares(line.headroomM2()), word("status." + line.status().word(), query), line.lowest(), line.highest()));
      }
    }
    return new BookTable(title(BookName.REDLINE, query), notes(query, basis(dataOf(figures.asOf(), query), query),
        definition(policy, query)), unit("hectare", query), columns, rows, List.of(), BookTable.Page.A4_LANDSCAPE, word("note.page", query));
  }

  private static Double hectares(Object m2) {
    return m2 == null ? null : ((Number) m2).doubleValue() / HECTARE_M2;
  }

  // Ledger and lists: square metres.

  private BookTable ledger(BookQuery query) {
    Map<String, Object> answer = report(Report.LEDGER, query);
    List<String> keys = List.of("parcel", "change", "codeBefore", "codeAfter", "areaBeforeM2", "areaAfterM2",
        "numeratorM2", "denominatorM2", "ratioPart");
    List<BookColumn> columns = keys.stream().map(key -> key.equals("ratioPart")
        ? new BookColumn(head(key, query), FINE_SHARE, NUMBER_WIDTH) : column(headings.of(key), query)).toList();
    List<List<Object>> rows = new ArrayList<>();
    for (Map<String, Object> entry : maps(answer.get("entries"))) {
      Map<String, Object> line = new LinkedHashMap<>(entry);
      line.put("change", word("change." + entry.get("change"), query));
      rows.add(values(keys, line));
    }
    Map<String, Object> rest = new LinkedHashMap<>(map(answer.get("unlisted")));
    rest.put("parcel", word("note.unlisted", query));
    rows.add(values(keys, rest));
    Map<String, Object> total = new LinkedHashMap<>(map(answer.get("change")));
    total.put("parcel", word("note.total", query));
    total.put("ratioPart", total.get("ratio"));
    rows.add(values(keys, total));
    String days = word("note.from", query) + " " + answer.get("from") + "　" + word("note.to", query) + " "
        + answer.get("to") + "　" + map(answer.get("unit")).get(query.english() ? "nameEn" : "name");
    return new BookTable(title(BookName.LEDGER, query), notes(query, basis(days, query), definition(policy(query), query),
        word("note.ledger", query)), unit("m2", query), columns, rows, List.of(rows.size() - 1), BookTable.Page.A4_LANDSCAPE,
        word("note.page", query));
  }

  private static List<Object> values(List<String> keys, Map<String, Object> line) {
    return row(keys.stream().map(line::get).toArray());
  }

  private BookTable list(BookName name, BookQuery query, ListTable table) {
    List<BookColumn> columns = table.columns().stream().map(key -> {
      Words own = table.titles().get(key);
      return column(own == null ? headings.of(key) : new Heading(key, own, Heading.Type.NUMBER, key), query);
    }).toList();
    List<List<Object>> rows = table.rows().stream().map(line -> values(table.columns(), line)).toList();
    DayLayers day = day(query);
    String today = word("note.today", query) + (query.english() ? " " : "：")
        + (query.today() != null ? query.today() : day.asOf());
    return new BookTable(title(name, query), notes(query, basis(dataOf(day.asOf(), query) + "　" + today, query),
        word("note.suspicion", query)), unit("m2", query), columns, rows, List.of(), BookTable.Page.A3_LANDSCAPE, word("note.page", query));
  }

  private static BookColumn column(Heading heading, BookQuery query) {
    String format = format(heading.type());
    int width = WIDTHS.getOrDefault(heading.key(), format != null ? LIST_NUMBER_WIDTH : LIST_TEXT_WIDTH);
    return new BookColumn(text(heading.words(), query), format, width);
  }

  private static String format(Heading.Type type) {
    return switch (type) {
      case AREA, NUMBER -> BookColumn.AREA;
      case SHARE -> BookColumn.SHARE;
      case INTEGER -> BookColumn.COUNT;
      case DATE -> BookColumn.DAY;
      case TEXT, FLAG -> null;
    };
  }

  // Answers of reports.

  private Map<String, Object> report(Report report, BookQuery query) {
    return analysis.reports().draw(new ReportQuery(report, query.asOf(), query.state(), query.method(), policy(query),
        null, query.unit(), null, 0, query.from(), query.to(), null)).answer();
  }

  private static List<Object> row(Object... values) {
    return new ArrayList<>(java.util.Arrays.asList(values));
  }

  @SuppressWarnings("unchecked") // A report is plain data: objects are maps by name.
  private static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }

  @SuppressWarnings("unchecked") // Likewise, arrays of objects are lists of maps.
  private static List<Map<String, Object>> maps(Object value) {
    return (List<Map<String, Object>>) value;
  }
}
