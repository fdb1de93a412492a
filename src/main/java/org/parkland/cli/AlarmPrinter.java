package org.parkland.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parkland.BadInput;
import org.parkland.analysis.IdleRegister;
import org.parkland.idle.Alarm;
import org.parkland.idle.AlarmCalendar;

/** Prints what becomes overdue or idle in the days ahead, and writes it to a calendar file. */
final class AlarmPrinter {
  private static final int MOST_DAYS = 36_500;

  private AlarmPrinter() {}

  static void print(IdleRegister register, int days, Path calendar, Format format) {
    if (days < 0 || days > MOST_DAYS) {
      throw new BadInput("--alarms " + days, "is no number of days ahead", "use 0 to " + MOST_DAYS);
    }
    List<Alarm> alarms = register.alarms(days, null);
    if (calendar != null) {
      write(calendar, AlarmCalendar.text(alarms, Instant.now()));
    }
    switch (format) {
      case JSON -> Printer.json(json(register, days, alarms));
      case CSV -> Printer.csv(List.of("parcel", "on", "daysLeft", "from", "to", "clause", "areaM2"),
          alarms.stream().map(AlarmPrinter::line).toList());
      default -> text(register, days, alarms);
    }
  }

  private static Map<String, Object> json(IdleRegister register, int days, List<Alarm> alarms) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("asOf", register.report().asOf().toString());
    json.put("today", register.report().today().toString());
    json.put("days", days);
    json.put("alarms", alarms.stream().map(Alarm::json).toList());
    return json;
  }

  private static Map<String, Object> line(Alarm alarm) {
    Map<String, Object> line = alarm.json();
    line.keySet().removeAll(List.of("fromEn", "toEn"));
    return line;
  }

  private static void text(IdleRegister register, int days, List<Alarm> alarms) {
    System.out.printf("%s 起 %d 天内转为逾期或疑似闲置的 %d 宗%n", register.report().today(), days, alarms.size());
    alarms.forEach(alarm -> System.out.printf("%s  %4d 天后  %s  %s → %s  %s%n", alarm.on(), alarm.daysLeft(),
        alarm.parcel(), alarm.before().zh(), alarm.then().word().zh(), alarm.then().clause().zh()));
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new BadInput(file.toString(), "cannot be written", "choose another file with --ics", e);
    }
  }
}
