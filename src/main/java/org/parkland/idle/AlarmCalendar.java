package org.parkland.idle;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.parkland.land.Words;

/**
 * Alarms as a calendar file (RFC 5545): one whole-day event each, in Chinese.
 *
 * <p>An event keeps its UID as long as parcel, day and status are the same, so that a calendar that reads the file
 * again does not show it twice.
 */
public final class AlarmCalendar {
  /** Longest line in octets, without its end (RFC 5545, 3.1). */
  private static final int LINE_OCTETS = 75;
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final StringBuilder text = new StringBuilder();

  private AlarmCalendar() {}

  /** @param stamp when the list was drawn up */
  public static String text(List<Alarm> alarms, Instant stamp) {
    AlarmCalendar calendar = new AlarmCalendar();
    calendar.line("BEGIN:VCALENDAR");
    calendar.line("VERSION:2.0");
    calendar.line("PRODID:-//Parkland//Idle land//ZH");
    calendar.line("CALSCALE:GREGORIAN");
    calendar.line("X-WR-CALNAME:" + escaped("闲置土地预警"));
    alarms.forEach(alarm -> calendar.event(alarm, stamp));
    calendar.line("END:VCALENDAR");
    return calendar.text.toString();
  }

  private void event(Alarm alarm, Instant stamp) {
    line("BEGIN:VEVENT");
    line("UID:" + escaped(alarm.parcel()) + "-" + day(alarm) + "-" + alarm.status().key() + "@parkland");
    line("DTSTAMP:" + STAMP.format(stamp));
    line("DTSTART;VALUE=DATE:" + day(alarm));
    line("SUMMARY:" + escaped(alarm.parcel() + " 将转为" + alarm.then().word().zh()));
    line("DESCRIPTION:" + escaped(description(alarm)));
    line("TRANSP:TRANSPARENT");
    line("END:VEVENT");
  }

  private static String day(Alarm alarm) {
    return alarm.on().format(DateTimeFormatter.BASIC_ISO_DATE);
  }

  private static String description(Alarm alarm) {
    String evidence = alarm.then().evidence().stream().map(Words::zh).collect(Collectors.joining("\n"));
    return "现状：" + alarm.before().zh() + "\n依据：" + alarm.then().clause().zh() + "\n面积："
        + Amount.mu(alarm.then().areaM2()) + " 亩\n" + evidence;
  }

  private static String escaped(String value) {
    return value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n");
  }

  /** Folds by octets and never inside a character; a continued line begins with a blank. */
  private void line(String content) {
    int octets = 0;
    for (int i = 0; i < content.length(); ) {
      String character = Character.toString(content.codePointAt(i));
      int size = character.getBytes(StandardCharsets.UTF_8).length;
      if (octets + size > LINE_OCTETS) {
        text.append("\r\n ");
        octets = 1;
      }
      text.append(character);
      octets += size;
      i += character.length();
    }
    text.append("\r\n");
  }
}
