package org.parkland.web;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.parkland.audit.Action;
import org.parkland.audit.AuditEntry;
import org.parkland.audit.AuditFilter;
import org.parkland.store.AuditLog;
import org.parkland.store.Store;

/** The audit, newest entry first. */
final class AuditRoutes {
  private static final int PAGE_ROWS = 50;
  private static final int MOST_ROWS = 1_000;

  private final AuditLog log;

  AuditRoutes(Store store) {
    this.log = store.audit();
  }

  void addTo(RouteTable routes) {
    routes.get("/api/audit", Needs.ADMIN, this::list);
  }

  private void list(Context context) {
    Parameters parameters = Parameters.of(context, "actor", "action", "object", "from", "to", "upTo", "limit", "offset");
    AuditFilter filter = new AuditFilter(parameters.text("actor"), action(parameters), parameters.text("object"),
        start(parameters.date("from")), end(parameters.date("to")),
        parameters.whole("upTo", 0, 0, Integer.MAX_VALUE));
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("head", log.head());
    answer.put("total", log.count(filter));
    answer.put("actions", Arrays.stream(Action.values()).map(Action::word).toList());
    answer.put("entries", log.newest(filter, parameters.whole("limit", PAGE_ROWS, 1, MOST_ROWS),
        parameters.whole("offset", 0, 0, Integer.MAX_VALUE)).stream().map(Entry::of).toList());
    Json.answer(context, answer);
  }

  private static Action action(Parameters parameters) {
    String word = parameters.text("action");
    return word == null ? null : Action.find(word).orElseThrow(() -> Problem.badParameter("action", "'" + word
        + "' is none of " + Arrays.stream(Action.values()).map(Action::word).collect(Collectors.joining(", "))));
  }

  private static Instant start(LocalDate day) {
    return day == null ? null : day.atStartOfDay(ZoneId.systemDefault()).toInstant();
  }

  /** The day itself belongs to it. */
  private static Instant end(LocalDate day) {
    return day == null ? null : start(day.plusDays(1));
  }

  /** An entry with {@code before} and {@code after} as the objects they are. */
  record Entry(long sequence, Instant at, String actor, String role, String address, String action, String object,
      @JsonRawValue String before, @JsonRawValue String after, String previous, String hash) {
    static Entry of(AuditEntry e) {
      return new Entry(e.sequence(), e.at(), e.actor(), e.role(), e.address(), e.action(), e.object(), e.before(),
          e.after(), e.previous(), e.hash());
    }
  }
}
