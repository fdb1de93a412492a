package org.parkland.demo;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/** A plain reading of idle.md §1 and §4, written apart from the generator to judge what it wrote. */
final class LadderJudge {
  private static final LocalDate TODAY = LocalDate.of(2025, 12, 31);

  private LadderJudge() {}

  /** Step of the ladder, or null for a parcel without any supply field. */
  static String status(Map<String, String> row) {
    if (!row.containsKey("PZMJ") && !row.containsKey("HTBH")) {
      return null;
    }
    if (!row.containsKey("HTBH")) {
      return "未供";
    }
    if (row.containsKey("SJJGSJ")) {
      return "已竣工";
    }
    return row.containsKey("SJKGSJ") ? started(row) : notStarted(row);
  }

  private static String notStarted(Map<String, String> row) {
    LocalDate start = startDue(row);
    if (start == null) {
      return "资料不足";
    }
    if (TODAY.isBefore(start)) {
      return "已供未到期";
    }
    if (!TODAY.isBefore(start.plusYears(2))) {
      return "疑似闲置(满两年)";
    }
    return TODAY.isBefore(start.plusYears(1)) ? "逾期未动工" : "疑似闲置(满一年)";
  }

  static LocalDate startDue(Map<String, String> row) {
    if (row.containsKey("YQDGSJ")) {
      return day(row, "YQDGSJ");
    }
    if (row.containsKey("HTYDDGSJ")) {
      return day(row, "HTYDDGSJ");
    }
    if (row.containsKey("SJJDSJ")) {
      return day(row, "SJJDSJ").plusYears(1);
    }
    return row.containsKey("PZSRQ") ? day(row, "PZSRQ").plusYears(1) : null;
  }

  private static String started(Map<String, String> row) {
    if (row.containsKey("TGSJ")) {
      if (TODAY.isBefore(day(row, "TGSJ").plusYears(1))) {
        return "停工不足一年";
      }
      Double developed = share(row, "YKFMJ", "YDKFMJ");
      Double invested = share(row, "YTZE", "ZTZE");
      if (developed != null && developed < 1.0 / 3 || invested != null && invested < 0.25) {
        return "疑似闲置(停工)";
      }
      if (developed == null || invested == null) {
        return "资料不足";
      }
    }
    LocalDate completion = day(row, "HTYDJGSJ");
    return completion != null && TODAY.isAfter(completion) ? "逾期未竣工" : "在建";
  }

  private static Double share(Map<String, String> row, String part, String whole) {
    return row.containsKey(part) && row.containsKey(whole)
        ? (Double) (number(row, part) / number(row, whole)) : null;
  }

  static LocalDate day(Map<String, String> row, String column) {
    return row.containsKey(column)
        ? LocalDate.parse(row.get(column), DateTimeFormatter.BASIC_ISO_DATE) : null;
  }

  static double number(Map<String, String> row, String column) {
    return Double.parseDouble(row.getOrDefault(column, "0"));
  }

  /** Number of tests of inefficient land a finished plant fails (idle.md §7, start values). */
  static int inefficientHits(Map<String, String> row, double areaM2) {
    double floor = number(row, "JZMJ");
    int hits = floor / areaM2 < 0.8 ? 1 : 0;
    hits += number(row, "NSE") / (areaM2 * 3 / 2000) < 5 ? 1 : 0;
    hits += number(row, "JZZDMJ") / areaM2 < 0.4 ? 1 : 0;
    return hits + (number(row, "XZJZMJ") / floor > 0.3 ? 1 : 0);
  }
}
