package org.parkland.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.parkland.access.Account;
import org.parkland.access.Actor;
import org.parkland.access.Role;
import org.parkland.audit.Action;
import org.parkland.audit.Deed;
import org.parkland.store.Store;

/** Logging in and out with a password, and who is logged in. */
final class SessionRoutes {
  private static final Set<String> FIELDS = Set.of("name", "password");
  private static final int LONGEST = 400;

  private final Roster roster;
  private final Sessions sessions;
  private final LogIn logIn;
  private final Proxies proxies;
  private final Store store;

  SessionRoutes(Roster roster, Sessions sessions, LogIn logIn, Proxies proxies, Store store) {
    this.store = store;
    this.roster = roster;
    this.sessions = sessions;
    this.logIn = logIn;
    this.proxies = proxies;
  }

  void addTo(RouteTable routes) {
    routes.get("/api/session", Needs.NOTHING, this::tell);
    routes.post("/api/session", Needs.NOTHING, this::begin);
    routes.delete("/api/session", Needs.NOTHING, this::end);
  }

  private void tell(Context context) {
    Parameters.of(context);
    Json.answer(context, Caller.find(context).map(this::answer).orElse(answer(null)));
  }

  /** @param actor null where nobody is logged in */
  private Map<String, Object> answer(Actor actor) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("accounts", !roster.isOpen());
    answer.put("name", actor == null || roster.isOpen() ? null : actor.name());
    answer.put("role", actor == null ? null : actor.role().word());
    return answer;
  }

  /** A session begins under a secret of its own, whatever cookie the browser had before. */
  private void begin(Context context) {
    Parameters.of(context);
    JsonNode body = ImportBody.read(context, FIELDS);
    String name = required(body, "name");
    LogIn.Outcome outcome = logIn.attempt(name, required(body, "password"), proxies.client(context));
    if (outcome instanceof LogIn.Outcome.In in) {
      begin(context, in.account());
    } else if (outcome instanceof LogIn.Outcome.TooSoon soon) {
      throw later(context, soon.delay());
    } else if (outcome instanceof LogIn.Outcome.Busy) {
      context.header("Retry-After", "5");
      throw Problem.busy("too many log in at once; try again in a few seconds");
    } else {
      refuse(Account.normal(name), proxies.client(context));
      throw Problem.unauthorized("the name or the password is wrong, or the account is disabled");
    }
  }

  private void begin(Context context, Account account) {
    Actor actor = new Actor(account.name(), account.role(), proxies.client(context));
    note(actor, Action.LOG_IN);
    endOld(context);
    SessionCookie.set(context, sessions.begin(account), proxies.isSecure(context));
    Json.answer(context, answer(actor));
  }

  /** What is typed as a name and is none may be a password: it stands nowhere. */
  private void refuse(String name, String address) {
    String known = roster.active(name).map(Account::name).orElse("?");
    note(new Actor(known, Role.VIEWER, address), Action.LOG_IN_REFUSED);
  }

  private void note(Actor actor, Action action) {
    store.by(actor).audit().append(Deed.of(action, "account " + actor.name(), null, null));
  }

  private static Problem later(Context context, Duration wait) {
    long seconds = wait.toSeconds() + 1;
    context.header("Retry-After", String.valueOf(seconds));
    return Problem.tooMany("too many failed attempts; try again in " + seconds + " seconds");
  }

  private void end(Context context) {
    Parameters.of(context);
    if (Caller.loggedIn(context).isPresent()) {
      note(Caller.of(context), Action.LOG_OUT);
    }
    endOld(context);
    SessionCookie.clear(context, proxies.isSecure(context));
    context.status(204);
  }

  private void endOld(Context context) {
    String old = context.cookie(SessionCookie.NAME);
    if (old != null) {
      sessions.end(old);
    }
  }

  private static String required(JsonNode body, String field) {
    String text = body.path(field).isTextual() ? body.get(field).asText() : "";
    if (text.isBlank() || text.length() > LONGEST) {
      throw Problem.badParameter(field, "'" + field + "' is missing or too long");
    }
    return text;
  }
}
