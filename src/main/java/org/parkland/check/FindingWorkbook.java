package org.parkland.check;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Point;
import org.parkland.geometry.Crs;
import org.parkland.geometry.OutsideProjectionException;
import org.parkland.geometry.Reprojection;
import org.parkland.land.Finding;
import org.parkland.land.FindingCatalogue;
import org.parkland.land.FindingKind;

/**
 * Findings as a workbook that goes back to the office that delivered: a sheet of sums, and one row a finding with
 * place, figure, who has to mend it and how. In Chinese. Memory does not grow with the findings.
 */
public final class FindingWorkbook {
  private static final List<String> HEADER = List.of("序号", "级别", "代码", "问题", "行号", "编号", "说明", "数值", "单位",
      "经度", "纬度", "X（东）", "Y（北）", "整改单位", "整改办法", "整改情况");
  private static final int[] WIDTHS = {7, 7, 22, 22, 9, 22, 60, 12, 8, 12, 12, 15, 15, 18, 46, 20};
  private static final List<String> SUMS_HEADER = List.of("级别", "代码", "问题", "数量", "整改单位", "整改办法");
  private static final int[] SUMS_WIDTHS = {9, 24, 28, 10, 20, 70};
  private static final Map<Finding.Severity, String> SEVERITIES = Map.of(Finding.Severity.ERROR, "错误（未入库）",
      Finding.Severity.WARNING, "警告", Finding.Severity.NOTICE, "提示");
  private static final Map<String, String> UNITS =
      Map.of("m2", "平方米", "m", "米", "rows", "行", "percent", "%");
  private static final String HEAD_COLOR = "D9E2EC";
  /** A sheet holds 1,048,576 rows. */
  private static final int ROWS_PER_SHEET = 1_000_000;
  private static final int FLUSHED_ROWS = 500;
  private static final int LONGEST_TEXT = 32_000;

  private final FindingCatalogue catalogue;
  private final Crs crs;
  private final Reprojection toDegrees;

  /** @param crs of the layer */
  public FindingWorkbook(FindingCatalogue catalogue, Crs crs) {
    this.catalogue = catalogue;
    this.crs = crs;
    this.toDegrees = crs.to(Crs.of(Crs.DEGREES));
  }

  /**
   * @param heading lines above the sums: file, layer, day
   * @param counts findings by code
   * @param findings all of them
   */
  public void write(Path file, List<String> heading, Map<String, Long> counts, Stream<Finding> findings)
      throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      write(out, heading, counts, findings);
    }
  }

  /** As above; the stream stays open. */
  public void write(OutputStream out, List<String> heading, Map<String, Long> counts, Stream<Finding> findings)
      throws IOException {
    try (Workbook book = new Workbook(out, "Parkland", "1.0")) {
      sums(book.newWorksheet("汇总"), heading, counts);
      Iterator<Finding> rest = findings.iterator();
      for (int sheet = 1; sheet == 1 || rest.hasNext(); sheet++) {
        list(book.newWorksheet(sheet == 1 ? "检查结果" : "检查结果" + sheet), rest, (sheet - 1) * ROWS_PER_SHEET);
      }
    }
  }

  private void sums(Worksheet sheet, List<String> heading, Map<String, Long> counts) throws IOException {
    widths(sheet, SUMS_WIDTHS);
    int row = 0;
    for (String line : heading) {
      sheet.value(row++, 0, harmless(line));
    }
    header(sheet, ++row, SUMS_HEADER);
    for (FindingKind kind : catalogue.kinds()) {
      if (counts.containsKey(kind.code())) {
        row++;
        sheet.value(row, 0, SEVERITIES.get(kind.severity()));
        sheet.value(row, 1, kind.code());
        sheet.value(row, 2, kind.title().zh());
        sheet.value(row, 3, counts.get(kind.code()));
        sheet.value(row, 4, catalogue.office(kind.who()).zh());
        sheet.value(row, 5, kind.remedy().zh());
      }
    }
    if (counts.isEmpty()) {
      sheet.value(row + 1, 0, "未发现问题");
    }
    sheet.finish();
  }

  private void list(Worksheet sheet, Iterator<Finding> findings, int before) throws IOException {
    widths(sheet, WIDTHS);
    header(sheet, 0, HEADER);
    sheet.freezePane(0, 1);
    int row = 0;
    while (findings.hasNext() && row < ROWS_PER_SHEET) {
      row++;
      finding(sheet, row, before + row, findings.next());
      if (row % FLUSHED_ROWS == 0) {
        sheet.flush();
      }
    }
    sheet.setAutoFilter(0, 0, row, HEADER.size() - 1);
    sheet.finish();
  }

  private void finding(Worksheet sheet, int row, int number, Finding finding) {
    FindingKind kind = catalogue.find(finding.code()).orElse(null);
    List<Object> cells = new ArrayList<>(List.of(number, SEVERITIES.get(finding.severity()), finding.code(),
        kind == null ? "" : kind.title().zh()));
    cells.add(finding.row() == 0 ? null : finding.row());
    cells.add(finding.id());
    cells.add(catalogue.textOf(finding).zh());
    cells.add(finding.figure());
    cells.add(kind == null || kind.unit() == null ? null : UNITS.getOrDefault(kind.unit(), kind.unit()));
    cells.addAll(place(finding));
    cells.add(kind == null ? null : catalogue.office(kind.who()).zh());
    cells.add(kind == null ? null : kind.remedy().zh());
    for (int column = 0; column < cells.size(); column++) {
      if (cells.get(column) instanceof Number value) {
        sheet.value(row, column, value);
      } else if (cells.get(column) != null) {
        sheet.inlineString(row, column, harmless(cells.get(column).toString()));
      }
    }
  }

  /** Longitude and latitude, then easting and northing as delivered; nulls where unknown. */
  private List<Object> place(Finding finding) {
    List<Object> place = new ArrayList<>();
    Point point = Place.in(finding.shape());
    if (point == null) {
      return java.util.Arrays.asList(null, null, null, null);
    }
    try {
      Coordinate degrees = toDegrees.apply(point.getX(), point.getY());
      place.add(round(1e8, degrees.x));
      place.add(round(1e8, degrees.y));
    } catch (OutsideProjectionException e) {
      place.add(null);
      place.add(null);
    }
    place.add(crs.isGeographic() ? null : round(1e3, point.getX()));
    place.add(crs.isGeographic() ? null : round(1e3, point.getY()));
    return place;
  }

  private static double round(double scale, double value) {
    return Math.rint(scale * value) / scale;
  }

  /**
   * Delivered text is never to be taken for a formula, not even after the sheet has been saved as CSV; characters
   * that XML does not have are dropped.
   */
  static String harmless(String text) {
    String plain = text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", "");
    String guarded = plain.matches("(?s)[=+\\-@\\t\\r\\n＝＋－＠].*") ? "'" + plain : plain;
    return guarded.length() > LONGEST_TEXT ? guarded.substring(0, LONGEST_TEXT) + "…" : guarded;
  }

  private static void widths(Worksheet sheet, int[] widths) {
    for (int i = 0; i < widths.length; i++) {
      sheet.width(i, widths[i]);
    }
  }

  private static void header(Worksheet sheet, int row, List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      sheet.value(row, i, words.get(i));
    }
    sheet.range(row, 0, row, words.size() - 1).style().bold().fillColor(HEAD_COLOR).set();
  }
}
