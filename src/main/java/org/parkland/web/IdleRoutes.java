package org.parkland.web;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Envelope;
import org.parkland.analysis.DayLayers;
import org.parkland.analysis.IdleCounts;
import org.parkland.analysis.IdleRegister;
import org.parkland.analysis.JudgedParcel;
import org.parkland.analysis.LandAnalysis;
import org.parkland.idle.Alarm;
import org.parkland.idle.AlarmCalendar;

/** The list of idle and inefficient land, filtered and paged by the server. */
final class IdleRoutes {
  private static final int MOST_ROWS = 1_000;
  private static final int MOST_DAYS = 36_500;
  /** Without one of these the order is that of the register, by urgency. */
  private static final Map<String, Comparator<IdleRegister.Entry>> ORDERS = Map.of(
      "area", Comparator.comparingDouble(IdleRegister.Entry::areaM2),
      "overdue", Comparator.comparingLong(IdleRegister.Entry::daysOverdue),
      "parcel", Comparator.comparing(IdleRegister.Entry::id));

  private final LandAnalysis analysis;

  IdleRoutes(LandAnalysis analysis) {
    this.analysis = analysis;
  }

  void addTo(RouteTable routes) {
    routes.get("/api/idle", Needs.VIEWER, this::idle);
    routes.get("/api/alarms", Needs.VIEWER, this::alarms);
    routes.get("/api/alarms.ics", Needs.PLANNER, this::calendar);
  }

  private void idle(Context context) {
    Parameters parameters = Parameters.of(context, "asOf", "today", "unit", "status", "sort", "limit", "offset");
    DayLayers day = analysis.day(parameters.date("asOf"));
    IdleRegister register = analysis.idle(day, parameters.date("today"));
    List<IdleRegister.Entry> inUnit = register.in(parameters.unit(analysis, day));
    List<IdleRegister.Entry> wanted =
        parameters.sorted("sort", ORDERS, withStatus(register, inUnit, parameters.text("status")));
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("asOf", day.asOf());
    answer.put("today", register.report().today());
    answer.put("total", wanted.size());
    answer.put("statuses", IdleCounts.of(register, inUnit));
    answer.put("idleFloorAreaM2", IdleRegister.idleFloorAreaM2(inUnit));
    answer.put("cases", rows(register, parameters.page(wanted, MOST_ROWS).toList()));
    Json.answer(context, answer);
  }

  private void alarms(Context context) {
    Parameters parameters = Parameters.of(context, "asOf", "today", "unit", "days", "limit", "offset");
    IdleRegister register = register(parameters);
    int days = days(parameters, register);
    List<Alarm> alarms = alarms(register, parameters, days);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("asOf", register.report().asOf());
    answer.put("today", register.report().today());
    answer.put("days", days);
    answer.put("total", alarms.size());
    answer.put("alarms", parameters.page(alarms, MOST_ROWS).map(alarm -> {
      Map<String, Object> row = alarm.json();
      row.put("bounds", register.find(alarm.parcel()).orElseThrow().box());
      return row;
    }).toList());
    Json.answer(context, answer);
  }

  private void calendar(Context context) {
    Parameters parameters = Parameters.of(context, "asOf", "today", "unit", "days");
    IdleRegister register = register(parameters);
    String text = AlarmCalendar.text(alarms(register, parameters, days(parameters, register)), Instant.now());
    context.header("Content-Disposition", "attachment; filename=\"idle-alarms.ics\"");
    context.contentType("text/calendar; charset=utf-8").result(text.getBytes(StandardCharsets.UTF_8));
  }

  private IdleRegister register(Parameters parameters) {
    return analysis.idle(analysis.day(parameters.date("asOf")), parameters.date("today"));
  }

  private static int days(Parameters parameters, IdleRegister register) {
    return parameters.whole("days", register.report().policy().alarmDays(), 0, MOST_DAYS);
  }

  private List<Alarm> alarms(IdleRegister register, Parameters parameters, int days) {
    return register.alarms(days, parameters.unit(analysis, analysis.day(parameters.date("asOf"))));
  }

  /** A status is a word of the ladder or of the tests, in Chinese as shown or as its key. */
  private static List<IdleRegister.Entry> withStatus(
      IdleRegister register, List<IdleRegister.Entry> entries, String status) {
    if (status == null) {
      return entries;
    }
    List<IdleRegister.Entry> found = entries.stream().filter(each -> has(each, status)).toList();
    if (found.isEmpty() && !isLadderWord(register, status)
        && register.entries().stream().noneMatch(each -> has(each, status))) {
      throw Problem.badParameter("status", "'" + status + "' is no status; they are: "
          + String.join(", ", ladderWords(register)));
    }
    return found;
  }

  private static boolean has(IdleRegister.Entry entry, String status) {
    return entry.status() != null && (entry.word().zh().equals(status) || entry.status().key().equals(status))
        || entry.tested() != null && entry.testedWord().zh().equals(status);
  }

  private static boolean isLadderWord(IdleRegister register, String status) {
    return ladderWords(register).contains(status)
        || register.report().policy().ladder().keySet().stream().anyMatch(each -> each.key().equals(status));
  }

  private static List<String> ladderWords(IdleRegister register) {
    return register.report().policy().ladder().values().stream().map(each -> each.word().zh()).toList();
  }

  private static List<Map<String, Object>> rows(IdleRegister register, List<IdleRegister.Entry> page) {
    List<JudgedParcel> judged = register.file().judged(page);
    return IntStream.range(0, page.size()).mapToObj(i -> row(judged.get(i), page.get(i).box())).toList();
  }

  private static Map<String, Object> row(JudgedParcel entry, Envelope box) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("location", entry.parcel().text("location"));
    answer.put("holder", entry.parcel().text("holder"));
    answer.put("landUse", entry.parcel().landUse());
    answer.put("bounds", box);
    if (entry.standing() != null) {
      answer.putAll(entry.standing().json());
    } else {
      answer.putAll(entry.inefficient().json());
    }
    answer.put("inefficient", entry.inefficient() == null ? null : entry.inefficient().json());
    return answer;
  }
}
